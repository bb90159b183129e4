import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { appIcons, drawAppIcon } from '../outputs/write-app-manifest.ts';
import type { Subject } from '../subject/subject.ts';

/** Draws the icons that a device shows of the site, into the site in `folder`. */
export async function drawIcons(folder: string, subject: Subject): Promise<void> {
  for (const icon of appIcons) {
    const image = await renderAsync(drawAppIcon(subject, icon), { font: { loadSystemFonts: false } });
    const path = join(folder, icon.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, image.asPng());
  }
}
