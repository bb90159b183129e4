import { pageUrl } from '../knowledge/address.ts';
import type { SharePage } from '../knowledge/share-pages.ts';
import { outputsWords, siteWords } from '#words';
import { escapeXml } from './escape-xml.ts';
import type { TwinSite } from './write-twin.ts';

/** What a share page's preview shows beside its words. */
export interface SharedCard {
  /** Absolute. */
  url: string;
  width: number;
  height: number;
}

/**
 * `/s/<id>/`: what a link to one section shows in a chat, and the way to that section for people. There is one for
 * every section, figure and table, so it holds what previews read and nothing else; a person is taken on by
 * `handOverScript` before anything is painted, or by the link where scripts do not run.
 * @param script `handOverScript`; @param hash its source as a security policy names it
 */
export function writeSharePage(
  page: SharePage,
  card: SharedCard | null,
  site: TwinSite & { title: string },
  { script, hash }: { script: string; hash: string },
): string {
  const meta = (name: string, content: string) =>
    `<meta property="og:${name}" content="${escapeXml(content)}">`;
  const image = card
    ? meta('image', card.url) +
      meta('image:alt', page.note.title) +
      '<meta name="twitter:card" content="summary_large_image">'
    : '';
  return (
    `<!doctype html><html lang=${siteWords().code}><head><meta charset=utf-8>` +
    `<meta http-equiv="content-security-policy" content="default-src 'none';script-src ${hash};style-src 'self';base-uri 'none'">` +
    `<title>${escapeXml(page.title)}</title>` +
    '<meta name=viewport content="width=device-width"><meta name=robots content=noindex>' +
    // One element for both names: previews read the one or the other.
    `<meta name="description" property="og:description" content="${escapeXml(page.description)}">` +
    `<link rel=canonical href="${escapeXml(pageUrl(site.origin, site.base, page.address))}">` +
    meta('title', page.title) +
    meta('url', pageUrl(site.origin, site.base, `s/${page.id}`)) +
    image +
    // A style sheet that is waited for would hold up those who are only passing.
    '<noscript><link rel=stylesheet href=../s.css></noscript>' +
    `</head><body><main><h1><a href="${escapeXml(page.href)}">${escapeXml(outputsWords().shared.open)}</a></h1></main><script>${script}</script></body></html>\n`
  );
}
