/** Run by `output-folder.test.ts`: exchanges a site and kills itself before a step. Prints its steps otherwise. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkOutputFolder, openSitePlace } from '../../../src/build/output/output-folder.ts';
import { openSiteFiles, type SiteFiles } from '../../../src/build/output/site-files.ts';
import { recordSite } from '../../../src/build/output/site-record.ts';

const [target = '', source = '', contentDir = '', killBefore = ''] = process.argv.slice(2);

function fill(site: SiteFiles, folder: string): SiteFiles {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && entry.name !== '.atlas-site')
      site.write(relative(folder, path), readFileSync(path));
  }
  return site;
}

const real = await checkOutputFolder(target, { contentDir, projectRoot: process.cwd() });
const { record } = recordSite(real, fill(openSiteFiles(real), real).files, new Set(), new Map());
const place = await openSitePlace(real);
const { kept } = fill(openSiteFiles(place.next, { folder: real, record }), source);
let count = 0;
await place.moveIn({ kept }, (step) => {
  if (count++ === Number(killBefore || -1)) process.kill(process.pid, 'SIGKILL');
  console.log(step);
});
if (Number(killBefore) === count) process.kill(process.pid, 'SIGKILL');
await place.close();
