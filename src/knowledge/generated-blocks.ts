/**
 * Markdown made from typed data: the maps' tables, the stack's diagram, a note's relations. It goes through the same
 * parser, check and pages as what authors write, so a table and the notes it speaks of cannot disagree.
 */
import { actorLabels, categoryLabels, layerLabels, roleLabels, statusLabels } from './labels.ts';
import type { Note } from './note.ts';
import { inverseRelation, relationVerb, type SeenRelation } from './relations.ts';
import { actors, type Layer } from './schema.ts';

/** What a generated block needs to know of the library. */
export interface BlockData {
  notes: readonly Note[];
  byId: ReadonlyMap<string, Note>;
}

/** The names that `::table{of="…"}` and `::diagram{of="…"}` accept. */
export const blockNames = {
  table: ['overview', 'stack', 'business-models', 'limitations', 'considerations', 'instruments', 'cases'],
  diagram: ['stack'],
} as const;

/** The Markdown of a generated block, or null for a name that does not exist. */
export function writeBlock(name: 'table' | 'diagram', of: string, data: BlockData): string | null {
  if (name === 'diagram')
    return of === 'stack' ? fence(writeStackDiagram(data), '생성형 AI 기술 스택') : null;
  switch (of) {
    case 'overview':
      return writeOverviewTable(data);
    case 'stack':
      return writeStackTable(data);
    case 'business-models':
      return writeBusinessTable(data);
    case 'limitations':
      return writeLimitationTable(data);
    case 'considerations':
      return writeConsiderationTable(data);
    case 'instruments':
      return writeInstrumentTable(data);
    case 'cases':
      return writeCaseTable(data);
    default:
      return null;
  }
}

const storeys: Layer[] = ['application', 'interface', 'model', 'infrastructure'];

function writeOverviewTable({ notes }: BlockData): string {
  const rows = notes
    .filter((note) => note.collection === 'overview')
    .map((note) => [linkTo(note), note.summary, roleLabels[field(note, 'role')] ?? '', note.asOf ?? '']);
  return table('어디서 시작하나', ['노트', '다루는 것', '구실', '기준일'], rows);
}

function writeCaseTable({ notes, byId }: BlockData): string {
  const rows = notes
    .filter((note) => note.collection === 'case')
    .map((note) => [
      linkTo(note, note.title.replace(/^사례( 정정)?: /u, '')),
      field(note, 'organisation'),
      linksTo(
        note.relations.filter(({ type }) => type === 'example-of').map(({ to }) => to),
        byId,
      ),
      statusLabels[field(note, 'status')] ?? '',
      field(note, 'verdict'),
    ]);
  return table('사례와 판정', ['사례', '운영', '무엇의 예', '상태', '예로서의 판정'], rows);
}

function writeStackTable({ notes }: BlockData): string {
  const rows = storeys.flatMap((layer) =>
    notes
      .filter((note) => note.collection === 'stack' && note.fields['layer'] === layer)
      .filter((note) => note.fields['role'] === 'box')
      .map((note, index) => [
        index === 0 ? layerLabels[layer] : '',
        linkTo(note, boxName(note)),
        note.summary,
      ]),
  );
  return table('기술 스택의 층과 구성', ['층', '구성', '하는 일'], rows);
}

function writeBusinessTable({ notes, byId }: BlockData): string {
  const rows = notes
    .filter((note) => note.collection === 'business-model' && note.fields['role'] === 'model')
    .map((note) => [
      linkTo(note),
      field(note, 'payer'),
      field(note, 'paysFor'),
      field(note, 'revenue'),
      field(note, 'keyResource'),
      field(note, 'risk'),
      linksTo(note.fields['examples'], byId),
    ]);
  return table(
    '생성형 AI 비즈니스 모델',
    ['비즈니스 모델', '누가', '무엇에', '수익 방식', '핵심 자원', '위험', '예'],
    rows,
  );
}

function writeLimitationTable({ notes, byId }: BlockData): string {
  const rows = Object.keys(categoryLabels).flatMap((category) =>
    notes
      .filter((note) => note.collection === 'limitation' && note.fields['category'] === category)
      .flatMap((note, noteIndex) =>
        countermeasures(note).map((measure, index) => [
          noteIndex === 0 && index === 0 ? (categoryLabels[category] ?? '') : '',
          index === 0 ? linkTo(note) : '',
          measure.text,
          linksTo(measure.notes, byId) || '—',
        ]),
      ),
  );
  return table('생성형 AI의 한계와 대응', ['구분', '한계', '대응', '이어 볼 노트'], rows);
}

function writeConsiderationTable({ notes, byId }: BlockData): string {
  const rows = actors.flatMap((actor) =>
    notes
      .filter((note) => note.collection === 'consideration' && note.fields['actor'] === actor)
      .map((note, index) => [
        index === 0 ? actorLabels[actor] : '',
        `[${plain(field(note, 'action'))}](note:${note.id})`,
        field(note, 'remark'),
        linksTo(note.fields['answers'], byId),
      ]),
  );
  return table('주체별 고려사항', ['주체', '고려사항', '비고', '답하는 한계'], rows);
}

function writeInstrumentTable({ notes, byId }: BlockData): string {
  const rows = notes
    .filter((note) => note.fields['role'] === 'instrument')
    .map((note) => [
      field(note, 'jurisdiction'),
      linkTo(note),
      field(note, 'inForce'),
      linksTo(note.fields['answers'], byId),
    ]);
  return table('법·표준', ['곳', '법·표준', '시행·발행', '답하는 한계'], rows);
}

/**
 * The stack as Mermaid: storeys as groups, boxes as links to their notes. Top storey first, as readers meet it.
 * The narrow one stacks the boxes of a storey too, for screens where a row would scroll.
 */
