import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash, fingerprint, similarity } from '../../../src/sections/fingerprint.ts';
import { keepOrder } from '../../../src/sections/keep-order.ts';
import { editBody, writeBody } from './make-note.ts';

test('equal texts are alike, edited ones nearly, others hardly; form and spacing do not count', () => {
  const text = writeBody(1);
  expect(
    similarity(fingerprint(text), fingerprint(`  ${text.normalize('NFD').replaceAll(' ', '\n')}. `)),
  ).toBe(1);
  for (let seed = 1; seed < 40; seed++) {
    const body = writeBody(seed, 80);
    expect(similarity(fingerprint(body), fingerprint(editBody(body, seed)))).toBeGreaterThan(0.6);
    expect(similarity(fingerprint(body), fingerprint(writeBody(seed + 1000, 80)))).toBeLessThan(0.5);
  }
  expect(similarity('', '')).toBe(0);
  expect(fingerprint('🎉')).not.toBe('');
  expect(contentHash(' 가  나\n')).toBe(contentHash('가 나'));
  expect(contentHash(' \n')).toBe('');
});

test('places ascend, and change only where the order makes them', () => {
  expect(keepOrder([undefined, undefined])).toEqual([1, 2]);
  expect(keepOrder([undefined, 1, undefined, 2, undefined])).toEqual([0, 1, 1.5, 2, 3]);
  expect(keepOrder([3, 1, 2])).toEqual([0, 1, 2]);
  const places = fc.array(fc.option(fc.integer({ min: -50, max: 50 }), { nil: undefined }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(places, (known) => {
      const result = keepOrder(known);
      expect(result).toHaveLength(known.length);
      result.forEach((place, index) => index && expect(place).toBeGreaterThan(result[index - 1] ?? 0));
      expect(keepOrder(result)).toEqual(result);
    }),
  );
});

test('a thousand insertions at one spot stay in order', () => {
  let places = [1, 2];
  for (let n = 0; n < 1000; n++) places = keepOrder([places[0], undefined, ...places.slice(1)]);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(Math.max(...places.map((place) => String(place).length))).toBeLessThan(14);
});
