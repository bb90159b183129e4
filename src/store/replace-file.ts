import { realpath, rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file whole or not at all; of a link, what it leads to. Its folder must be there. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const real = await realpath(path).catch(() => path);
  const draft = `${real}.${process.pid}.new`;
  try {
    await writeFile(draft, text);
    await rename(draft, real);
  } finally {
    await rm(draft, { force: true });
  }
}
