/**
 * `npm run dev`: live authoring. Problems are printed and shown in the page; they never stop the server.
 *
 * Pages come from the site as Astro has compiled it, which is done once for this code (`serve-compiled.ts`). Who works on
 * the code itself, or on notes that are code, gets Astro's own development server: with `--code`, and from the first
 * change of a file in `src/`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandsWords } from '#words';
import { findCompiled, isCode } from '../build/compiled/open-compiled.ts';
import { serveCompiled } from '../build/dev/serve-compiled.ts';
import { openSession } from '../content/session.ts';
import { watchFolder } from '../build/dev/watch-folder.ts';
import { startAgain } from './start-again.mjs';
import { checkContent } from './check-content.ts';
import { explainServerError, localAddress, loopback } from './serve-site.ts';

openSession().isWriting = true;
const { atlas } = await checkContent();
if (!atlas) process.exit(1);
const port = Number(process.env['PORT'] || 4321);
const host = process.env['HOST'];

if (process.argv.includes('--code') || process.env[startAgain.variable] || isCode(atlas)) {
  const { dev } = await import('astro');
  await dev({
    root: resolve('.'),
    server: { port, ...(host ? { host } : {}) },
    logLevel: 'warn',
    force: true,
  });
} else {
  let compiled = await findCompiled(atlas);
  if (!compiled) {
    console.log(commandsWords().writing.compiles);
    const child = spawn(
      process.execPath,
      [...process.execArgv, fileURLToPath(new URL('../build/compiled/compile-child.ts', import.meta.url))],
      { stdio: 'inherit' },
    );
    const [code] = (await once(child, 'close')) as [number | null];
    if (code) process.exit(code);
    compiled = await findCompiled(atlas);
    if (!compiled) process.exit(1);
  }
  try {
    const { close } = await serveCompiled(compiled, {
      port,
      host: host || loopback,
      print: (line) => console.log(line),
    });
    // A browser that has drawn diagrams would keep the process.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => void close().finally(() => process.exit()));
  } catch (error) {
    console.error(explainServerError(error, port));
    process.exit(1);
  }
  watchFolder(resolve('src'), () => {
    console.log(commandsWords().writing.codeChanged);
    process.exit(startAgain.code);
  });
}
console.log(localAddress(port));
