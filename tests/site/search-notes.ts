import { rmSync } from 'node:fs';
import { mkdtemp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import GithubSlugger from 'github-slugger';
import { toString } from 'hast-util-to-string';
import type { Element, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { createSearchFiles } from '../../src/search/build-index.ts';
import type { Engine } from '../../src/search/engine.ts';
import type { SynonymGroups } from '../../src/search/synonyms.ts';
import { openSearch } from './open-search.ts';

/** Gives headings ids, as any renderer does. */
function rehypeIds() {
  return (tree: Root): void => {
    const slugger = new GithubSlugger();
    visit(tree, 'element', (node: Element) => {
      if (/^h[2-6]$/u.test(node.tagName)) node.properties['id'] = slugger.slug(toString(node));
    });
  };
}

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeIds)
  .use(rehypeStringify);

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Notes by path (`a.md`), as the search reads their pages: plain Markdown, a `# title` first. No site is built. */
export async function searchNotes(
  notes: ReadonlyMap<string, string>,
  synonyms: SynonymGroups = [],
): Promise<Engine> {
  const pages = [...notes].map(([path, source]) => {
    const [, title = path, body = source] = /^# (.+)\n([^]*)$/u.exec(source) ?? [];
    const html = markdown.processSync(body).toString();
    return {
      url: `/${path.replace(/\.md$/u, '').split('/').map(encodeURIComponent).join('/')}/`,
      html: `<article data-pagefind-body data-title="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" data-kind="note"><h1>${title}</h1>${html}</article>`,
    };
  });
  const { files } = await createSearchFiles({ pages, synonyms });
  const folder = await mkdtemp(join(tmpdir(), 'atlas-search-'));
  folders.push(folder);
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return openSearch(folder);
}

/** The Markdown files of a folder by path. */
export async function readNotes(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith('.md')).sort();
  return new Map(
    await Promise.all(
      files.map(async (name): Promise<[string, string]> => [
        relative('.', name).split(sep).join('/'),
        await readFile(join(folder, name), 'utf8'),
      ]),
    ),
  );
}
