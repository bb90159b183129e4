/** What a device needs to hold the site like an app: its manifest and its icons. */
import { cardPalette } from '../cards/card-palette.ts';
import type { Subject } from '../subject/subject.ts';

/** Where the manifest lies, from the site's root. */
export const appManifestFile = 'manifest.webmanifest';

/** Apple's devices read no manifest; they round the corners themselves. */
export const appleIcon = 'icons/apple-180.png';

/** Icons by their path from the site's root; a maskable one may be cut to any shape by the device. */
export const appIcons = [
  { path: 'icons/192.png', size: 192, isMaskable: false },
  { path: 'icons/512.png', size: 512, isMaskable: false },
  { path: 'icons/maskable-512.png', size: 512, isMaskable: true },
  { path: appleIcon, size: 180, isMaskable: true },
] as const;
export type AppIcon = (typeof appIcons)[number];

/** Longer names are cut below an icon. */
const longestShortName = 12;

/** The web app manifest (https://www.w3.org/TR/appmanifest/). Colours of the dark scheme stand in the pages themselves. */
export function writeAppManifest(
  subject: Subject,
  base: string,
  shortcuts: readonly [string, string][],
): string {
  return JSON.stringify({
    id: base,
    name: subject.title,
    short_name: shortenName(subject),
    ...(subject.description && { description: subject.description }),
    lang: subject.language,
    start_url: base,
    scope: base,
    // With a way back where the device offers one.
    display: 'standalone',
    display_override: ['minimal-ui', 'standalone'],
    background_color: cardPalette.paper,
    theme_color: cardPalette.paper,
    icons: appIcons
      .filter(({ path }) => path !== appleIcon)
      .map(({ path, size, isMaskable }) => ({
        src: base + path,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose: isMaskable ? 'maskable' : 'any',
      })),
    shortcuts: shortcuts.map(([name, path]) => ({ name, url: base + path })),
  });
}

function shortenName({ title, english }: Subject): string {
  const names = [title, english ?? '', title.split(/[\s:–—|]+/u)[0] ?? ''];
  return names.find((name) => name !== '' && [...name].length <= longestShortName) ?? title;
}

/** The site's mark (`public/favicon.svg`) in the colour of the subject's first collection. */
export function drawAppIcon({ collections }: Subject, { size, isMaskable }: AppIcon): string {
  const hue = collections[0]?.hue.hex ?? cardPalette.ink;
  // What a device cuts away lies outside of a circle of four fifths (https://www.w3.org/TR/appmanifest/#icon-masks).
  const room = isMaskable ? 10 : 4;
  const corner = isMaskable ? 0 : 7;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${-room} ${-room} ${32 + 2 * room} ${32 + 2 * room}">` +
    `<rect x="${-room}" y="${-room}" width="${32 + 2 * room}" height="${32 + 2 * room}" rx="${corner}" fill="${cardPalette.paper}"/>` +
    `<g fill="none" stroke="${hue}" stroke-width="3.4" stroke-linecap="round">` +
    '<path d="M10 8h12"/><path d="M7 16h18" opacity=".72"/><path d="M4 24h24" opacity=".48"/></g></svg>'
  );
}
