/** `npm run preview`: serves the site that was built last. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { settleOutputFolder } from '../build/output/output-folder.ts';
import { outFolder } from './build-once.ts';
import { serveAndTell } from './serve-site.ts';

await settleOutputFolder(outFolder());
if (!existsSync(join(outFolder(), 'index.html'))) {
  console.error('만들어 둔 사이트가 없습니다. 먼저 npm run build를 하십시오.');
  process.exit(1);
}
await serveAndTell(outFolder());
