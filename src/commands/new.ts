/** `npm run new -- <collection> <id>`: writes a note that passes the check and prints its path. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openSession } from '../content/session.ts';
import { collectionNames } from '../content/read-note.ts';
import { writeSkeleton } from '../knowledge/note-skeleton.ts';
import type { CollectionName } from '../knowledge/schema.ts';
import { today } from '../site.ts';

const [collection = '', id = ''] = process.argv.slice(2);

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

if (!(collectionNames as string[]).includes(collection)) {
  stop(`쓰는 법: npm run new -- <모음> <id>. 모음은 ${collectionNames.join(', ')} 가운데 하나입니다.`);
}
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(id))
  stop('id는 영문 소문자·숫자·붙임표로 적습니다(예: model-routing).');
const atlas = await openSession().atlas();
const known = atlas.library.byId.get(id);
if (known) stop(`id "${id}"는 ${atlas.name}/${known.path}에서 이미 쓰고 있습니다.`);
const path = join(resolve(process.env['CONTENT_DIR'] || 'content'), collection, `${id}.md`);
if (existsSync(path)) stop(`이미 있는 파일입니다: ${path}`);
await mkdir(dirname(path), { recursive: true });
await writeFile(path, writeSkeleton(collection as CollectionName, id, today(), atlas.library), {
  flag: 'wx',
});
console.log(`${atlas.name}/${collection}/${id}.md`);
