/** `npm run preview`: serves the site that was built last. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandsWords } from '#words';
import { settleOutputFolder } from '../build/output/output-folder.ts';
import { outFolder } from './folders.ts';
import { serveAndTell } from './serve-site.ts';

await settleOutputFolder(outFolder());
if (!existsSync(join(outFolder(), 'index.html'))) {
  console.error(commandsWords().server.nothingBuilt);
  process.exit(1);
}
await serveAndTell(outFolder());
