import { expect, test } from 'vitest';
import { makeSubject } from '../subject/make-subject.ts';
import type { Note } from '../../../src/knowledge/note.ts';
import { indexNotes, resolveLink } from '../../../src/knowledge/resolve-link.ts';

function note(path: string): Note {
  const address = path.replace(/\.mdx?$/u, '');
  const [collection = 'note'] = path.split('/');
  return {
    id: address.split('/').at(-1),
    path,
    address,
    collection,
    title: '',
    tags: ['법/한국'],
    aliases: [],
    body: '',
    outline: { sections: [], anchors: [] },
  } as unknown as Note;
}

const from = note('box/router.md');
const notes = [from, note('fault/packet-loss.mdx'), note('box/벡터 검색.md')];
const subject = makeSubject('collections: { box: {}, fault: {} }');
const index = indexNotes(notes, new Set(['box/그림.png']), {}, subject);

test.each([
  ['../fault/packet-loss.mdx', 'note:fault/packet-loss'],
  ['../fault/packet-loss.md', 'note:fault/packet-loss'],
  ['../fault/packet-loss', 'note:fault/packet-loss'],
  ['/fault/packet-loss/', 'note:fault/packet-loss'],
  ['note:packet-loss#절', 'note:fault/packet-loss#절'],
  ['벡터%20검색.md#%EC%A0%88', 'note:box/벡터 검색#절'],
  ['벡터 검색.md'.normalize('NFD'), 'note:box/벡터 검색'],
  ['#절', 'note:box/router#절'],
  ['그림.png', 'asset:box/그림.png'],
  ['/search/?q=x', 'page:search'],
  ['/tags/법/한국/', 'page:tags/법/한국'],
  ['https://example.org/a', 'external'],
  ['//example.org/a', 'external'],
  ['mailto:a@example.org', 'external'],
  ['javascript:alert(1)', 'unsafe'],
  ['data:text/html,x', 'unsafe'],
  ['../../../etc/passwd', 'missing'],
  ['none.md', 'missing'],
  ['100%.md', 'missing'],
])('%s → %s', (url, expected) => {
  const target = resolveLink(url, from, index);
  const said =
    target.kind === 'note'
      ? `note:${target.note.address}${target.anchor ? `#${target.anchor}` : ''}`
      : target.kind === 'asset'
        ? `asset:${target.path}`
        : target.kind === 'page'
          ? `page:${target.address}`
          : target.kind;
  expect(said).toBe(expected);
});

test.each([
  ['draft.md', 'private'],
  ['draft#절', 'private'],
  ['/box/draft/', 'private'],
  ['note:draft', 'private'],
  ['_drafts/x.md', 'private'],
  ['_drafts/표.csv', 'private'],
  ['틀/표.csv', 'private'],
  ['../.obsidian/app.json', 'private'],
  ['숨은 쪽.md#절', 'page:box/숨은 쪽#절'],
  ['note:숨은 쪽', 'page:box/숨은 쪽'],
  ['../밖.md', 'missing'],
])('%s of what is kept back or unlisted leads to %s', (url, expected) => {
  const apart = {
    held: [
      { id: 'draft', path: 'box/draft.md', address: 'box/draft', by: 'draft: true' },
      { id: 'box/틀/t', path: 'box/틀/t.md', address: 'box/틀/t', by: '틀/' },
    ],
    unlisted: [note('box/숨은 쪽.md')],
  };
  const target = resolveLink(url, from, indexNotes(notes, new Set(), apart, subject));
  const where = target.kind === 'page' ? `:${target.address}${target.anchor ? `#${target.anchor}` : ''}` : '';
  expect(`${target.kind}${where}`).toBe(expected);
});
