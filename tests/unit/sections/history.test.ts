import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Note } from '../../../src/knowledge/note.ts';
import { assignIds } from '../../../src/sections/assign-ids.ts';
import { retireId } from '../../../src/sections/retire-id.ts';
import type { LockEntry } from '../../../src/sections/section-lock.ts';
import { editBody, followLink, makeNote, reread, writeBody } from './make-note.ts';

interface Part {
  uid: number;
  text: string;
  body: string;
  depth: number;
  chosenId?: string;
}

interface Page {
  uid: number;
  id: string;
  parts: Part[];
}

/** What an author does to a library, and every link that readers have copied from it on the way. */
class History {
  pages: Page[] = [];
  lock: LockEntry[] = [];
  /** Links by address and anchor, with the section that they were copied from. */
  links = new Map<string, { address: string; anchor: string; uid: number; page: number }>();
  /** Sections that have had a slug in a page: several make the slug ambiguous. */
  owners = new Map<string, Set<number>>();
  ids = new Map<number, string>();
  /** Where sections and pages that were deleted lead: a section or a page. */
  heirs = new Map<number, { part: number } | { page: number }>();
  pageHeirs = new Map<number, number>();
  count = 0;

  constructor(pages: number) {
    for (let n = 0; n < pages; n++) {
      const parts = Array.from({ length: 4 }, (_, k) =>
        this.write(k === 0 ? '정의' : undefined, k === 2 ? 3 : 2),
      );
      this.pages.push({ uid: this.count++, id: `note-${n}`, parts });
    }
  }

  write(text?: string, depth = 2): Part {
    const uid = this.count++;
    return { uid, text: text ?? `제목 ${uid}`, body: writeBody(uid), depth };
  }

  /** Builds, retires what was deleted on purpose, and copies every link of every page. */
  build(deleted: ReadonlyMap<number, { part: number } | { page: number }> = new Map()): void {
    const run = () => {
      const notes = this.pages.map(({ uid, id, parts }) => makeNote(id, parts, { title: `쪽 ${uid}` }));
      return {
        notes,
        result: assignIds(this.count % 2 ? notes : [...notes].reverse(), this.lock, '2026-01-01'),
      };
    };
    let { notes, result } = run();
    const lost = result.problems.map(({ id }) => id).sort();
    expect(lost).toEqual([...deleted.keys()].map((uid) => this.ids.get(uid)).sort());
    if (deleted.size) {
      this.lock = reread(result.entries);
      for (const [uid, heir] of deleted) {
        const target =
          'part' in heir ? this.ids.get(heir.part) : this.pages.find((page) => page.uid === heir.page)?.id;
        this.lock = retireId(this.lock, this.ids.get(uid) ?? '', target ?? '');
        this.heirs.set(uid, heir);
      }
      ({ notes, result } = run());
      expect(result.problems).toEqual([]);
    }
    this.lock = reread(result.entries);
    this.check(notes, result);
  }

  check(notes: readonly Note[], result: ReturnType<typeof assignIds>): void {
    this.pages.forEach((page, n) => {
      const note = notes[n];
      page.parts.forEach((part, k) => {
        const section = note?.outline.sections[k];
        if (!note || !section) throw new Error('the outline lost a section');
        const before = this.ids.get(part.uid);
        const wanted = part.chosenId ?? before;
        if (wanted !== undefined) expect(section.id).toBe(wanted);
        this.ids.set(part.uid, section.id);
        for (const anchor of [section.id, section.slug]) {
          this.links.set(`${note.address}#${anchor} ${part.uid}`, {
            address: note.address,
            anchor,
            uid: part.uid,
            page: page.uid,
          });
          const key = `${page.uid} ${anchor}`;
          this.owners.set(key, (this.owners.get(key) ?? new Set()).add(part.uid));
        }
      });
    });
    expect(new Set(this.ids.values()).size).toBe(this.ids.size);
    for (const link of this.links.values()) {
      if ((this.owners.get(`${link.page} ${link.anchor}`)?.size ?? 0) > 1) continue;
      const found = followLink(result, notes, link.address, link.anchor);
      const goal = this.goalOf(link.uid);
      expect({ link, found }).toEqual({ link, found: goal });
    }
    // Building again changes nothing.
    expect(assignIds(notes, this.lock, '2026-02-02').isChanged).toBe(false);
  }

