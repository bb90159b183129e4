import { join } from 'node:path';
import { isPandocFile, readFencedDivs } from '../flavours/fenced-divs.ts';
import { hideComments } from '../flavours/hide-comments.ts';
import { selectPart } from '../flavours/code-parts.ts';
import { listIncludes, mayInclude, showPartMarks, splitPart } from '../flavours/includes.ts';
import { addSharedImports, listPartials } from '../flavours/partials.ts';
import { readTemplateTags } from '../flavours/template-tags.ts';
import { resolveAliases } from '../flavours/path-aliases.ts';
import { readUnfencedDiagrams } from '../flavours/unfenced-diagrams.ts';
import { cutLeftOut } from '../markdown/parse-note.ts';
import type { Note } from '../knowledge/note.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';
import { toNfc } from '../knowledge/text.ts';
import { readFrontMatter } from './front-matter.ts';
import { isPrivateName } from './hidden-names.ts';
import type { Folder } from './read-folder.ts';
import { LedOut, readInside } from './read-inside.ts';
import { seeText } from './read-note.ts';
import { openSnippets } from './read-shared-definitions.ts';
import { looksPrivate } from './visibility.ts';

/**
 * Texts that are no notes of their own but parts of others: by path, without front matter and comments. What lies outside the
 * folder of notes, where a tool's settings say, is called by what its users write (`snippetPath`).
 */
export type Partials = ReadonlyMap<string, string>;

/** What a text from outside the folder is kept under. */
export function snippetPath(url: string): string {
  return `//${toNfc(url)}`;
}

/** Reads the texts that notes import from files which a convention hides (`_intro.mdx`), and what these import. */
export async function readPartials(notes: readonly Note[], folder: Folder): Promise<Partials> {
  const found = new Map<string, string>();
  const hidden = new Set(folder.hidden.filter(isPart).map(({ path }) => path));
  const shown = new Set(notes.map(({ path }) => path));
  const readPart = (path: string) =>
    readInside(folder.homes, join(folder.root, path)).then(String, (error: unknown) =>
      error instanceof LedOut || (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : '',
    );
  let snippets: ReturnType<typeof openSnippets> | undefined;
  const readSnippet = async (url: string) => {
    if (!noteEnding.test(url) || url.split('/').some(isPrivateName)) return null;
    return (await (snippets ??= openSnippets(folder.root)))?.read(url) ?? null;
  };
  const waiting = notes.map(({ path, body }) => ({ path, body }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!next.body.includes('import ') && !mayInclude(next.body)) continue;
    const imported = [...listPartials(next.body).values()];
    for (const url of [...imported, ...listIncludes(next.body)]) {
      const { file, part } = splitPart(url) ?? { file: url, part: '' };
      const inside = partialPaths(file, next.path, part !== '').find(
        (candidate) =>
          hidden.has(candidate) || ((part !== '' || imported.includes(url)) && shown.has(candidate)),
      );
      const path = inside === undefined ? snippetPath(url) : inside + (part && `:${part}`);
      if (found.has(path)) continue;
      const written = await (inside === undefined ? readSnippet(file) : readPart(inside));
      if (written === null) continue;
      const text = written.replace(/\r\n?/gu, '\n');
      const isMdx = /\.mdx$/iu.test(file) || imported.includes(url);
      const front = readFrontMatter(text, { isLenient: true });
      if (seeText(text, front).kind === 'held') continue;
      const { isLiquid, siteValues } = folder.tools;
      // A part is cut from what a reader may see of its file, whose lines count from the first of its properties.
      const before = part ? '\n'.repeat(front.bodyLine) : '';
      const all = hideComments(before + toNfc(showPartMarks(front.body)), isMdx ? 'mdx' : 'md', folder.tools);
      const visible = part ? selectPart(cutLeftOut(all.body, isMdx ? 'mdx' : 'md'), part) : all.body;
      if (visible === null) continue;
      const drawn = readUnfencedDiagrams(resolveAliases(visible, folder.tools.aliases));
      const body = isMdx
        ? addSharedImports(drawn, folder.tools.sharedImports)
        : readTemplateTags(readFencedDivs(drawn, isPandocFile(file)), isLiquid, siteValues);
      found.set(path, body);
      waiting.push({ path, body });
    }
  }
  return found;
}

/**
 * What is hidden because it is only a part (`_intro.md`, `_includes/`, what settings keep from being a page); a draft is
 * none, though somebody puts it in.
 */
function isPart({ path, by, isPart: isKept }: Folder['hidden'][number]): boolean {
  const isSnippet = isKept === true && !looksPrivate({ path, tags: [] });
  return (by.startsWith('_') || isSnippet) && !path.split('/').some(isPrivateName);
}

/**
 * Where an imported file may lie: beside the note, or below the root of the site's sources (`@site/docs/_x.mdx`). MkDocs,
 * which alone names parts of files, looks from above the folder of notes.
 */
export function partialPaths(url: string, from: string, isPart = splitPart(url) !== null): string[] {
  if (isPart) return [...partialPaths(url, from, false), ...partialPaths(`/${url}`, from, false)];
  const isSite = /^(?:[@~]site)?\//u.test(url);
  const steps = isSite ? [] : from.split('/').slice(0, -1);
  for (const step of toNfc(url)
    .replace(/^(?:[@~]site)?\//u, '')
    .split('/')) {
    if (step === '..') {
      if (!steps.length) return [];
      steps.pop();
    } else if (step && step !== '.') steps.push(step);
  }
  return isSite ? [steps.join('/'), steps.slice(1).join('/')] : [steps.join('/')];
}
