import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Drawing } from './drawing.ts';
import { hashText } from './hash.ts';

/**
 * Reads one drawing from the first folder that has it whole. A file that is cut off, changed or not a drawing counts as
 * not there; `onDamage` is told its path.
 */
export async function loadDrawing(
  folders: readonly string[],
  name: string,
  onDamage?: (path: string) => void,
): Promise<Drawing | null> {
  for (const folder of folders) {
    const path = join(folder, `${name}.json`);
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) continue;
    const drawing = readStored(text);
    if (drawing) return drawing;
    onDamage?.(path);
  }
  return null;
}

/**
 * Writes one drawing into every folder, through a temporary file and a rename, so that a reader never sees half of it
 * and two builds at once do no harm. A folder that cannot be written to is passed over: it is only a cache.
 */
export async function saveDrawing(folders: readonly string[], name: string, drawing: Drawing): Promise<void> {
  const body = JSON.stringify(drawing);
  const text = `${JSON.stringify({ checksum: hashText(body), drawing })}\n`;
  await Promise.all(folders.map((folder) => saveInto(folder, name, text)));
}

async function saveInto(folder: string, name: string, text: string): Promise<void> {
  const temporary = join(folder, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, text);
    await rename(temporary, join(folder, `${name}.json`));
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** The drawing in a stored file; null when it is not what was written there. */
function readStored(text: string): Drawing | null {
  try {
    const { checksum, drawing } = JSON.parse(text) as { checksum?: unknown; drawing?: unknown };
    return checksum === hashText(JSON.stringify(drawing)) && isDrawing(drawing) ? drawing : null;
  } catch {
    return null;
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
