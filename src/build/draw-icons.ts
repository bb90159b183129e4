import { appIcons, drawAppIcon } from '../outputs/write-app-manifest.ts';
import type { Subject } from '../subject/subject.ts';
import { recallAsync } from '../store/recall.ts';
import type { SiteFiles } from './output/site-files.ts';

/** Draws the icons that a device shows of the site. */
export async function drawIcons(site: Pick<SiteFiles, 'write'>, subject: Subject): Promise<void> {
  for (const icon of appIcons) {
    const drawing = drawAppIcon(subject, icon);
    const image = await recallAsync('icon', [drawing], async () => {
      // Loaded only where there is something to draw.
      const { renderAsync } = await import('@resvg/resvg-js');
      return (await renderAsync(drawing, { font: { loadSystemFonts: false } })).asPng().toString('base64');
    });
    site.write(icon.path, Buffer.from(image, 'base64'));
  }
}
