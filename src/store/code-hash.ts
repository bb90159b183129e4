import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Everything but the content that decides what is made of it. */
const codeFiles = ['package-lock.json', 'astro.config.mjs', 'tsconfig.json'];

/** A hash of the project's own code, of the packages it stands on and of the Node that runs it. */
export function hashCode(root: string): string {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}\n`);
  const entries = readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true });
  const sources = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of [...sources.sort(), ...codeFiles.map((name) => join(root, name))]) {
    const text = readFileSync(path);
    hash.update(`${relative(root, path)}\0${text.length}\n`).update(text);
  }
  return hash.digest('hex').slice(0, 32);
}
