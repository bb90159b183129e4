import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const module = resolve('src/build/end-on-signals.ts');

/** A process that hears signals as one does whose browser is only closed by them. */
const start = (code: string) =>
  spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { endOnSignals } from ${JSON.stringify(module)};
       process.on('SIGTERM', () => undefined);
       setInterval(() => undefined, 1000);
       ${code}
       console.log('ready');`,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 },
  );

it('ends a process that something else keeps from ending at a signal', async () => {
  const child = start('endOnSignals();');
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([143, null]);
});

it('gives signals back', async () => {
  const child = start('endOnSignals()(); process.on("SIGTERM", () => process.exit(7));');
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([7, null]);
});
