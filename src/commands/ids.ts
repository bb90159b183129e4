/** `npm run ids -- retire <id> <target>` and `npm run ids -- repair`: the two things an author does to the lock by hand. */
import { commandsWords } from '#words';
import { join, resolve } from 'node:path';
import { lockFile } from '../content/read-section-ids.ts';
import { runRepair, runRetire } from '../sections/retire-command.ts';

const [verb = '', ...args] = process.argv.slice(2);
const path = join(resolve(process.env['CONTENT_DIR'] || 'content'), lockFile);
if (verb === 'retire') process.exit(await runRetire(args, path));
if (verb === 'repair') process.exit(await runRepair(path));
console.error(commandsWords().idsUsage);
process.exit(1);
