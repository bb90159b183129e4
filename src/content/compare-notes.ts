import type { Note } from '../knowledge/note.ts';
import { toNfc } from '../knowledge/text.ts';
import { compareOutlines } from '../knowledge/word-changes.ts';
import { hideComments } from '../flavours/hide-comments.ts';
import { readOutline } from '../markdown/parse-note.ts';
import { today } from '../site.ts';
import { readFrontMatter } from './front-matter.ts';
import type { FileHistory } from './replay-changes.ts';
import { readVisibility } from './visibility.ts';

/** Notes compared with what they were; older changes are of little use to a reader, and each costs a parse. */
const mostCompared = 60;

/**
 * Writes into the sections of the notes that changed last what the change did to their words. The former text goes
 * through the same parser, so that comments stay out, and a former draft is not compared: its text was private then.
 */
export function compareNotes(notes: readonly Note[], history: ReadonlyMap<string, FileHistory>): void {
  const changed = notes
    .flatMap((note) => {
      const before = history.get(note.path)?.before;
      return before ? [{ note, before }] : [];
    })
    .sort((a, b) => (a.before.day < b.before.day ? 1 : -1))
    .slice(0, mostCompared);
  for (const { note, before } of changed) {
    const front = readFrontMatter(before.text.join('\n'));
    if (front.troubles.length > 0 || readVisibility(front.data, today()).kind !== 'public') continue;
    const body = hideComments(toNfc(front.body), note.format).body;
    const { outline: former } = readOutline(body, note.format, { title: note.title });
    if (former.troubles.some(({ severity }) => severity === 'error')) continue;
    const changes = compareOutlines(former, note.outline);
    for (const section of note.outline.sections) {
      const found = changes.get(section.id);
      if (found) section.changes = found;
    }
  }
}
