import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { ownSite, plainSite, secondSite, readPages } from './sites.ts';

/** What the HTML standard forbids; matters of style are Prettier's. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    // Written by Astro's serialiser: allowed, if not pretty.
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
    'no-inline-style': 'off',
    'long-title': 'off',
    'no-raw-characters': ['error', { relaxed: true }],
    // `role="list"` keeps lists lists in Safari; author-chosen and Korean ids are ids.
    'no-redundant-role': 'off',
    'valid-id': ['error', { relaxed: true }],
    // Only the element itself knows: custom elements and inline SVG come from us.
    'no-unknown-elements': 'off',
    'require-sri': 'off',
    // A drawing's words follow its caption, as a reader expects them.
    'element-permitted-order': 'off',
    // Firefox would fill in filters that a reader set on an earlier visit.
    'valid-autocomplete': 'off',
    'tel-non-breaking': 'off',
  },
});

/** One page of each kind stands for all of its kind. */
const kinds = [
  /^\/$/u,
  /^\/roasting\/first-crack\/$/u,
  /^\/roasting\/$/u,
  /^\/[a-z-]+\/[a-z0-9-]+\/$/u,
  /^\/[a-z-]+\/$/u,
  /^\/s\/[^/]+\/$/u,
  /^\/404\.html$/u,
  /^\/print\//u,
  /^\/tags\//u,
  /many-headings|wide-table|long-title/u,
];

describe.each([
  { name: 'own', folder: ownSite },
  { name: 'plain', folder: plainSite },
  { name: 'second', folder: secondSite },
])('the HTML of the $name site', ({ folder }) => {
  test('is valid on every kind of page', async () => {
    const found = new Map<string, number>();
    for (const kind of kinds) {
      for (const { path, html } of readPages(folder)
        .filter((page) => kind.test(page.path))
        .slice(0, 12)) {
        const { results } = await validator.validateString(html);
        for (const message of results.flatMap((result) => result.messages)) {
          const key = `${path} ${message.ruleId}: ${message.message} (${message.selector ?? ''})`;
          found.set(key, (found.get(key) ?? 0) + 1);
        }
      }
    }
    expect([...found.keys()]).toEqual([]);
  });
});
