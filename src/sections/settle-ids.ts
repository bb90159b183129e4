import { sectionsWords } from '#words';
import type { IdProblem } from './find-id-problems.ts';
import { similarity } from './fingerprint.ts';
import { keepOrder } from './keep-order.ts';
import type { Item, NoteItems } from './list-items.ts';
import { nameOf } from './match-in-note.ts';
import type { Matching } from './matching.ts';
import { newId } from './new-id.ts';
import type { AnchorEntry } from './section-lock.ts';
import { addLast, driftLimit } from './settle-notes.ts';

/** Former texts that are worth keeping: enough to recognise a heading that gets an old text back. */
const keptTexts = 6;

/**
 * Gives every item its id, and brings the entries up to date with the items that they were found to be. `today` is
 * the day for texts that changed; undefined where no day is known. New entries are added to the matching.
 */
export function settleIds(
  notes: ReadonlyMap<string, NoteItems>,
  known: readonly AnchorEntry[],
  matching: Matching,
  today: string | undefined,
): { anchors: AnchorEntry[]; conflicts: IdProblem[]; contested: Set<string> } {
  const anchors = [...known];
  const contested = new Set<string>();
  const conflicts: IdProblem[] = [];
  const owners = new Map<string, AnchorEntry>();
  for (const entry of known)
    for (const id of [...(entry.ids ?? []), entry.id]) owners.set(id.toLowerCase(), entry);
  const all = [...notes.values()].flatMap((items) => [...items.section, ...items.figure, ...items.table]);
  const reserved = new Set<string>(owners.keys());
  for (const entry of known)
    for (const slug of entry.slugs) reserved.add(slug.slice(slug.lastIndexOf('#') + 1));
  for (const item of all) {
    if (item.slug) reserved.add(item.slug);
    if (item.wrote !== undefined) reserved.add(item.wrote.toLowerCase());
  }
  const claimed = new Map<AnchorEntry, Item>();

  for (const item of all) {
    let entry = matching.entryOf.get(item);
    const owner = item.chosenId === undefined ? undefined : owners.get(item.chosenId.toLowerCase());
    if (owner && owner !== entry) {
      conflicts.push(describeConflict(item, owner));
      delete item.chosenId;
    }
    if (entry) {
      if (item.chosenId === entry.id && (entry.note !== item.note || nameOf(entry) !== item.name))
        claimed.set(entry, item);
      if (item.chosenId !== undefined && item.chosenId !== entry.id) {
        entry.ids = addLast(
          (entry.ids ?? []).filter((id) => id !== item.chosenId),
          entry.id,
        );
        entry.id = item.chosenId;
        owners.set(entry.id.toLowerCase(), entry);
      }
      updateEntry(entry, item, today);
    } else {
      const isTaken = (drawn: string) => reserved.has(drawn) && contested.add(drawn).has(drawn);
      const id = item.chosenId ?? newId(item.kind, item.seed, isTaken);
      reserved.add(id.toLowerCase());
      entry = createEntry(id, item, today);
      anchors.push(entry);
      matching.entryOf.set(item, entry);
      matching.itemOf.set(entry, item);
      owners.set(id.toLowerCase(), entry);
    }
    item.setId(entry.id);
  }
  for (const item of all) {
    const entry = matching.entryOf.get(item);
    const parent = item.parent ? matching.entryOf.get(item.parent)?.id : undefined;
    if (!entry) continue;
    if (parent === undefined) delete entry.parent;
    else entry.parent = parent;
  }
  for (const items of notes.values())
    for (const kind of ['section', 'figure', 'table'] as const) place(items[kind], matching);
  retireReplaced(known, claimed, matching);
  return { anchors, conflicts, contested };
}

function createEntry(id: string, item: Item, today: string | undefined): AnchorEntry {
  return {
    id,
    kind: item.kind,
    note: item.note,
    texts: [item.name],
    slugs: item.slug ? [item.slug] : [],
    depth: item.depth,
    place: NaN,
    // Worked out where it is written down or compared: a folder without a lock needs it of no item.
    get body() {
      return item.print();
    },
    set body(print: string) {
      Object.defineProperty(this, 'body', { value: print, writable: true, enumerable: true });
    },
    hash: item.hash,
    ...(today === undefined ? {} : { changed: today }),
  };
}

function updateEntry(entry: AnchorEntry, item: Item, today: string | undefined): void {
  if (entry.note !== item.note) {
    entry.notes = addLast(
      (entry.notes ?? []).filter((note) => note !== item.note),
      entry.note,
    );
    entry.slugs = entry.slugs.map((slug) => (slug.includes('#') ? slug : `${entry.note}#${slug}`));
    entry.note = item.note;
    entry.place = NaN;
  }
  entry.texts = addLast(entry.texts, item.name, keptTexts);
  if (item.slug) entry.slugs = addLast(entry.slugs, item.slug);
  entry.depth = item.depth;
  delete entry.retired;
  if ((entry.hash ?? '') !== item.hash) {
    entry.hash = item.hash;
    entry.body = item.print();
    if (today !== undefined) entry.changed = today;
  } else if (!item.hash || item.kind === 'table') {
    // What it is recognised by lies around it and may change while it stays the same itself.
    if (similarity(entry.body, item.print()) < driftLimit) entry.body = item.print();
  }
}

function place(items: readonly Item[], matching: Matching): void {
  const entries = items.map((item) => matching.entryOf.get(item)).filter((entry) => entry !== undefined);
  const places = keepOrder(entries.map((entry) => (Number.isNaN(entry.place) ? undefined : entry.place)));
  entries.forEach((entry, index) => (entry.place = places[index] ?? index + 1));
}

/**
 * An author who writes `{#s-old}` on a heading that already had got an id of its own says that both are one: the id
 * that the heading had leads to the one it has now.
 */
function retireReplaced(
  known: readonly AnchorEntry[],
  claimed: ReadonlyMap<AnchorEntry, Item>,
  matching: Matching,
): void {
  const byPlace = new Map([...claimed].map(([entry, item]) => [`${item.note}\n${item.name}`, entry]));
  if (!byPlace.size) return;
  for (const entry of known) {
    if (entry.kind !== 'section' || entry.retired !== undefined || matching.itemOf.has(entry)) continue;
    const successor = byPlace.get(`${entry.note}\n${nameOf(entry)}`);
    if (successor) entry.retired = successor.id;
  }
}

function describeConflict(item: Item, owner: AnchorEntry): IdProblem {
  const id = item.chosenId ?? '';
  const words = sectionsWords();
  return {
    noteId: item.note,
    id,
    severity: 'error',
    message: words.taken(id, {
      note: owner.note,
      kind: words.kinds[owner.kind],
      name: owner.kind === 'section' ? nameOf(owner) : '',
      isFormer: owner.id !== id,
    }),
    line: item.line,
    column: item.column,
  };
}
