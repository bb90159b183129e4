import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const module = resolve('src/build/watch-code.ts');

/** A process that watches two notes and runs `code` as the code of the second. */
const run = (code: string, options: readonly string[] = []) =>
  spawnSync(
    process.execPath,
    [
      ...options,
      '--input-type=module',
      '-e',
      `import { watchCode } from ${JSON.stringify(module)};
       const watch = await watchCode(['a.mdx', 'b.mdx'], 1000);
       watch.enter('b.mdx');
       ${code}
       watch.enter(null);
       await watch.close();`,
    ],
    { encoding: 'utf8', timeout: 20_000 },
  );

describe('watchCode', () => {
  it('lets ordinary code be', () => {
    const { status, stderr } = run('await new Promise((done) => setTimeout(done, 10));');
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each([
    ['leaves', 'process.exit(0);'],
    ['waits for ever', 'await new Promise(() => {});'],
  ])('does not take it for success when a note %s', (_, code) => {
    const { status, stderr } = run(code);
    expect(status).not.toBe(0);
    expect(stderr).toContain('b.mdx');
  });

  it.each([
    ['fails', 'throw watch.name(new Error("kaputt"));'],
    [
      'fails later',
      'setTimeout(() => { throw new Error("kaputt"); }, 10); await new Promise((done) => setTimeout(done, 2000));',
    ],
    [
      'gives up later',
      'Promise.reject(new Error("kaputt")); await new Promise((done) => setTimeout(done, 2000));',
    ],
    ['gives up at once, and all pages are made without a pause', 'Promise.reject(new Error("kaputt"));'],
  ])('says whose code it was when one %s', (_, code) => {
    const { status, stderr } = run(code);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/b\.mdx: .*kaputt/u);
  });

  it('ends what takes all memory with the name of its note', () => {
    const { status, stderr } = run('const all = []; for (;;) all.push(new Array(1e6).fill(1));', [
      '--max-old-space-size=1600',
    ]);
    expect(status).not.toBe(0);
    expect(stderr).toContain('b.mdx');
  });

  it('ends an endless loop with the name of its note', () => {
    const { status, signal, stderr } = run('for (;;);');
    expect(status).not.toBe(0);
    expect(signal).toBe('SIGKILL');
    expect(stderr).toContain('b.mdx');
  });
});
