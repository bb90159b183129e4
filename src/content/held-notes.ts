import { posix } from 'node:path';
import { notesWords, problemsWords } from '#words';
import { nameCard } from '../flavours/canvas.ts';
import { listCode } from '../flavours/template-code.ts';
import type { HeldNote, Note } from '../knowledge/note.ts';
import type { Problem } from '../knowledge/problem.ts';
import { cutRanges } from '../markdown/text-places.ts';
import { toNfc } from '../knowledge/text.ts';
import { findWikiFile, listBlockIds, splitWikiTarget, type WikiIndex } from '../knowledge/wiki-index.ts';
import type { Folder } from './read-folder.ts';
import { placeNotes } from './place-notes.ts';
import type { DraftNote } from './read-note.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';

const firstHeading = /^(?:#[ \t]+(\S.*)|(\S.*)\n=+[ \t]*$)/mu;

/** The first heading of a text, as it is written; empty where it has none. */
export function readFirstHeading(body: string): string {
  const [, hashed, underlined = ''] = firstHeading.exec(cutRanges(body, listCode(body))) ?? [];
  return (hashed ?? underlined)
    .trimEnd()
    .replace(/(?<=[ \t])#{1,99}$/u, '')
    .trimEnd();
}

/** Published notes by the names that they will have: the first heading of one without a title is its name. */
export function nameByHeading(notes: readonly Note[]): Note[] {
  return notes.map((note) => (note.title ? note : { ...note, title: readFirstHeading(note.body) }));
}

/** What is kept back: by the notes' own word, or by the names of their folders. */
export function listHeldNotes(
  drafts: readonly DraftNote[],
  { hidden, tools }: Pick<Folder, 'hidden' | 'tools'>,
): HeldNote[] {
  const placed = drafts.map(({ note }) => ({ ...note }));
  placeNotes(placed, false, () => undefined, tools.shownFolders);
  return [
    ...drafts.map(
      ({ note: { id, path, address, body, title, aliases, formerAddresses }, visibility }, index) => ({
        ...{ id, path, address },
        by: visibility.by ?? '',
        names: [title || readFirstHeading(body), ...aliases].filter(Boolean),
        addresses: [placed[index]?.address ?? address, ...(formerAddresses ?? [])],
        blocks: listBlockIds(body),
      }),
    ),
    ...hidden.map(({ path, by }) => {
      const bare = path.replace(noteEnding, '');
      return { id: bare, address: bare, path, by };
    }),
  ];
}

/**
 * Takes what tells the name of a note that is kept back out of a note's diagrams, whose source is published as it is
 * written: lines that bind a node to it (`click A "note:plan"`, `click A "./plan.md"`), and the name that a canvas gives
 * to the card of its file.
 * @param published paths of the notes that are not kept back
 */
export function dropHeldBindings(
  note: Note,
  held: readonly HeldNote[],
  published: ReadonlySet<string>,
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
): void {
  if (!held.length || !/mermaid/iu.test(note.body)) return;
  const names = new Set(held.flatMap(({ id, path, address }) => [id, bareOf(path), bareOf(address)]));
  const folder = note.path.split('/').slice(0, -1);
  const labels = new Set([...names].map((name) => name.split('/').at(-1) ?? name));
  const isHeld = (target: string) => {
    const bare = bareOf(target.replace(/^note:\s*/u, '').trim());
    // A file of that name in another folder.
    const isFile =
      /\.(?:mdx?|markdown)$/iu.test(target) &&
      labels.has(bare.split('/').at(-1) ?? bare) &&
      !published.has(posix.join(...folder, target.trim())) &&
      !published.has(target.replace(/^\/+/u, ''));
    return (
      isFile ||
      names.has(bare) ||
      names.has(posix.join(...folder, bare)) ||
      names.has(bare.replace(/^\/+/u, ''))
    );
  };
  const lines = note.body.split('\n');
  // Obsidian makes links of the labels of such nodes.
  const linked = new Set(
    Array.from(note.body.matchAll(/^[ \t>]*class[ \t]+([\w,-]+)[ \t]+internal-link\b/gmu), ([, ids = '']) =>
      ids.split(','),
    ).flat(),
  );
  const isLabel = (label: string) => isHeld(label) || labels.has(bareOf(label.trim()));
  let fence = '';
  const cards = new Set<string>();
  const said = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const warn = (name: string, target: string) => {
      const message = problemsWords().references.heldNote(name, target);
      const place = { line: index + 1 + note.bodyLine, column: line.indexOf(target) + 1 };
      say(note.path, { ...place, severity: 'warning', kind: 'diagram', message });
    };
    const [, mark = '', lang = ''] = /^[\s>]*(`{3,}|~{3,})[ \t]*(\w*)/u.exec(line) ?? [];
    if (mark) fence = fence ? (mark.startsWith(fence) ? '' : fence) : /^mermaid$/iu.test(lang) ? mark : '';
    else if (fence && /^[\s>]*(?:click|links?)\s/u.test(line)) {
      const targets = Array.from(
        line.matchAll(/["']([^"'#]+)[^"']*["']|@\s*(\S+)/gu),
        ([, a, b]) => a ?? b ?? '',
      );
      const target = targets.find(isHeld);
      if (target !== undefined) {
        warn('click', target.replace(/^note:\s*/u, '').trim());
        lines[index] = '';
      }
    } else if (fence && (linked.size > 0 || line.includes('[[') || line.includes('internal-link'))) {
      lines[index] = line
        .replace(labelLink, (written, before: string, name: string, words?: string) => {
          if (!isLabel(name)) return written;
          warn('[[…]]', name);
          const shown = words?.trim() || notesWords().noteApart;
          // Behind the name of a node, these brackets are its form.
          return before ? `${before}[[${shown}]]` : shown;
        })
        .replace(nodeLabel, (written, id: string, opens: string, label: string, rest: string) => {
          const isLink = linked.has(id) || /^["\])}]+:::internal-link/u.test(rest);
          if (!isLink || !isLabel(label)) return written;
          warn('internal-link', label);
          return `${id}${opens}${notesWords().noteApart}${rest}`;
        });
    } else if (!fence && /\.canvas$/iu.test(note.path)) {
      for (const [, name = ''] of line.matchAll(/(?<!!)\[\[([^\][|\n]{1,200})\]\]/gu))
        if (isLabel(name)) said.add(name.trim());
      const [, file = ''] = /^!?\[\[([^\]|#]+)(?:#[^\]]*)?\]\]$/u.exec(line) ?? [];
      if (!file || !isHeld(file)) continue;
      warn('[[…]]', file);
      cards.add(`["${nameCard(file)}"]`);
      lines[index] = notesWords().noteApart;
    }
  }
  const apart = notesWords().noteApart;
  note.body = lines
    .map((line) => {
      const made = [...cards].reduce((text, card) => text.replace(card, `["${apart}"]`), line);
      // In the labels of a canvas, links are words already.
      const [, opens, label, closes] = /^(\s*(?:subgraph )?n\d+\[")(.*)("\])$/u.exec(made) ?? [];
      if (opens === undefined || label === undefined || closes === undefined) return made;
      return opens + [...said].reduce((text, name) => text.replaceAll(name, apart), label) + closes;
    })
    .join('\n');
}

/** A link in a diagram, with what it touches, and the label of a node. */
const labelLink = /([\w-]?)\[\[([^\][|\n"]{1,200})(?:\|([^\][\n"]{0,200}))?\]\]/gu;
const nodeLabel =
  /(?<![\w-])([\w-]{1,99})([[({]{1,2}"?)([^"\][(){}\n]{1,200})(["\])}]{1,3}(?::::internal-link)?)/gu;

/** A property within a line: `(related:: [[plan]])`. */
const innerProperty =
  /([([])([\p{L}\p{N}][\p{L}\p{M}\p{N} _.-]{0,60})(::[ \t]+)((?:!?\[\[[^\][\n]{1,200}\]\]|[^\][()\n]){1,400})([)\]])/gu;

/** An item of a list of links; a bare name beside links is one as well. */
const listItem =
  /(,\s*)?(?:!?\[\[([^\][|]+)\]\]|(?=[^\s,:[\]·])(?<=(?:::|,)\s*)([^\s,:[\]·][^,:[\]·]{0,200}?)(?=\s*(?:[,·]|$)))/gu;

/**
 * Takes links without words of their own to notes that are kept back out of the lines of properties
 * (`related:: [[plan]], [[other]]`): nobody wrote the name there for a reader.
 */
export function dropHeldProperties(
  note: Note,
  index: WikiIndex,
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
): void {
  if (!note.body.includes('::') || !note.body.includes('[[')) return;
  let fence = '';
  note.body = note.body
    .split('\n')
    .map((line, row) => {
      const [, mark = ''] = /^[\s>]*(`{3,}|~{3,})/u.exec(line) ?? [];
      if (mark) fence = fence ? (mark.startsWith(fence) ? '' : fence) : mark;
      const [, field = ''] =
        /^\s*(?:[-*]\s+)?(?:\*\*|__)?([\p{L}\p{N}][\p{L}\p{M}\p{N} _.-]*)(?:\*\*|__)?::\s/u.exec(line) ?? [];
      if (fence || !line.includes('[[')) return line;
      const dropLinks = (text: string, key: string) =>
        text.replace(listItem, (link, _, linked?: string, bare?: string) => {
          const target = linked ?? (bare ?? '').replaceAll('\\', '').trim();
          const { name } = splitWikiTarget(target);
          if (findWikiFile(name, note.path, index)?.kind !== 'private') return link;
          const message = problemsWords().references.heldNote(key, target);
          const place = { line: row + 1 + note.bodyLine, column: 1 };
          say(note.path, { ...place, severity: 'warning', kind: 'reference', message });
          return '';
        });
      if (!field)
        return line.replace(
          innerProperty,
          (written, opens: string, key: string, dots: string, value: string, closes: string) => {
            const kept = dropLinks(`::${value}`, key)
              .slice(2)
              .replace(/^\s*,\s*/u, '');
            if (kept === value) return written;
            return kept.trim() ? `${opens}${key}${dots}${kept}${closes}` : '';
          },
        );
      const rest = dropLinks(line, field);
      if (rest === line) return line;
      return rest
        .replace(/::\s*,\s*/gu, ':: ')
        .replace(/(?:^|(?<=·))[^:·]*::[ \t]*(?=·|$)(?:·[ \t]*)?/gu, '');
    })
    .join('\n');
}

/** A path or an address without what it may have at its ends. */
function bareOf(path: string): string {
  const [written = ''] = path.split('#');
  let read = written;
  try {
    read = decodeURI(written);
  } catch {
    // Then it is no encoded address.
  }
  return toNfc(read).replace(/^(?:\.?\/)+|\/+$|\.(?:mdx?|markdown|qmd|rmd)$/giu, '');
}
