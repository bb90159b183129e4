import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openProgress } from '../../../src/commands/show-progress.ts';

let text = '';
const open = (isTTY: boolean) => {
  text = '';
  const output = Object.assign(new PassThrough(), { isTTY, columns: 80, cursorTo: () => true });
  output.on('data', (part: Buffer) => (text += part.toString()));
  return openProgress(output as unknown as NodeJS.WriteStream);
};

beforeEach(() => vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
afterEach(() => vi.unstubAllEnvs());
afterEach(() => vi.useRealTimers());

test('without a terminal there is a line now and then', () => {
  const { show } = open(false);
  for (let done = 1; done <= 100; done++) {
    vi.advanceTimersByTime(400);
    show('쪽', done, 100);
  }
  expect(text).toBe('쪽 25/100\n쪽 50/100\n쪽 75/100\n');
});

test('on a terminal there is a bar, which goes when the step is done', () => {
  vi.stubEnv('CI', '');
  const { show } = open(true);
  show('쪽', 1, 100);
  expect(text).toContain('1/100');
  show('쪽', 100, 100);
  expect(text).not.toContain('\n');
  const before = text;
  vi.advanceTimersByTime(5000);
  expect(text).toBe(before);
});

test('what is over at once is not shown', () => {
  const { show } = open(false);
  vi.advanceTimersByTime(60_000);
  show('쪽', 3, 8);
  expect(text).toBe('');
});
