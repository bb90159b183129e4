/** The licences of what readers load: programs, fonts and what those are made from. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from '../knowledge/problem.ts';

/** The packages that pages load; what these depend on comes with them. */
export const shippedPackages = [
  'decode-named-character-reference',
  'dompurify',
  'es-hangul',
  'fflate',
  'lean-qr',
  'mermaid',
  'pagefind',
  'pretendard',
  'ts-fsrs',
  'yaml',
];

interface Manifest {
  name: string;
  version: string;
  license?: string;
  homepage?: string;
  repository?: string | { url?: string };
  dependencies?: Record<string, string>;
}

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const line = '-'.repeat(80);

/** `licenses.txt`: each package with its version, its terms, where its source is, and the text of its licence. */
export async function collectLicences(): Promise<string> {
  const found = new Map<string, string>();
  const waiting = shippedPackages.map((name) => ({ name, from: project }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const folder = await findPackage(next.name, next.from);
    if (folder === null || found.has(folder)) continue;
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
    found.set(folder, await describe(manifest, folder));
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      // Types are gone when a program is made.
      if (!name.startsWith('@types/')) waiting.push({ name, from: folder });
    }
  }
  return [...found.values()].sort(compareText).join(`\n${line}\n\n`);
}

/** Where a package lies for one that depends on it; null for what is not installed on this system. */
async function findPackage(name: string, from: string): Promise<string | null> {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if ((await readdir(candidate).catch((): string[] => [])).includes('package.json')) return candidate;
    if (folder === project || folder === dirname(folder)) return null;
  }
}

async function describe(manifest: Manifest, folder: string): Promise<string> {
  const { name, version, license = '', homepage, repository } = manifest;
  const url = typeof repository === 'string' ? repository : (repository?.url ?? homepage ?? '');
  const source = url.replace(/^git\+/u, '').replace(/\.git$/u, '');
  const texts = await Promise.all((await listTexts(folder)).map((path) => readFile(path, 'utf8')));
  return [
    [name, version, license].filter(Boolean).join(' '),
    source,
    '',
    ...texts.map((text) => text.trim()),
    '',
  ]
    .join('\n')
    .replace(/\r\n?/gu, '\n');
}

/** The files that hold a package's terms, beside its manifest, in a folder for them, or in what it distributes. */
async function listTexts(folder: string): Promise<string[]> {
  for (const place of [folder, join(folder, 'LICENSE'), join(folder, 'dist')]) {
    const entries = await readdir(place, { withFileTypes: true }).catch(() => []);
    const files = entries
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .filter(
        (name) =>
          place.endsWith('LICENSE') ||
          /^(?:licen[cs]e|copying|notice)(?:[.-](?:md|txt|mit|apache))?$/iu.test(name),
      )
      .sort(compareText);
    if (files.length) return files.map((file) => join(place, file));
  }
  return [];
}
