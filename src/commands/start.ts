/** `npm start`: builds the site unless nothing has changed since the last build, and serves it. */
import { settleOutputFolder } from '../build/output/output-folder.ts';
import { buildOnce } from './build-once.ts';
import { outFolder } from './folders.ts';
import { serveAndTell } from './serve-site.ts';

const folder = outFolder();
await settleOutputFolder(folder);
// Readers need not wait for the pictures of previews.
if (!(await buildOnce(() => serveAndTell(folder)))) process.exit(1);
