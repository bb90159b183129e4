import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Drawing } from './drawing.ts';

/**
 * Reads one drawing from the first folder that has it; a file that is missing, cut off or not a drawing counts as
 * not there.
 */
export async function loadDrawing(folders: readonly string[], key: string): Promise<Drawing | null> {
  for (const folder of folders) {
    try {
      const found: unknown = JSON.parse(await readFile(join(folder, `${key}.json`), 'utf8'));
      if (isDrawing(found)) return found;
    } catch {
      // Not here, or half written by a build that was killed: the next folder, or a new drawing.
    }
  }
  return null;
}

/**
 * Writes one drawing into every folder, through a temporary file and a rename, so that a reader never sees half of it
 * and two builds at once do no harm. A folder that cannot be written to is passed over: it is only a cache.
 */
export async function saveDrawing(folders: readonly string[], key: string, drawing: Drawing): Promise<void> {
  const text = `${JSON.stringify(drawing)}\n`;
  await Promise.all(folders.map((folder) => saveInto(folder, key, text)));
}

async function saveInto(folder: string, key: string, text: string): Promise<void> {
  const temporary = join(folder, `.${key}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, text);
    await rename(temporary, join(folder, `${key}.json`));
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

function isDrawing(value: unknown): value is Drawing {
  if (typeof value !== 'object' || value === null) return false;
  const { type, narrow } = value as Record<string, unknown>;
  return typeof type === 'string' && isPicture(value) && (narrow === undefined || isPicture(narrow));
}

function isPicture(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { svg, width, height } = value as Record<string, unknown>;
  return (
    typeof svg === 'string' &&
    svg.startsWith('<svg ') &&
    svg.endsWith('</svg>') &&
    Number(width) > 0 &&
    Number(height) > 0
  );
}
