/** `npm start`: builds the site unless nothing has changed since the last build, and serves it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandsWords } from '#words';
import { readStamp, writeStamp } from '../build/build-stamp.ts';
import { settleOutputFolder } from '../build/output/output-folder.ts';
import { buildOnce, outFolder } from './build-once.ts';
import { serveAndTell } from './serve-site.ts';

const folder = outFolder();
await settleOutputFolder(folder);
const stamp = await readStamp(folder);
if (stamp.isCurrent && existsSync(join(folder, 'index.html'))) {
  console.log(commandsWords().server.unchanged);
} else {
  if (!(await buildOnce())) process.exit(1);
  await writeStamp(folder);
}
await serveAndTell(folder);