  goalOf(uid: number): { note: string; id: string | null } {
    const page = this.pages.find(({ parts }) => parts.some((part) => part.uid === uid));
    if (page) return { note: page.id, id: this.ids.get(uid) ?? '' };
    const heir = this.heirs.get(uid);
    if (!heir) throw new Error(`section ${uid} has no heir`);
    if ('part' in heir) return this.goalOf(heir.part);
    let goal = heir.page;
    while (this.pageHeirs.has(goal)) goal = this.pageHeirs.get(goal) ?? goal;
    return { note: this.pages.find((candidate) => candidate.uid === goal)?.id ?? '', id: null };
  }

  /** One act of an author; sections that were touched in this round are left alone. */
  act(
    { kind, x, y, z }: Act,
    touched: Set<number>,
    deleted: Map<number, { part: number } | { page: number }>,
  ): void {
    const page = this.pages[x % this.pages.length];
    const other = this.pages[z % this.pages.length];
    const part = page?.parts[y % Math.max(1, page.parts.length)];
    if (!page || !other || !part || touched.has(part.uid)) return;
    touched.add(part.uid);
    const at = page.parts.indexOf(part);
    switch (kind) {
      case 'rename':
        part.text = `새 제목 ${this.count++}`;
        break;
      case 'edit':
        part.body = editBody(part.body, z);
        break;
      case 'choose':
        part.chosenId = `pick-${this.count++}`;
        break;
      case 'unchoose':
        delete part.chosenId;
        break;
      case 'level':
        part.depth = part.depth === 2 ? 3 : 2;
        break;
      case 'reorder':
        page.parts.splice(at, 1);
        page.parts.splice(z % (page.parts.length + 1), 0, part);
        break;
      case 'insert': {
        const fresh = this.write(undefined, 2 + (z % 3));
        touched.add(fresh.uid);
        page.parts.splice(z % (page.parts.length + 1), 0, fresh);
        break;
      }
      case 'duplicate': {
        // The same text in the same note is the same section, unless its own one still is there too.
        if (deleted.size) return;
        const twin = this.write(part.text, part.depth);
        touched.add(twin.uid);
        page.parts.splice(z % (page.parts.length + 1), 0, twin);
        break;
      }
      case 'move':
        page.parts.splice(at, 1);
        other.parts.splice(y % (other.parts.length + 1), 0, part);
        break;
      case 'delete': {
        if ([...touched].some((uid) => !this.ids.has(uid))) return;
        page.parts.splice(at, 1);
        const heir = other.parts.find(({ uid }) => !touched.has(uid) && this.ids.has(uid));
        if (heir) touched.add(heir.uid);
        deleted.set(part.uid, heir && z % 2 ? { part: heir.uid } : { page: other.uid });
        break;
      }
      default:
    }
  }

  /** Acts on whole notes are builds of their own. */
  renameNote({ x }: Act): void {
    const page = this.pages[x % this.pages.length];
    if (page) page.id = `renamed-${this.count++}`;
    this.build();
  }

  deleteNote({ x, z }: Act): void {
    if (this.pages.length < 2) return;
    const [page] = this.pages.splice(x % this.pages.length, 1);
    const heir = this.pages[z % this.pages.length];
    if (!page || !heir) return;
    for (const { uid } of page.parts) this.heirs.set(uid, { page: heir.uid });
    this.pageHeirs.set(page.uid, heir.uid);
    this.lock = retireId(this.lock, `note:${page.id}`, `note:${heir.id}`);
    this.build();
  }
}

const kinds = [
  'rename',
  'edit',
  'choose',
  'unchoose',
  'level',
  'reorder',
  'insert',
  'duplicate',
  'move',
  'delete',
  'renameNote',
  'deleteNote',
] as const;
interface Act {
  kind: (typeof kinds)[number];
  x: number;
  y: number;
  z: number;
}
const act = fc.record({ kind: fc.constantFrom(...kinds), x: fc.nat(20), y: fc.nat(20), z: fc.nat(20) });

test('every link ever made leads to its section, through any history of edits', () => {
  fc.assert(
    fc.property(fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { maxLength: 14 }), (rounds) => {
      const history = new History(3);
      history.build();
      for (const round of rounds) {
        const touched = new Set<number>();
        const deleted = new Map<number, { part: number } | { page: number }>();
        const [first] = round;
        if (first?.kind === 'renameNote') history.renameNote(first);
        else if (first?.kind === 'deleteNote') history.deleteNote(first);
        else {
          for (const one of round) history.act(one, touched, deleted);
          history.build(deleted);
        }
      }
    }),
    { numRuns: 250, seed: Number(process.env['FC_SEED'] ?? 20260301) },
  );
}, 120_000);
