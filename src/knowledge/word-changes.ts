// The index opens all of the package, which a check of the notes would wait for.
import { diffArrays } from 'diff/lib/diff/array.js';
import type { Outline, Section, WordChange } from './note.ts';

/** Unchanged words shown on each side of a change. */
const around = 5;
/** Words shown of what was removed or added; longer runs are cut with an ellipsis. */
const mostWords = 40;
/** Changes shown of one section. */
const mostChanges = 4;
/** Words on each side above which a section is not compared: the work grows with their product. */
const longestSection = 4000;

/**
 * What changed between two versions of a section's plain text, as replaced runs of words; nothing where only white space
 * did. Bounded: at most four runs of forty words each.
 */
export function compareWords(before: string, now: string): WordChange[] {
  const old = splitWords(before);
  const current = splitWords(now);
  if (old.length > longestSection || current.length > longestSection) return [];
  const parts = diffArrays(old, current, { maxEditLength: 2000 });
  if (!parts) return [];
  const changes: WordChange[] = [];
  for (let at = 0; at < parts.length && changes.length < mostChanges;) {
    const part = parts[at];
    if (!part || (!part.added && !part.removed)) {
      at++;
      continue;
    }
    const previous = parts[at - 1]?.value ?? [];
    const removed: string[] = [];
    const added: string[] = [];
    // Runs that are a word or two apart read better as one.
    for (; at < parts.length; at++) {
      const next = parts[at];
      if (!next) break;
      const isChanged = next.added || next.removed;
      if (!isChanged && (next.value.length > 2 || at === parts.length - 1)) break;
      if (!next.added) removed.push(...next.value);
      if (!next.removed) added.push(...next.value);
    }
    const following = parts[at]?.value ?? [];
    changes.push({
      before: ellipsis(previous.slice(-around), previous.length > around, false),
      removed: cut(removed),
      added: cut(added),
      after: ellipsis(following.slice(0, around), false, following.length > around),
    });
  }
  return changes;
}

/**
 * The changed sections of a note: by id, what became of their words. A section is found again by its heading, by an anchor it once
 * had, or by its chosen id; one that is new has only added words, and what was removed whole is not listed.
 */
export function compareOutlines(before: Outline, now: Outline): Map<string, WordChange[]> {
  const found = new Map<string, WordChange[]>();
  for (const section of now.sections) {
    const former = findFormer(section, before);
    if (former?.body === section.body) continue;
    const changes = compareWords(former?.body ?? '', section.body);
    if (changes.length > 0) found.set(section.id, changes);
  }
  return found;
}

function findFormer(section: Section, before: Outline): Section | undefined {
  const anchors = new Set([section.slug, ...(section.aliases ?? [])]);
  return (
    before.sections.find(({ slug }) => slug === section.slug) ??
    before.sections.find(({ text }) => text === section.text) ??
    before.sections.find(({ slug, chosenId }) => anchors.has(slug) || (chosenId && anchors.has(chosenId)))
  );
}

/** Words without the blanks that a citation leaves before a full stop. */
function splitWords(text: string): string[] {
  return text
    .replace(/\s+(?=[.,;:!?)\]’”])/gu, '')
    .split(/\s+/u)
    .filter(Boolean);
}

function cut(words: readonly string[]): string {
  return words.length > mostWords ? `${words.slice(0, mostWords).join(' ')} …` : words.join(' ');
}

function ellipsis(words: readonly string[], atStart: boolean, atEnd: boolean): string {
  return [...(atStart ? ['…'] : []), ...words, ...(atEnd ? ['…'] : [])].join(' ');
}
