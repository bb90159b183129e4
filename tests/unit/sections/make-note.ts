import Slugger from 'github-slugger';
import { emptyOutline, type Note, type Section } from '../../../src/knowledge/note.ts';
import type { AssignedIds } from '../../../src/sections/assign-ids.ts';
import { type LockEntry, readLock, writeLock } from '../../../src/sections/section-lock.ts';

export interface MadeSection {
  text: string;
  body?: string;
  depth?: number;
  chosenId?: string;
  figures?: { title?: string; code: string }[];
  tables?: { caption?: string; head: string[] }[];
}

/** A note with an outline as the Markdown reader makes it, without Markdown. */
export function makeNote(id: string, sections: readonly MadeSection[], more: Partial<Note> = {}): Note {
  const slugger = new Slugger();
  const note: Note = {
    id,
    collection: 'oven',
    address: `oven/${id}`,
    path: `oven/${id}.md`,
    format: 'md',
    title: `노트 ${id}`,
    summary: '',
    tags: [],
    aliases: [],
    relations: [],
    sources: [],
    fields: {},
    body: sections.map(({ text, body }) => `## ${text}\n\n${body ?? ''}`).join('\n\n'),
    bodyLine: 0,
    outline: emptyOutline(),
    ...more,
  };
  sections.forEach(({ text, body = '', depth = 2, chosenId, figures = [], tables = [] }, section) => {
    const at = { line: section * 3 + 1, column: 1 };
    note.outline.sections.push({
      ...at,
      id: '',
      text,
      body,
      depth: depth as Section['depth'],
      slug: slugger.slug(text),
      ...(chosenId === undefined ? {} : { chosenId }),
    });
    for (const figure of figures) {
      note.outline.figures.push({ ...at, id: '', section, generated: false, isUnlinked: false, ...figure });
    }
    for (const table of tables)
      note.outline.tables.push({ ...at, id: '', section, text: '', rows: [], ...table });
  });
  return note;
}

export function idsOf(note: Note | undefined): string[] {
  return note?.outline.sections.map((section) => section.id) ?? [];
}

/** A lock after it was written to a file and read again. */
export function reread(entries: readonly LockEntry[]): LockEntry[] {
  const lock = readLock(writeLock(entries));
  if (lock.troubles.length) throw new Error(JSON.stringify(lock.troubles));
  return lock.entries;
}

/** Where a link leads: what the site's pages, aliases and redirects do together. */
export function followLink(
  { aliases, moved, redirects }: AssignedIds,
  notes: readonly Note[],
  address: string,
  anchor: string,
): { note: string; id: string | null } | null {
  const note = notes.find((candidate) => candidate.address === address);
  if (note) {
    const ids = [note.outline.sections, note.outline.figures, note.outline.tables].flat().map(({ id }) => id);
    if (ids.includes(anchor)) return { note: note.id, id: anchor };
    const owner = ids.find((id) => aliases.get(id)?.includes(anchor));
    if (owner !== undefined) return { note: note.id, id: owner };
  }
  const gone = moved.find((item) => item.address === address && item.anchor === anchor);
  if (gone) return { note: gone.note, id: gone.id };
  if (note) return { note: note.id, id: null };
  const redirect = redirects.find(({ from }) => from === address);
  if (!redirect) return null;
  if (redirect.id !== null) return { note: redirect.note, id: redirect.id };
  const next = notes.find(({ id }) => id === redirect.note);
  return next ? followLink({ aliases, moved, redirects } as AssignedIds, notes, next.address, anchor) : null;
}

const words = (
  '모델 학습 자료 문장 토큰 확률 검색 증강 사실 근거 출처 오류 비용 지연 추론 정렬 보상 평가 지표 사람 검토 정책 규제 법률 ' +
  '저작권 개인정보 보안 공격 방어 필터 요약 번역 코드 생성 그림 음성 서비스 사업 고객 가격 구독 에이전트 도구 호출 기억 문맥 창 길이 압축 증류'
).split(' ');

/** A paragraph of Korean words that is the same for the same seed and unlike that of any other. */
export function writeBody(seed: number, count = 60): string {
  let state = (seed * 2654435761 + 12345) >>> 0;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8;
  return Array.from(
    { length: count },
    () => `${words[next() % words.length]}${'은는이가을를의에'[next() % 8]}`,
  ).join(' ');
}

/** The same paragraph with a few words changed. */
export function editBody(body: string, seed: number): string {
  const parts = body.split(' ');
  const step = 17;
  return parts.map((part, index) => (index % step === seed % step ? `고침${seed}` : part)).join(' ');
}
