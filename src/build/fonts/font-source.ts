import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const fontPackage = require.resolve('pretendard/package.json');

/** What a cut depends on beside its characters: the versions of the font and of the tool that cuts it. */
export function readFontVersions(): string {
  return ['pretendard', 'subset-font']
    .map(
      (name) =>
        `${name}@${(readJson(require.resolve(`${name}/package.json`)) as { version: string }).version}`,
    )
    .join(' ');
}

/** The licence that has to travel with every copy of the font. */
export function readFontLicence(): Promise<string> {
  return readFile(join(dirname(fontPackage), 'dist/LICENSE.txt'), 'utf8');
}

/** The whole variable font, 7 MB. */
export function readFontSource(): Promise<Buffer> {
  return readFile(join(dirname(fontPackage), 'dist/public/variable/PretendardVariable.ttf'));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
