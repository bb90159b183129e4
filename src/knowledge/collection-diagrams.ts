/** The diagram above each collection's table: the same typed data, seen at a glance. All of them read left to right. */
import { type BlockData, boxName, hueClass, quoted, writeStackDiagram } from './generated-blocks.ts';
import { actorLabels, categoryLabels, collectionLabels, layerLabels, statusLabels } from './labels.ts';
import type { Note, NoteCollection } from './note.ts';
import { actors, layers } from './schema.ts';

/** A collection's diagram as Mermaid, with its title; null where its notes are not joined to anything. */
export function writeCollectionDiagram(
  collection: NoteCollection,
  data: BlockData,
): { title: string; code: string; narrowCode?: string } | null {
  if (collection === 'stack') {
    const hasStoreys = data.notes.some((note) => note.fields['role'] === 'layer');
    const title = '생성형 AI 기술 스택';
    return hasStoreys
      ? { title, code: writeStackDiagram(data), narrowCode: writeStackDiagram(data, true) }
      : null;
  }
  const write = writers[collection];
  const code = write?.draw(
    data.notes.filter((note) => note.collection === collection),
    new Drawing(data),
  );
  return write && code ? { title: write.title, code } : null;
}

interface Writer {
  title: string;
  draw: (notes: readonly Note[], drawing: Drawing) => string | null;
}

const writers: Partial<Record<NoteCollection, Writer>> = {
  overview: {
    title: '읽는 차례',
    draw: (notes, drawing) => {
      const [entry, ...rest] = notes;
      for (const note of rest) if (entry) drawing.join(drawing.node(entry), drawing.node(note));
      return drawing.write();
    },
  },
  'business-model': {
    title: '딛고 선 층, 비즈니스 모델, 실제 예',
    draw: (notes, drawing) => {
      const models = notes.filter((note) => note.fields['role'] === 'model');
      drawing.group(
        '딛고 선 층',
        layers
          .filter((layer) => models.some((note) => ids(note.fields['layers']).includes(layer)))
          .map((layer) => drawing.layer(layer, layerLabels[layer])),
      );
      drawing.group(
        collectionLabels['business-model'].name,
        models.map((note) => drawing.node(note)),
      );
      for (const note of models) {
        for (const layer of ids(note.fields['layers']))
          drawing.join(drawing.layer(layer, layer), drawing.node(note));
        for (const example of drawing.notes(note.fields['examples']))
          drawing.join(drawing.node(note), drawing.node(example));
      }
      return drawing.write();
    },
  },
  limitation: {
    title: '무엇으로 줄이나',
    draw: (notes, drawing) => {
      const limitations = notes.filter((note) => note.fields['role'] === 'limitation');
      for (const category of Object.keys(categoryLabels))
        drawing.group(
          categoryLabels[category] ?? category,
          limitations
            .filter((note) => note.fields['category'] === category)
            .map((note) => drawing.node(note)),
        );
      // Who has to act is the considerations' own drawing; both in one would be a tangle.
      for (const note of limitations)
        for (const helper of drawing.notes(countermeasureNotes(note)))
          if (helper.collection !== 'consideration') drawing.join(drawing.node(helper), drawing.node(note));
      return drawing.write();
    },
  },
  consideration: {
    title: '누가 무엇을 하고, 그 아래 어떤 법과 표준이 있나',
    draw: (notes, drawing) => {
      // Which limitations each answers is the table's to say: nine acts and seven limitations cross too often.
      for (const note of notes) {
        const actor = actors.find((name) => name === note.fields['actor']);
        if (actor) drawing.join(drawing.word(actorLabels[actor]), drawing.node(note));
      }
      for (const note of notes) {
        const [duty] = drawing.notes([note.parent]);
        if (note.fields['role'] === 'instrument' && duty?.fields['role'] === 'duty')
          drawing.join(drawing.node(duty), drawing.node(note));
      }
      return drawing.write();
    },
  },
  case: {
    title: '사례의 지금과 그것이 보여 주는 비즈니스 모델',
    draw: (notes, drawing) => {
      for (const status of Object.keys(statusLabels))
        drawing.group(
          statusLabels[status] ?? status,
          notes.filter((note) => note.fields['status'] === status).map((note) => drawing.node(note)),
        );
      for (const note of notes)
        for (const model of drawing.notes(exampleOf(note)))
          drawing.join(drawing.node(note), drawing.node(model));
      return drawing.write();
    },
  },
};

/** Mermaid in the making: each note and word is one box however often it is named. */
class Drawing {
  readonly #data: BlockData;
  readonly #names = new Map<string, string>();
  readonly #boxes = new Map<string, string>();
  readonly #groups: { title: string; names: string[] }[] = [];
  readonly #edges = new Set<string>();
  readonly #clicks: string[] = [];

  constructor(data: BlockData) {
    this.#data = data;
  }

  notes(list: unknown): Note[] {
    return ids(list)
      .map((id) => this.#data.byId.get(id))
      .filter((note) => note !== undefined);
  }

  node(note: Note, label = shortName(note)): string {
    return this.#box(note.id, label, hueClass(note), note.id);
  }

  /** A storey of the stack leads to its note, or to what stands in it. */
  layer(layer: string, label: string): string {
    const inside = this.#data.notes.filter((note) => note.fields['layer'] === layer);
    const storey = inside.find((note) => note.fields['role'] === 'layer') ?? inside[0];
    return this.#box(layer, label, 'stack', storey?.id);
  }

  /** A box that stands for no note. */
  word(word: string): string {
    return this.#box(word, word, 'muted');
  }

  group(title: string, names: string[]): void {
    if (names.length) this.#groups.push({ title, names });
  }

  join(from: string, to: string): void {
    this.#edges.add(`  ${from} --> ${to}`);
  }

  write(): string | null {
    if (!this.#edges.size) return null;
    const grouped = new Set(this.#groups.flatMap((group) => group.names));
    return [
      '---',
      'config:',
      '  flowchart:',
      '    nodeSpacing: 14',
      '    rankSpacing: 90',
      '---',
      'flowchart LR',
      ...this.#groups.flatMap(({ title, names }, index) => [
        `  subgraph g${index}["${quoted(title)}"]`,
        ...names.map((name) => `    ${this.#boxes.get(name) ?? name}`),
        '  end',
      ]),
      ...[...this.#boxes].filter(([name]) => !grouped.has(name)).map(([, box]) => `  ${box}`),
      ...this.#edges,
      ...this.#clicks,
    ].join('\n');
  }

  #box(key: string, label: string, hue: string, note?: string): string {
    const known = this.#names.get(key);
    if (known) return known;
    const name = `n${this.#names.size}`;
    this.#names.set(key, name);
    this.#boxes.set(name, `${name}["${quoted(label)}"]:::${hue}`);
    if (note !== undefined) this.#clicks.push(`  click ${name} "note:${note}"`);
    return name;
  }
}

/** Names in a diagram need not repeat what its groups say. */
function shortName(note: Note): string {
  return boxName(note).replace(/^(사례( 정정)?: |\[[^\]]+\] )/u, '');
}

/** The notes that explain what helps against a limitation, each once. */
function countermeasureNotes(note: Note): string[] {
  const list = note.fields['countermeasures'];
  if (!Array.isArray(list)) return [];
  return [...new Set((list as { notes?: string[] }[]).flatMap((item) => item.notes ?? []))];
}

/** What a case is an example of. */
export function exampleOf(note: Note): string[] {
  return note.relations.filter(({ type }) => type === 'example-of').map(({ to }) => to);
}

function ids(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
}
