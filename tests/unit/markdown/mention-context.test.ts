import { expect, it } from 'vitest';
import { readOutline } from '../../../src/markdown/parse-note.ts';

const contextsOf = (body: string) =>
  readOutline(body, 'md', { title: 'Note' }).outline.links.map(({ context }) => context);

it('a mention is told in its whole sentence, also around e.g. and i.e.', () => {
  expect(
    contextsOf(
      'Before. The limit holds for [hooks](h.md) (i.e. the stream), cf. the list, e.g. of three. After.',
    ),
  ).toEqual(['The limit holds for hooks (i.e. the stream), cf. the list, e.g. of three.']);
  expect(contextsOf('It knocks. See [hooks](h.md). It goes.')).toEqual(['See hooks.']);
});

it('a mention whose words go over a full stop is cut between words', () => {
  const [context = ''] = contextsOf(`${'Harbour '.repeat(15)}[one. Two](h.md) ${'harbour '.repeat(15)}end.`);
  expect(context).toMatch(/(?:[Hh]arbour|one\.)…?$/u);
});
