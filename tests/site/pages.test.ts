import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ownSite, plainSite, secondSite, readPage, readPages } from './sites.ts';

const sites = [
  { name: 'own', folder: ownSite, base: '/', language: 'ko' },
  { name: 'plain', folder: plainSite, base: '/atlas/', language: 'ko' },
  { name: 'second', folder: secondSite, base: '/', language: 'en' },
];

describe.each(sites)('every page of the $name site', ({ folder, base, language }) => {
  const pages = readPages(folder);

  test('has one h1, a language, a description, and headings without gaps', () => {
    for (const { path, document } of pages) {
      expect(document.querySelectorAll('h1').length, path).toBe(1);
      expect(document.documentElement.getAttribute('lang'), path).toBe(language);
      expect(document.querySelector('meta[name="description"]')?.getAttribute('content'), path).toBeTruthy();
      let level = 0;
      for (const heading of document.querySelectorAll(
        'main h1, main h2, main h3, main h4, main h5, main h6',
      )) {
        const own = Number(heading.tagName.slice(1));
        expect(own - level, `${path} ${heading.textContent ?? ''}`).toBeLessThanOrEqual(1);
        level = own;
      }
    }
  });

  test('has unique ids', () => {
    for (const { path, document } of pages) {
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
      expect(twice, path).toEqual([]);
    }
  });

  test('names what is in a closed part once', () => {
    for (const { path, document } of pages) {
      for (const glimpse of document.querySelectorAll('.fold > summary > .glimpse')) {
        const names = (glimpse.textContent ?? '').trim().split(' · ');
        expect(names.length, `${path}: ${names.join(' · ')}`).toBe(new Set(names).size);
      }
    }
  });

  test('asks nothing of another origin and keeps the security policy', () => {
    for (const { path, document, html } of pages) {
      const policy =
        document.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '';
      expect(policy, path).toMatch(/default-src 'none'/u);
      expect(policy, path).not.toMatch(
        /script-src[^;]*'unsafe-inline'|style-src [^;]*'unsafe-inline'|https?:/u,
      );
      const inline = [...document.head.querySelectorAll('style, script:not([src]):not([type])')];
      for (const { textContent } of inline) {
        const hash = createHash('sha256').update(textContent).digest('base64');
        expect(policy, `${path}: ${textContent.slice(0, 60)}`).toContain(`'sha256-${hash}'`);
      }
      for (const element of document.querySelectorAll(
        'script[src], link[rel="stylesheet"], img[src], source[src]',
      )) {
        const url = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
        // Share pages name their style from where they stand.
        const { href } = new URL(url, `https://site.example${base}${path.slice(1)}`);
        expect(href, path).toMatch(new RegExp(`^(?:https://site\\.example${base}|data:)`, 'u'));
      }
      expect(html, path).not.toMatch(/\son\w+="/u);
    }
  });

  test('shows no Markdown that was not understood', () => {
    for (const { path, document } of pages) {
      for (const element of document.querySelectorAll('main p, main li, main td')) {
        if (element.closest('pre, code')) continue;
        const text = [...element.childNodes]
          .filter((node) => node.nodeType === 3)
          .map((node) => node.textContent)
          .join('');
        expect(text, path).not.toMatch(/\*\*|\[@|~~|::table/u);
      }
    }
  });
});

describe('a note', () => {
  const { document } = readPage(secondSite, '/roasting/first-crack/');

  test('keeps its text apart from what stands around it', () => {
    const bodies = document.querySelectorAll('main [data-pagefind-body]');
    expect(bodies.length).toBe(1);
    expect(bodies[0]?.querySelector('[data-relations], [data-backlinks], [data-sources]')).toBeNull();
  });

  test('has permanent ids, aliases from its headings and copy buttons on every section', () => {
    const headings = [...document.querySelectorAll('[data-pagefind-body] :is(h2, h3, h4)')];
    expect(headings.length).toBeGreaterThan(4);
    for (const heading of headings) {
      expect(heading.id).toMatch(/^[a-z0-9-]{1,12}$/u);
      const button = heading.parentElement?.querySelector('button[data-copy-section]');
      expect(button?.getAttribute('data-url')).toBe(`https://atlas.example/s/${heading.id}/`);
    }
    expect(document.getElementById('what-to-watch')).toBeTruthy();
  });

  test('draws its diagrams, says them in words, and links their nodes', () => {
    const figure = document.querySelector('[data-pagefind-body] figure:has(mermaid-diagram)');
    expect(figure?.querySelectorAll('mermaid-diagram svg').length).toBe(1);
    expect(figure?.querySelector('pre[hidden]')?.textContent).toContain('flowchart');
    expect(figure?.querySelector('details.diagram-text')?.textContent).toContain('Baked coffee');
    expect(figure?.querySelector('svg a[href="/defects/baked/"]')).toBeTruthy();
  });

  test('cites its sources and is cited by others', () => {
    for (const mark of document.querySelectorAll('a[data-cite]')) {
      expect(
        document.querySelector(`[data-sources] li[id="source-${mark.getAttribute('data-cite') ?? ''}"]`),
      ).toBeTruthy();
    }
    expect(document.querySelectorAll('[data-backlinks] a[href]').length).toBeGreaterThan(3);
    expect(
      document.querySelector('[data-relations] [data-relation="measured-by"] a[href="/words/rate-of-rise/"]'),
    ).toBeTruthy();
  });
});

describe('a plain folder', () => {
  test('has a page for every note, at its own path', () => {
    const paths = readPages(plainSite).map((page) => page.path);
    expect(paths).toEqual(
      expect.arrayContaining([
        '/알고리즘/정렬/퀵 정렬/',
        '/알고리즘/정렬/병합 정렬/',
        '/sec/one-word/',
        '/100% #1 C?/',
        '/tags/pe/algo/',
        '/알고리즘/',
      ]),
    );
  });

  test('merges blank leading cells into row groups', () => {
    const { document } = readPage(plainSite, '/알고리즘/정렬/퀵 정렬/');
    const groups = [...document.querySelectorAll('main th[rowspan]')];
    expect(
      groups.map((cell) => [cell.textContent, cell.getAttribute('rowspan'), cell.getAttribute('scope')]),
    ).toEqual([
      ['분할', '2', 'rowgroup'],
      ['정복', '2', 'rowgroup'],
      ['재귀', '2', 'rowgroup'],
    ]);
  });

  test('keeps Korean emphasis, ranges and money as they are meant', () => {
    const { document } = readPage(plainSite, '/알고리즘/정렬/퀵 정렬/');
    expect(document.querySelector('main strong')?.textContent).toBe('퀵 정렬(Quick Sort)');
    expect(document.querySelector('main del')?.textContent).toBe('버블(bubble)');
    expect(document.querySelector('main')?.textContent).toContain('10:30과 1:n, 5~10개');
    expect(document.querySelector('main math')).toBeTruthy();
    expect(document.querySelector('.footnotes h2')?.textContent).toBe('각주');
    expect(readPage(plainSite, '/sec/owasp-2021/').document.querySelector('main')?.textContent).toContain(
      '$20→$0.07로',
    );
  });

  test('a page does not grow with the number of notes or links to it', () => {
    const { html } = readPage(plainSite, '/sec/one-word/');
    expect(html.length).toBeLessThan(20_000);
  });
});
