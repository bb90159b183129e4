import { renderAsync } from '@resvg/resvg-js';
import { appIcons, drawAppIcon } from '../outputs/write-app-manifest.ts';
import type { Subject } from '../subject/subject.ts';
import type { SiteFiles } from './output/site-files.ts';

/** Draws the icons that a device shows of the site. */
export async function drawIcons(site: Pick<SiteFiles, 'write'>, subject: Subject): Promise<void> {
  for (const icon of appIcons) {
    const image = await renderAsync(drawAppIcon(subject, icon), { font: { loadSystemFonts: false } });
    site.write(icon.path, image.asPng());
  }
}
