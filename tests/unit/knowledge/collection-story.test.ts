import { describe, expect, test } from 'vitest';
import { buildCollectionPages } from '../../../src/knowledge/collection-page.ts';
import { readStory } from '../../../src/subject/story.ts';
import { openVault } from '../flavours/vault.ts';

test('paragraphs, links and the words around them, whatever else the text holds', () => {
  expect(
    readStory('First [[hut]], then\n[[pass|the pass]].\n\n\nNo [link] [[ ]] here <b>[[a|]]</b>.'),
  ).toEqual([
    ['First ', { note: 'hut' }, ', then ', { note: 'pass', words: 'the pass' }, '.'],
    ['No [link] ', { note: '' }, ' here <b>', { note: 'a' }, '</b>.'],
  ]);
  expect(readStory('')).toEqual([]);
});

describe('the story of a collection', () => {
  const files = (story: string) => ({
    'atlas.yaml': `title: Huts\nlanguage: en\ncollections:\n  hut:\n    label: Huts\n    story: ${JSON.stringify(story)}\n`,
    'hut/low.md': '---\ntitle: Low hut\n---\n## Where\n\nBelow.\n',
    'hut/high.md': '---\ntitle: High hut\ndraft: true\n---\n## Where\n\nAbove.\n',
  });

  test('leads to its notes, and says no more of a note that is held back than its author wrote', async () => {
    const { atlas, problems } = await openVault(
      files('Start at [[low]]; [[low|the first]]에서. [[high|Higher]], [[high]].'),
    );
    const [page] = buildCollectionPages(atlas.library, '/');
    expect(page?.story).toEqual([
      [
        'Start at ',
        expect.objectContaining({ href: '/hut/low/', title: 'Low hut' }),
        '; ',
        expect.objectContaining({ href: '/hut/low/', title: 'the first' }),
        '에서. ',
        'Higher',
        ', ',
        'another note',
        '.',
      ],
    ]);
    expect(problems.filter((line) => line.includes('"high"'))).toEqual([
      expect.stringMatching(/^atlas\.yaml:6:\d+ warning declaration: story: /u),
    ]);
  });

  test('names a note that is not there, with the nearest that is', async () => {
    const { atlas, problems } = await openVault(files('Start at [[lov]].'));
    expect(buildCollectionPages(atlas.library, '/')[0]?.story).toEqual([['Start at ', 'lov', '.']]);
    expect(problems).toContainEqual(expect.stringMatching(/^atlas\.yaml:6:\d+ .*"lov".*"low"/u));
  });
});
