/** What each of Mermaid's diagram types is called in Korean. */
const names: Record<string, string> = {
  'flowchart-v2': '흐름도',
  'flowchart-elk': '흐름도',
  flowchart: '흐름도',
  agentflow: '에이전트 흐름도',
  swimlane: '구간별 흐름도',
  sequence: '시퀀스 다이어그램',
  class: '클래스 다이어그램',
  classDiagram: '클래스 다이어그램',
  state: '상태도',
  stateDiagram: '상태도',
  er: '개체 관계도',
  gantt: '간트 차트',
  pie: '원그래프',
  quadrantChart: '사분면 차트',
  mindmap: '마인드맵',
  timeline: '연표',
  xychart: '그래프',
  sankey: '생키 다이어그램',
  block: '블록 다이어그램',
  architecture: '구성도',
  packet: '패킷 구조도',
  kanban: '칸반 보드',
  radar: '방사형 그래프',
  treemap: '트리맵',
  c4: 'C4 다이어그램',
  requirement: '요구사항 다이어그램',
  gitGraph: '커밋 그래프',
  journey: '사용자 여정',
  venn: '벤 다이어그램',
  ishikawa: '원인 결과도',
  treeView: '나무 그림',
  eventmodeling: '이벤트 모델',
  wardley: '워들리 맵',
  cynefin: '커네빈 틀',
  usecase: '유스케이스 다이어그램',
};

/** The Korean name of a diagram type; 도식 for one that is not known. */
export function nameDiagramType(type: string): string {
  return names[type] ?? (type.startsWith('railroad') ? '문법 도식' : '도식');
}
