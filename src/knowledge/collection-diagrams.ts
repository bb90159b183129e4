/** The map of a collection as `atlas.yaml` declares it: the same typed data as its tables, seen at a glance. */
import {
  type Collection,
  type CollectionMap,
  findCollection,
  type MapEdge,
  type Option,
} from '../subject/subject.ts';
import { escapeLabel } from './escape-markup.ts';
import type { Note } from './note.ts';
import {
  dropPrefix,
  groupNotes,
  isOfRole,
  nodeClass,
  noteUrl,
  type NoteWorld,
  readPath,
  shortName,
} from './read-path.ts';

/** A collection's map as Mermaid, with its title; null where it has none, or its notes are not joined to anything. */
export function writeCollectionDiagram(
  collection: Collection,
  data: NoteWorld,
): { title: string; code: string; narrowCode?: string } | null {
  const { map } = collection;
  if (!map) return null;
  if (map.kind === 'flow') {
    const code = writeFlow(collection, map, data);
    return code === null ? null : { title: map.title, code };
  }
  const code = writeStrata(collection, map, data, false);
  const narrowCode = writeStrata(collection, map, data, true);
  return code === null || narrowCode === null ? null : { title: map.title, code, narrowCode };
}

/** Boxes in frames, joined by arrows, left to right. */
function writeFlow(collection: Collection, map: CollectionMap, data: NoteWorld): string | null {
  const notes = data.notes.filter((note) => note.collection === collection.name && isOfRole(note, map.roles));
  const drawing = new FlowDrawing(data, [...collection.drop, ...map.drop]);
  for (const edge of map.edges) {
    if (edge.group === undefined) continue;
    const options = optionsOf(edge, collection).filter((option) =>
      notes.some((note) =>
        valuesOf(note, edge, data).some(
          (value) => value.kind === 'option' && value.option.value === option.value,
        ),
      ),
    );
    drawing.group(
      edge.group,
      options.map((option) => drawing.option(option)),
    );
  }
  if (map.group) {
    for (const { label, notes: members } of groupNotes(notes, map.group, data))
      if (label)
        drawing.group(
          label,
          members.map((note) => drawing.node(note)),
        );
  }
  const { relations } = data.subject;
  const isSymmetric = ({ path = '' }: MapEdge) => relations.find(path).inverse === path;
  // Edges from notes of the same roles are drawn note by note, as a reader follows them.
  for (const edges of groupEdges(map.edges)) {
    for (const note of notes) {
      if (!isOfRole(note, edges[0]?.roles)) continue;
      for (const edge of edges) {
        for (const value of valuesOf(note, edge, data)) {
          const other =
            value.kind === 'note'
              ? drawing.node(value.note)
              : drawing.option(
                  value.kind === 'option' ? value.option : { value: value.text, label: value.text },
                );
          if (isSymmetric(edge)) drawing.pair(drawing.node(note), other);
          else if (edge.direction === 'from') drawing.join(other, drawing.node(note));
          else drawing.join(drawing.node(note), other);
        }
      }
    }
  }
  return drawing.write();
}

function groupEdges(edges: readonly MapEdge[]): MapEdge[][] {
  const groups: MapEdge[][] = [];
  for (const edge of edges) {
    const last = groups.at(-1);
    if (last && String(last[0]?.roles) === String(edge.roles)) last.push(edge);
    else groups.push([edge]);
  }
  return groups;
}

/** What stands at the other end of an edge, each once. */
function valuesOf(note: Note, edge: MapEdge, data: NoteWorld) {
  const seen = new Set<unknown>();
  return readPath(note, edge.path ?? '', data).filter((value) => {
    const key =
      value.kind === 'note' ? value.note : value.kind === 'option' ? value.option.value : value.text;
    if (seen.has(key) || (value.kind === 'note' && edge.except.includes(value.note.collection))) return false;
    seen.add(key);
    return true;
  });
}

