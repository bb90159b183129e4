import { afterAll, expect, test } from 'vitest';
import { describeFailure, fuzz } from '../../../bench/fuzz/fuzz.ts';
import { openCourt } from '../../../bench/fuzz/judge-folder.ts';

// `npm run bench -- fuzz` goes on from here for as long as one likes.
test.each([1, 2, 3])(
  'damaged notes are read, checked and drawn without harm (seed %i)',
  async (seed) => {
    expect(describeFailure(await fuzz(seed, 80))).toBe('');
  },
  180_000,
);

const court = openCourt();
afterAll(() => court.close());

/** What went wrong once. */
const found: Record<string, Record<string, string>> = {
  'fields that hold themselves, and fields that grow without end': {
    'a.md': '---\ntitle: 제목\nx: &loop\n  y: *loop\n---\n\n말0끝\n',
    'b.md': `---\na0: &a0 [x]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}]`).join('\n')}\n---\n\n말1끝\n`,
    'atlas.yaml': 'title: 시험\ncollections: &loop\n  x: *loop\n',
    'sources.yaml': '- &s { id: a, title: *s }\n',
  },
  'attributes with words that a component does not know': {
    'a.mdx': '<Tabs>\n<TabItem 말0끝 value="a" label="가" note="말1끝">\n\n글\n\n</TabItem>\n</Tabs>\n',
  },
  'an attribute with words, lines below where its component begins': {
    'a.md':
      'import Tabs from \'@theme/Tabs\';\n\n<Tabs>\n<TabItem\n\n  말0끝 value="a">\n\n글\n\n</TabItem>\n</Tabs>\n',
  },
  'attributes over lines that are blank': {
    'a.mdx':
      '<TabItem title="\n\n말0끝" label="가" value="\n\n 말2끝 a">\n\n글\n\n</TabItem>\n\n<Foo data-x="\n\n말3끝">\n\n글\n\n</Foo>\n\n<div label="가\n\n말1끝">\n\n글\n\n</div>\n',
  },
  'a term with a field too much and without its lists': {
    'terms.yaml': '- id: t1\n  term: 낱말\n  <b>english: word\n  definition: 뜻이다.\n  note: b\n',
    'a.md': '글\n',
  },
  'a script over lines that are blank': {
    'a.md': '글\n\n<script>\n가\n\n 말0끝 # 글</script>\n',
  },
  'titles of links, of pictures and of their definitions': {
    'a.md':
      '글\n\n[d]: b.md "제 말0끝 목"\n\n[d] [글][d] [딴](b.md "말1끝") ![](없음.png "말2끝") [없음](없음.md "말3끝")\n',
    'b.md': '글\n',
  },
};

test.each(Object.entries(found))('%s', async (_, files) => {
  expect(await court.judge(files)).toEqual([]);
});
