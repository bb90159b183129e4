/** What readers are told the data's values mean. One word per idea, everywhere. */
import type { NoteCollection } from './note.ts';
import type { Actor, Layer, Source } from './schema.ts';

/** Each collection's name, its one line on the home page, and the colour token that marks it. */
export const collectionLabels: Record<NoteCollection, { name: string; promise: string; hue: string }> = {
  overview: { name: '개요', promise: '어디서 시작하고 무엇이 바뀌었나', hue: 'overview' },
  stack: { name: '기술 스택', promise: '무엇 위에 무엇이 서 있나', hue: 'stack' },
  'business-model': { name: '비즈니스 모델', promise: '누가 무엇에 돈을 내나', hue: 'business' },
  limitation: { name: '한계', promise: '무엇이 안 되고 어떻게 줄이나', hue: 'limitation' },
  consideration: { name: '고려사항', promise: '정부·기업·개인이 지금 할 일', hue: 'consideration' },
  case: { name: '사례', promise: '실제로 무슨 일이 있었나', hue: 'case' },
  glossary: { name: '용어', promise: '낱말의 정확한 뜻', hue: 'term' },
  note: { name: '노트', promise: '모든 노트', hue: 'note' },
};

export const layerLabels: Record<Layer, string> = {
  infrastructure: '인프라/하드웨어',
  model: '모델',
  interface: '공개/폐쇄형 API',
  application: '애플리케이션 생태계',
};

export const categoryLabels: Record<string, string> = {
  technical: '기술적 한계',
  'ethical-social': '윤리·사회적 한계',
};

export const actorLabels: Record<Actor, string> = {
  government: '정부',
  enterprise: '기업',
  individual: '개인',
};

/** What a note of the overview is for. */
export const roleLabels: Record<string, string> = {
  entry: '들머리',
  foundation: '바탕',
  record: '기록',
};

export const instrumentLabels: Record<string, string> = {
  law: '법률',
  standard: '표준',
  framework: '자율 틀',
};

export const statusLabels: Record<string, string> = {
  running: '운영 중',
  changed: '원 노트 뒤에 바뀜',
  closing: '새 고객을 받지 않음',
  corrected: '틀린 예를 정정함',
};

/** How near to the original a source was read. */
export const strengthLabels: Record<Source['strength'], string> = {
  primary: '1차 원문',
  copy: '공개 사본',
  secondary: '2차',
  unverified: '미확인',
};

export const sourceKindLabels: Record<Source['kind'], string> = {
  law: '법령',
  court: '판결·결정',
  paper: '논문',
  report: '보고서',
  standard: '표준',
  documentation: '공식 문서',
  news: '보도',
  article: '글',
  note: '노트',
};
