import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSource, unpackSource } from '../../../src/diagrams/share-source.ts';
import { secondsOf } from '../processor-time.ts';

test('any source comes back from its address', () => {
  const figure = fc.stringMatching(/^[a-z][\w-]{0,11}$/u);
  fc.assert(
    fc.property(figure, fc.string({ unit: 'grapheme', maxLength: 2000 }), (name, code) => {
      expect(unpackSource(packSource({ figure: name, code }))).toEqual({ figure: name, code });
    }),
  );
});

test('addresses need no escaping and are short', () => {
  const code = `flowchart TD\n${Array.from({ length: 20 }, (_, index) => `  N${index}["단계 ${index}"] --> N${index + 1}`).join('\n')}`;
  const hash = packSource({ figure: 'f-4k2', code });
  expect(hash).toMatch(/^#diagram=f-4k2\.[\w-]+$/u);
  expect(hash.length).toBeLessThan(code.length);
});

test.each([
  '',
  '#f-4k2',
  '#diagram=',
  '#diagram=a',
  '#diagram=a.',
  '#diagram=a.%%%',
  '#diagram=a.AAAA',
  '#diagram=%E0.AAAA',
])('anything else is nothing: %j', (hash) => {
  expect(unpackSource(hash)).toBeNull();
});

test('what unpacks to more than a diagram may have is given up', async () => {
  const bomb = deflateSync(new Uint8Array(50_000_000), { level: 9 });
  const text = Buffer.from(bomb).toString('base64url');
  const seconds = await secondsOf(() => expect(unpackSource(`#diagram=a.${text}`)).toBeNull());
  expect(seconds).toBeLessThan(5);
});
