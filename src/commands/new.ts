/** `npm run new -- <collection> <id>`: writes a note that passes the check and prints its path. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { commandsWords } from '#words';
import { openSession } from '../content/session.ts';
import { writeSchemas } from '../content/write-schemas.ts';
import { writeSkeleton } from '../knowledge/note-skeleton.ts';
import { dataId } from '../knowledge/schema.ts';
import { today } from '../site.ts';

const [name = '', id = ''] = process.argv.slice(2);
const atlas = await openSession().atlas();
const words = commandsWords().newNote;

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

const { collections } = atlas.subject;
const collection = collections.find((candidate) => candidate.name === name);
if (!collection) stop(words.usage(collections.map((candidate) => candidate.name)));
if (!dataId.safeParse(id).success) stop(words.badId);
const known = atlas.library.byId.get(id);
if (known) stop(words.taken(id, `${atlas.name}/${known.path}`));
const path = join(atlas.root, collection.folder, `${id}.md`);
if (existsSync(path)) stop(words.exists(path));
await mkdir(dirname(path), { recursive: true });
await writeSchemas(atlas);
await writeFile(path, writeSkeleton(collection, id, today(), atlas.library), { flag: 'wx' });
console.log(`${atlas.name}/${collection.folder}/${id}.md`);
