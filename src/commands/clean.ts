/** `npm run clean`: empties the caches. What is committed (drawings, ids) and the built site stay. */
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { commandsWords } from '#words';
import { cacheFolder, checkoutFolder, withBuildLock } from '../build/build-lock.ts';
import { refuseCache } from '../build/claim-cache.ts';
import { folderSize } from '../build/output/folder-size.ts';
import { messageOf } from '../content/faults.ts';
import { notesFolder, outFolder } from './folders.ts';

try {
  if (cacheFolder !== checkoutFolder)
    await refuseCache(cacheFolder, {
      contentDir: notesFolder(),
      outDir: outFolder(),
      projectRoot: resolve('.'),
    });
} catch (error) {
  console.error(messageOf(error));
  process.exit(1);
}
const folders = [
  ...new Set([cacheFolder, checkoutFolder]),
  resolve('node_modules/.vite'),
  resolve('node_modules/.astro'),
];
let bytes = 0;
await withBuildLock(async () => {
  for (const folder of folders) {
    bytes += await folderSize(folder);
    await rm(folder, { recursive: true, force: true });
  }
});
console.log(commandsWords().cleaned((bytes / 1024 / 1024).toFixed(1)));
