import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const nouns =
  '모델 데이터 추론 학습 메모리 네트워크 저장소 보안 정책 평가 비용 전력 표준 법령 검색 색인 배포 운영 감사 품질'.split(
    ' ',
  );
const verbs = '줄인다 늘린다 바꾼다 나눈다 잇는다 잰다 고른다 막는다 알린다 남긴다'.split(' ');

/** Writes `count` made-up Korean notes into a folder: prose, a table, and a diagram in every third. Repeatable. */
export async function writeNotes(folder: string, count: number): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  let state = 7;
  // mulberry32: the low bits of a simpler generator repeat, and most nouns would never be written.
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const sentence = () => `${pick(nouns)}은 ${pick(nouns)}의 ${pick(nouns)}을 ${pick(verbs)}.`;
  for (let index = 0; index < count; index++) {
    const sections = Array.from({ length: 6 }, (_, place) => {
      const prose = Array.from({ length: 6 }, sentence).join(' ');
      return `## ${pick(nouns)} ${pick(nouns)} ${place}\n\n${prose}\n`;
    });
    const rows = Array.from({ length: 6 }, () => `| ${pick(nouns)} | ${sentence()} |`).join('\n');
    const diagram = `\`\`\`mermaid\nflowchart LR\n  A[${pick(nouns)}] --> B[${pick(nouns)}]\n  B --> C[${pick(nouns)}]\n\`\`\`\n`;
    const other = `[다른 노트](note-${(index * 7) % count}.md)`;
    const text = `---\ntitle: ${pick(nouns)} ${index}\ndate: 2026-01-01\ntags: [${pick(nouns)}]\n---\n\n${other}\n\n${sections.join('\n')}\n| 항목 | 뜻 |\n| --- | --- |\n${rows}\n\n${index % 3 === 0 ? diagram : ''}`;
    const path = join(folder, `f${Math.floor(index / 200)}`, `note-${index}.md`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(
      path,
      text.replace(
        /\(note-(\d+)\.md\)/u,
        (_, id: string) => `(../f${Math.floor(Number(id) / 200)}/note-${id}.md)`,
      ),
    );
  }
}