export function writeStackDiagram({ notes, byId }: BlockData, isNarrow = false): string {
  const stack = notes.filter((note) => note.collection === 'stack');
  const isDrawn = (note: Note) => note.fields['role'] === 'box' || note.fields['role'] === 'layer';
  const names = new Map(stack.filter(isDrawn).map((note, index) => [note.id, `n${index}`]));
  const lines = [
    '---',
    'config:',
    '  layout: dagre',
    '  flowchart:',
    `    rankSpacing: ${isNarrow ? 6 : 13}`,
    '    nodeSpacing: 16',
    '---',
    'flowchart TB',
  ];
  const childrenOf = (note: Note) =>
    stack.filter((child) => child.parent === note.id && child.fields['role'] === 'box');
  const write = (note: Note, indent: string) => {
    const name = names.get(note.id) ?? '';
    const inside = childrenOf(note);
    if (!inside.length) {
      lines.push(`${indent}${name}["${quoted(boxName(note))}"]:::stack`);
      return;
    }
    // Boxes stand in a row; groups stand one above the other, joined as the original drawing joins them.
    const isRow = !isNarrow && inside.every((child) => !childrenOf(child).length);
    lines.push(
      `${indent}subgraph ${name}["${quoted(boxName(note))}"]`,
      `${indent}  direction ${isRow ? 'LR' : 'TB'}`,
    );
    for (const child of inside) write(child, `${indent}  `);
    lines.push(
      `${indent}  ${inside.map((child) => names.get(child.id)).join(inside.some((child) => childrenOf(child).length) ? ' --- ' : ' ~~~ ')}`,
      `${indent}end`,
    );
  };
  const storeyNotes = storeys
    .map((layer) => stack.find((note) => note.fields['role'] === 'layer' && note.fields['layer'] === layer))
    .filter((note) => note !== undefined);
  for (const note of storeyNotes) write(note, '  ');
  const [application, model, infrastructure] = storeyNotes.map((note) => names.get(note.id));
  const api = stack.find((note) => note.fields['layer'] === 'interface');
  if (application && model) {
    lines.push(`  ${application} <-. "${quoted(api ? boxName(api) : layerLabels.interface)}" .-> ${model}`);
  }
  if (model && infrastructure) lines.push(`  ${model} <-- "연산 자원" --> ${infrastructure}`);
  for (const [id, name] of names) if (byId.has(id)) lines.push(`  click ${name} "note:${id}"`);
  return lines.join('\n');
}

/** How many notes a relations diagram shows at most, the note itself included: more is a tangle. */
const mostNodes = 14;

/** A note and its relations as Mermaid, or null where there are none. */
export function writeRelationDiagram(
  note: Note,
  relations: readonly SeenRelation[],
  data: BlockData,
): string | null {
  const shown = relations.filter((relation) => data.byId.has(relation.to)).slice(0, mostNodes - 1);
  if (!shown.length) return null;
  const lines = ['flowchart LR', `  me["${quoted(note.title)}"]:::self`];
  const names = new Map<string, string>();
  for (const relation of shown) {
    const other = data.byId.get(relation.to);
    if (!other) continue;
    let name = names.get(other.id);
    if (!name) {
      name = `n${names.size}`;
      names.set(other.id, name);
      lines.push(`  ${name}["${quoted(boxName(other))}"]:::${hueClass(other)}`);
    }
    // Derived arrows come from the other note; drawing them inwards keeps every arrow the way it was declared.
    lines.push(
      relation.derived
        ? `  ${name} -- "${relationVerb(inverseRelation(relation.type))}" --> me`
        : `  me -- "${relationVerb(relation.type)}" --> ${name}`,
    );
  }
  for (const [id, name] of names) lines.push(`  click ${name} "note:${id}"`);
  return lines.join('\n');
}

/** The semantic class of a note's kind in diagrams. */
export function hueClass(note: Note): string {
  const classes: Record<string, string> = {
    'business-model': 'business',
    glossary: 'term',
    overview: 'overview',
    note: 'muted',
  };
  return classes[note.collection] ?? note.collection;
}

/** The short name of a note in a diagram or a dense table. */
export function boxName(note: Note): string {
  return typeof note.fields['box'] === 'string' ? note.fields['box'] : note.title;
}

function countermeasures(note: Note): { text: string; notes: string[] }[] {
  const list = note.fields['countermeasures'];
  return Array.isArray(list)
    ? (list as { text: string; notes?: string[] }[]).map((item) => ({ notes: [], ...item }))
    : [];
}

function field(note: Note, name: string): string {
  const value = note.fields[name];
  return typeof value === 'string' ? value : '';
}

function linkTo(note: Note, text = note.title): string {
  return `[${plain(text)}](note:${note.id})`;
}

function linksTo(ids: unknown, byId: ReadonlyMap<string, Note>): string {
  return (Array.isArray(ids) ? (ids as string[]) : [])
    .map((id) => byId.get(id))
    .filter((note) => note !== undefined)
    .map((note) => linkTo(note, boxName(note)))
    .join(', ');
}

function table(caption: string, head: string[], rows: string[][]): string {
  const line = (cells: string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\n/gu, ' ')).join(' | ')} |`;
  return [`표: ${caption}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function fence(code: string, title: string): string {
  return `\`\`\`mermaid title="${title}" generated\n${code}\n\`\`\``;
}

/** Text inside a link label. */
function plain(text: string): string {
  return text.replace(/[[\]]/gu, '\\$&');
}

/** Text inside a quoted Mermaid label. */
export function quoted(text: string): string {
  return text.replaceAll('"', '#quot;').replace(/\n/gu, ' ');
}
