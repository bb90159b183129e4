import { expect, test } from 'vitest';
import { stemEnglish } from '../../../src/search/stem-english.ts';

// As Pagefind 1.6 cut them; 100,000 more were compared once.
test.each(
  (
    'evening:evening dying:die succeed:succeed exceedingly:exceed generously:generous ponies:poni ties:tie gas:gas ' +
    'hopping:hop adding:add pasting:paste geologist:geolog controlling:control rationally:ration formalize:formal ' +
    'adoption:adopt replacement:replac yellow:yellow skies:sky'
  )
    .split(' ')
    .map((pair) => pair.split(':')),
)('%s is kept under %s', (word = '', stem) => {
  expect(stemEnglish(word)).toBe(stem);
});
