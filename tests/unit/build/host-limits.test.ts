import { expect, test } from 'vitest';
import { findHostLimits } from '../../../src/build/host-limits.ts';

const mebibyte = 2 ** 20;

test('a site that a host would refuse is warned of', () => {
  const files = new Map([
    ['index.html', { bytes: 10 }],
    ['files/a.pdf', { bytes: 25 * mebibyte }],
    ['files/b.pdf', { bytes: 30 * mebibyte }],
  ]);
  expect(findHostLimits(files)).toEqual([expect.stringMatching(/files\/b\.pdf.*30\.0 MB.*25 MB/u)]);
  const many = new Map(Array.from({ length: 20_001 }, (_, at) => [`${at}/index.html`, { bytes: 1 }]));
  expect(findHostLimits(many)).toEqual([expect.stringContaining('20,001')]);
  many.delete('0/index.html');
  expect(findHostLimits(many)).toEqual([]);
});