function optionsOf(edge: MapEdge, collection: Collection): readonly Option[] {
  return collection.fields.find(({ name }) => name === edge.path)?.options ?? [];
}

/** Mermaid in the making: each note and value is one box however often it is named. */
class FlowDrawing {
  readonly #data: NoteWorld;
  readonly #drop: readonly string[];
  readonly #names = new Map<string, string>();
  readonly #boxes = new Map<string, string>();
  readonly #groups: { title: string; names: string[] }[] = [];
  readonly #edges = new Set<string>();
  readonly #clicks: string[] = [];

  constructor(data: NoteWorld, drop: readonly string[]) {
    this.#data = data;
    this.#drop = drop;
  }

  node(note: Note): string {
    // Names in a diagram need not repeat what its frames, or the collection's own colour, say.
    const { drop } = findCollection(this.#data.subject, note.collection);
    const label = dropPrefix(shortName(note), [...drop, ...this.#drop]);
    return this.#box(note.id, label, nodeClass(note, this.#data), note.id);
  }

  /** A value of a field: it leads to the note that explains it, or nowhere. */
  option(option: Option): string {
    const note = option.note === undefined ? undefined : this.#data.byId.get(option.note);
    return this.#box(
      `=${option.value}`,
      option.label,
      note ? nodeClass(note, this.#data) : 'muted',
      note?.id,
    );
  }

  group(title: string, names: string[]): void {
    if (names.length) this.#groups.push({ title, names });
  }

  join(from: string, to: string): void {
    if (from !== to) this.#edges.add(`  ${from} --> ${to}`);
  }

  /** A line without a head, drawn once for both of its ends. */
  pair(one: string, other: string): void {
    if (one !== other && !this.#edges.has(`  ${other} --- ${one}`)) this.#edges.add(`  ${one} --- ${other}`);
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
        `  subgraph g${index}["${escapeLabel(title)}"]`,
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
    this.#boxes.set(name, `${name}["${escapeLabel(label)}"]:::${hue}`);
    if (note !== undefined) this.#clicks.push(`  click ${name} "${noteUrl({ id: note })}"`);
    return name;
  }
}

/**
 * The values of a field as storeys, the first on top, notes inside them and inside each other by their parents. A value
 * that an edge goes `through` is a line, no storey. The narrow form stacks the boxes of a storey too, for screens where
 * a row would scroll. Null where nothing stands in any storey.
 */
function writeStrata(
  collection: Collection,
  map: CollectionMap,
  data: NoteWorld,
  isNarrow: boolean,
): string | null {
  const field = collection.fields.find(({ name }) => name === map.group?.path);
  if (!field) return null;
  const own = data.notes.filter((note) => note.collection === collection.name);
  const lines = [
    '---',
    'config:',
    '  layout: dagre',
    '  flowchart:',
    // Room for two heads on one shaft.
    `    rankSpacing: ${isNarrow ? 22 : 26}`,
    '    nodeSpacing: 16',
    '---',
    'flowchart TB',
  ];
  const ofRole = own.filter((note) => isOfRole(note, map.roles));
  /** The note that is a value's storey: what stands in it hangs on that note, or there is nothing else. */
  const leadOf = ({ value, note: id }: Option) => {
    const lead = own.find((note) => note.id === id);
    const others = ofRole.filter((note) => note !== lead && hasValue(note, field.name, value));
    return !others.length || others.some(({ parent }) => parent === lead?.id) ? lead : undefined;
  };
  const leads = new Map(field.options.map((option) => [option.value, leadOf(option)]));
  const explained = new Set([...leads.values()].flatMap((lead) => lead?.id ?? []));
  const drawn = own.filter((note) => explained.has(note.id) || isOfRole(note, map.roles));
  const names = new Map(drawn.map((note, index) => [note.id, `n${index}`]));
  const isInside = (note: Note) => !explained.has(note.id) && isOfRole(note, map.roles);
  const childrenOf = (note: Note) => own.filter((child) => child.parent === note.id && isInside(child));
  const box = (name: string, label: string, kind: string, indent: string) =>
    lines.push(`${indent}${name}["${escapeLabel(label)}"]:::${kind}`);
  const labelOf = (note: Note) => dropPrefix(shortName(note), [...collection.drop, ...map.drop]);
  const seen = new Set<Note>();
  const frame = (name: string, label: string, inside: readonly Note[], indent: string) => {
    // Boxes stand in a row; groups stand one above the other, joined as one leads to the next.
    const hasGroups = inside.some((child) => childrenOf(child).length);
    lines.push(
      `${indent}subgraph ${name}["${escapeLabel(label)}"]`,
      `${indent}  direction ${!isNarrow && !hasGroups ? 'LR' : 'TB'}`,
    );
    for (const child of inside) write(child, `${indent}  `);
    if (inside.length > 0)
      lines.push(
        `${indent}  ${inside.map((child) => names.get(child.id)).join(hasGroups ? ' --- ' : ' ~~~ ')}`,
      );
    lines.push(`${indent}end`);
  };
  const write = (note: Note, indent: string, others: readonly Note[] = []) => {
    const name = names.get(note.id) ?? '';
    // Parents that go round would never end.
    const inside = seen.has(note) ? [] : [...childrenOf(note), ...others];
    seen.add(note);
    if (inside.length) frame(name, labelOf(note), inside, indent);
    else box(name, labelOf(note), collection.class, indent);
  };
  const hasOwn = (value: string | undefined) =>
    own.some((note) => isInside(note) && value !== undefined && hasValue(note, field.name, value));
  // Notes of a value that is a line would be lost: it is a storey then, between the two.
  const through = new Set(
    map.edges.flatMap((edge) => (edge.through === undefined || hasOwn(edge.through) ? [] : [edge.through])),
  );
  const storeys = field.options.filter(({ value }) => !through.has(value));
  if (map.group?.isReversed) storeys.reverse();
  const storeyNames = new Map<string, string>();
  const clicks: [string, string][] = [...names];
  storeys.forEach((option, index) => {
    const lead = leads.get(option.value);
    const inside = own.filter((note) => isInside(note) && hasValue(note, field.name, option.value));
    const roots = inside.filter(
      ({ parent }) => (!lead || parent !== lead.id) && !inside.some((other) => other.id === parent),
    );
    if (lead) {
      storeyNames.set(option.value, names.get(lead.id) ?? '');
      write(lead, '  ', roots);
      return;
    }
    if (!roots.length) return;
    const name = `s${index}`;
    storeyNames.set(option.value, name);
    frame(name, option.label, roots, '  ');
    if (option.note !== undefined) clicks.push([option.note, name]);
  });
  if (!storeyNames.size) return null;
  for (const { between: ends, through: line, label } of map.edges) {
    const [above, below] = (ends ?? []).map((value) => storeyNames.get(value));
    if (above === undefined || below === undefined) continue;
    const between = storeyNames.get(line ?? '');
    if (between !== undefined) {
      lines.push(`  ${above} <--> ${between}`, `  ${between} <--> ${below}`);
      continue;
    }
    const option = field.options.find(({ value }) => value === line);
    if (option) {
      const note = data.byId.get(option.note ?? '');
      lines.push(`  ${above} <-. "${escapeLabel(note ? shortName(note) : option.label)}" .-> ${below}`);
    } else
      lines.push(
        label === undefined
          ? `  ${above} <--> ${below}`
          : `  ${above} <-- "${escapeLabel(label)}" --> ${below}`,
      );
  }
  for (const [id, name] of clicks) if (data.byId.has(id)) lines.push(`  click ${name} "${noteUrl({ id })}"`);
  return lines.join('\n');
}

function hasValue(note: Note, field: string, value: string): boolean {
  const written = note.fields[field];
  return (Array.isArray(written) ? written : [written]).map(String).includes(value);
}
