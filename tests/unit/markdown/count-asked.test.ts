import { beforeAll, expect, it } from 'vitest';
import { readOutline } from '../../../src/markdown/parse-note.ts';
import { setLanguage } from '../../../src/words/words.ts';

beforeAll(() => setLanguage('en'));

const askedIn = (body: string) => readOutline(body, 'md', { title: 'Note' }).outline.asked;

it.each([
  ['terms', 'Roast\n: heat a bean\n\nCool\n: let it go\n', 2],
  [
    'folds that ask',
    '<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n\n> [!question]- How?\n> So.\n',
    2,
  ],
  ['folded answers', '1. One\n   <details><summary>Answer</summary>\n\n   A\n\n   </details>\n', 1],
  [
    'lists of questions',
    '## Questions\n\n1. Why?\n   - So.\n2. How? [there](#x)\n3. Open\n\n## Next\n\n- a\n  - b\n',
    2,
  ],
  [
    'headings of questions',
    '## FAQ\n\n### Why?\n\nSo.\n\n### How?\n\nSo.\n\n## Why this\n\ntext\n\n### Q1. And?\n',
    2,
  ],
])('counts %s', (_, body, count) => {
  expect(askedIn(body)).toBe(count);
});

it('is silent where nothing asks', () => {
  expect(askedIn('## Part\n\n- a\n  - b\n\n<details><summary>Code</summary>x</details>\n')).toBeUndefined();
});
