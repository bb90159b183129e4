import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { fromMarkdown } from 'mdast-util-from-markdown';
import robotsParser from 'robots-parser';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { hostileSite, ownSite, plainSite, readOrigin, readPages, secondSite } from './sites.ts';

const schemas = 'tests/fixtures/schemas';

async function validateXml(file: string, schema: string, kind: 'schema' | 'relaxng'): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'output.xml', contents: readFileSync(file, 'utf8') },
    schema: readFileSync(join(schemas, schema), 'utf8'),
    extension: kind,
  });
  return errors.map(({ message }) => message);
}

function validateJson(data: unknown, schema: object): string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  const validate = ajv.compile(schema);
  return validate(data)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

describe.each([
  // How much of the fixture's history a clone has is not for the site to say.
  { name: 'own', folder: ownSite, base: '/', isDated: true },
  { name: 'plain', folder: plainSite, base: '/atlas/', isDated: false },
  { name: 'second', folder: secondSite, base: '/', isDated: false },
  { name: 'hostile', folder: hostileSite, base: '/', isDated: false },
])('what machines read of the $name site', ({ folder, base, isDated }) => {
  const origin = readOrigin(folder);
  const root = origin + base;

  test.each([
    ['feed.xml', 'atom.rng', 'relaxng'],
    ['sections.xml', 'atom.rng', 'relaxng'],
    ['sitemap-0.xml', 'sitemap.xsd', 'schema'],
    ['sitemap-index.xml', 'sitemap.xsd', 'schema'],
  ] as const)('%s follows its grammar', async (file, schema, kind) => {
    expect(await validateXml(join(folder, file), schema, kind)).toEqual([]);
  });

  test('the grammars refuse what is wrong', async () => {
    const wrong = '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title></feed>';
    const { errors } = await validateXML({
      xml: { fileName: 'wrong.xml', contents: wrong },
      schema: readFileSync(join(schemas, 'atom.rng'), 'utf8'),
      extension: 'relaxng',
    });
    expect(errors.length).toBeGreaterThan(0);
  });

  test('the JSON feed and the data follow their schemas', () => {
    const feed = readJson(join(folder, 'feed.json'));
    expect(validateJson(feed, readJson(join(schemas, 'json-feed.json')))).toEqual([]);
    expect(
      validateJson(readJson(join(folder, 'atlas.json')), readJson(join(folder, 'atlas.schema.json'))),
    ).toEqual([]);
    if (isDated) expect((feed['items'] as unknown[]).length).toBeGreaterThan(20);
  });

  test('robots may read everything and are told where the sitemap is', () => {
    const robots = robotsParser(`${origin}/robots.txt`, readFileSync(join(folder, 'robots.txt'), 'utf8'));
    expect(robots.isAllowed(`${root}about/`, 'anybot')).toBe(true);
    expect(robots.getSitemaps()).toEqual([`${root}sitemap-index.xml`]);
  });

  test('llms.txt is a title, a summary, and lists of links, one line a note', () => {
    const tree = fromMarkdown(readFileSync(join(folder, 'llms.txt'), 'utf8'));
    const [title, summary, ...rest] = tree.children;
    expect(title?.type === 'heading' && title.depth).toBe(1);
    expect(summary?.type).toBe('blockquote');
    expect(rest.every((node) => (node.type === 'heading' ? node.depth === 2 : node.type === 'list'))).toBe(
      true,
    );
    const notes = readPages(folder).filter(({ html }) => html.includes('data-note="'));
    const own = notes.filter(
      ({ document }) =>
        document.querySelector('article[data-note]') && !document.querySelector('meta[name="robots"]'),
    );
    const items = rest.flatMap((node) => (node.type === 'list' ? node.children : []));
    expect(items.length).toBe(own.length);
  });

  test('structured data is whole: an article, its way from home, and nothing undefined', () => {
    for (const { path, document } of readPages(folder)) {
      if (!document.querySelector('article[data-note]')) continue;
      const text = document.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
      const data = JSON.parse(text) as { '@graph': Record<string, unknown>[] };
      const types = data['@graph'].map((node) => node['@type']);
      expect(types, path).toEqual(expect.arrayContaining(['Article', 'BreadcrumbList']));
      const article = data['@graph'][0] ?? {};
      expect(article['url'], path).toBe(
        document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
      );
      if (isDated) expect(article['dateModified'], path).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      expect(text, path).not.toMatch(/undefined|\[object/u);
    }
  });

  test('every note has a Markdown twin and its sections in one file, whose links are absolute', () => {
    let count = 0;
    for (const { path, document } of readPages(folder)) {
      // An unlisted note has its page and nothing else.
      if (!document.querySelector('article[data-note]') || document.querySelector('meta[name="robots"]'))
        continue;
      const note = join(folder, path.replace(/\/$/u, ''));
      const ids = [...document.querySelectorAll('.prose .section-heading :is(h2, h3, h4)')].map(
        ({ id }) => id,
      );
      const sections = JSON.parse(readFileSync(`${note}.sections.json`, 'utf8')) as Record<string, string>;
      expect(Object.keys(sections).sort(), path).toEqual([...ids].sort());
      for (const text of [readFileSync(`${note}.md`, 'utf8'), ...Object.values(sections)]) {
        const tree = fromMarkdown(text);
        visit(tree, ['link', 'image'], (node) => {
          expect((node as { url: string }).url, path).toMatch(/^(?:https?:|mailto:|tel:|#)/u);
        });
        count++;
      }
    }
    expect(count).toBeGreaterThan(20);
  });
});
