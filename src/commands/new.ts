/**
 * `npm run new -- <collection> <id>`: writes a note that passes the check and prints its path. In a folder without
 * collections it is `npm run new -- <path>`.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { commandsWords } from '#words';
import { isHiddenName } from '../content/hidden-names.ts';
import { openSession } from '../content/session.ts';
import { writeSchemas } from '../content/write-schemas.ts';
import { writeSkeleton } from '../knowledge/note-skeleton.ts';
import { dataId } from '../knowledge/schema.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';
import { recogniseTools } from '../content/recognise-tools.ts';
import { toNfc } from '../knowledge/text.ts';
import { today } from '../site.ts';

const [name = '', id = ''] = process.argv.slice(2).map(toNfc);
const atlas = await openSession().atlas();
const words = commandsWords().newNote;

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

const { collections } = atlas.subject;
if (!collections.length) await writePlain();
const collection = collections.find((candidate) => candidate.name === name);
if (!collection) stop(words.usage(collections.map((candidate) => candidate.name)));
// Where nobody is strict, notes have any names that files can have.
if (
  !(atlas.subject.isStrict
    ? dataId.safeParse(id).success
    : isFileName(id) && !isHiddenName(`${id}.md`, false))
)
  stop(words.badId);
const known = atlas.library.byId.get(id);
if (known) stop(words.taken(id, `${atlas.name}/${known.path}`));
const path = join(atlas.root, collection.folder, `${id}.md`);
if (existsSync(path)) stop(words.exists(path));
await mkdir(dirname(path), { recursive: true });
await writeSchemas(atlas);
await writeFile(path, writeSkeleton(collection, id, today(), atlas.library), { flag: 'wx' });
console.log(`${atlas.name}/${collection.folder}/${id}.md`);

function isFileName(word: string): boolean {
  return /^[^\s/\\:*?"<>|\0-\x1f](?:[^/\\:*?"<>|\0-\x1f]*[^\s/\\:*?"<>|\0-\x1f])?$/u.test(word);
}

/** A note with nothing but its title, where its path says. */
async function writePlain(): Promise<never> {
  const steps = [name, ...process.argv.slice(3).map(toNfc)].join('/').replace(noteEnding, '').split('/');
  const title = steps.at(-1) ?? '';
  if (!title) stop(words.usagePlain);
  const tools = await recogniseTools(atlas.root);
  const isHidden = (step: string, depth: number) => isHiddenName(step, depth < steps.length - 1, tools);
  if (!steps.every(isFileName) || steps.some(isHidden)) stop(words.badName);
  const inside = `${steps.join('/')}.md`;
  const place = join(atlas.root, inside);
  if (existsSync(place)) stop(words.exists(`${atlas.name}/${inside}`));
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, `# ${title}\n\n`, { flag: 'wx' });
  console.log(`${atlas.name}/${inside}`);
  process.exit(0);
}
