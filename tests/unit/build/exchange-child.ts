/** Run by `output-folder.test.ts`: exchanges a site and kills itself before a step. Prints its steps otherwise. */
import { cp } from 'node:fs/promises';
import { checkOutputFolder, openSitePlace } from '../../../src/build/output/output-folder.ts';

const [target = '', source = '', contentDir = '', killBefore = ''] = process.argv.slice(2);
const real = await checkOutputFolder(target, { contentDir, projectRoot: process.cwd() });
const place = await openSitePlace(real);
await cp(source, place.next, { recursive: true });
let count = 0;
await place.moveIn((step) => {
  if (count++ === Number(killBefore || -1)) process.kill(process.pid, 'SIGKILL');
  console.log(step);
});
if (Number(killBefore) === count) process.kill(process.pid, 'SIGKILL');
await place.close();
