import { language } from '#words';
import type { Note, Outline } from '../knowledge/note.ts';
import { toNfc } from '../knowledge/text.ts';
import { compareOutlines } from '../knowledge/word-changes.ts';
import { isPandocFile, readFencedDivs } from '../flavours/fenced-divs.ts';
import { hideComments } from '../flavours/hide-comments.ts';
import { readTemplateTags } from '../flavours/template-tags.ts';
import { readUnfencedDiagrams } from '../flavours/unfenced-diagrams.ts';
import { readOutline } from '../markdown/parse-note.ts';
import { today } from '../site.ts';
import { recall } from '../store/recall.ts';
import { readFrontMatter } from './front-matter.ts';
import type { FileHistory } from './replay-changes.ts';
import { readCellSetting, type Tools } from './recognise-tools.ts';
import { seeText } from './read-note.ts';

/** Notes compared with what they were; older changes are of little use to a reader, and each costs a parse. */
const mostCompared = 60;

/**
 * Writes into the sections of the notes that changed last what the change did to their words. The former text goes
 * through the same parser, so that comments stay out, and a former draft is not compared: its text was private then.
 */
export function compareNotes(
  notes: readonly Note[],
  history: ReadonlyMap<string, FileHistory>,
  tools: Partial<Pick<Tools, 'isLiquid' | 'isMyst' | 'hidesCells' | 'isDocumentation'>> = {},
): void {
  const changed = notes
    .flatMap((note) => {
      const before = history.get(note.path)?.before;
      return before ? [{ note, before }] : [];
    })
    .sort((a, b) => (a.before.day < b.before.day ? 1 : -1))
    .slice(0, mostCompared);
  for (const { note, before } of changed) {
    const former = readFormer(note, before, tools);
    if (!former) continue;
    const changes = compareOutlines(former, note.outline);
    for (const section of note.outline.sections) {
      const found = changes.get(section.id);
      if (found) section.changes = found;
    }
  }
}

type Former = NonNullable<FileHistory['before']>;
const known = new WeakMap<Former, { key: string; former: Outline | null }>();

/** What a note was; null where that was private, or cannot be read now. */
function readFormer(
  { format, path, title }: Note,
  before: Former,
  {
    isLiquid = false,
    isMyst = false,
    hidesCells = false,
    isDocumentation = false,
  }: Partial<Pick<Tools, 'isLiquid' | 'isMyst' | 'hidesCells' | 'isDocumentation'>>,
): Outline | null {
  const key = JSON.stringify([
    format,
    title,
    today(),
    language(),
    isLiquid,
    isMyst,
    hidesCells,
    isDocumentation,
  ]);
  const kept = known.get(before);
  if (kept?.key === key) return kept.former;
  const text = before.text.join('\n');
  const former = recall('former', [key, text], (): Outline | null => {
    const front = readFrontMatter(text);
    if (front.troubles.length > 0 || seeText(text, front).kind !== 'public') return null;
    const hiding = { isMyst, isDocumentation, hidesCells: readCellSetting(front.data) ?? hidesCells };
    const visible = readUnfencedDiagrams(hideComments(toNfc(front.body), format, hiding).body);
    const body =
      format === 'md' ? readTemplateTags(readFencedDivs(visible, isPandocFile(path)), isLiquid) : visible;
    const { outline } = readOutline(body, format, { title });
    return outline.troubles.some(({ severity }) => severity === 'error') ? null : outline;
  });
  known.set(before, { key, former });
  return former;
}
