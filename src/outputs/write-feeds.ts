import { filePath, pageUrl } from '../knowledge/address.ts';
import { collectionLabels } from '../knowledge/labels.ts';
import { collectionOrder, type Library } from '../knowledge/library.ts';
import type { Note } from '../knowledge/note.ts';
import { firstSentences } from '../knowledge/text.ts';
import { escapeXml } from './escape-xml.ts';
import type { TwinSite } from './write-twin.ts';

/** What every output needs to say about the site. */
export interface OutputSite extends TwinSite {
  title: string;
  description: string;
}

/** How many notes a feed holds at most. */
const mostItems = 50;

/** An Atom feed of the notes, the newest day of reference first (https://www.rfc-editor.org/rfc/rfc4287). */
export function writeFeed(library: Library, site: OutputSite): string {
  const home = pageUrl(site.origin, site.base, '');
  const notes = newestFirst(library.notes).slice(0, mostItems);
  const entries = notes.map((note) => {
    const url = pageUrl(site.origin, site.base, note.address);
    return [
      '  <entry>',
      `    <title>${escapeXml(note.title)}</title>`,
      `    <id>${escapeXml(url)}</id>`,
      `    <link href="${escapeXml(url)}"/>`,
      `    <updated>${toInstant(note.asOf)}</updated>`,
      `    <category term="${escapeXml(collectionLabels[note.collection].name)}"/>`,
      `    <summary>${escapeXml(note.summary)}</summary>`,
      '  </entry>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ko">',
    `  <title>${escapeXml(site.title)}</title>`,
    `  <subtitle>${escapeXml(site.description)}</subtitle>`,
    `  <id>${escapeXml(home)}</id>`,
    `  <link href="${escapeXml(home)}"/>`,
    `  <link rel="self" href="${escapeXml(site.origin + filePath(site.base, 'feed.xml'))}"/>`,
    `  <updated>${toInstant(notes[0]?.asOf)}</updated>`,
    `  <author><name>${escapeXml(site.title)}</name></author>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

/** The sitemap's index: one sitemap holds up to 50,000 addresses (https://www.sitemaps.org/protocol.html). */
export function writeSitemapIndex(site: OutputSite): string {
  const url = site.origin + filePath(site.base, 'sitemap-0.xml');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n  <sitemap><loc>${escapeXml(url)}</loc></sitemap>\n</sitemapindex>\n`;
}

/** Every canonical page with the day of its content. */
export function writeSitemap(library: Library, overviews: readonly string[], site: OutputSite): string {
  const line = (address: string, day?: string) =>
    `  <url><loc>${escapeXml(pageUrl(site.origin, site.base, address))}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...overviews.map((address) => line(address)),
    ...library.notes.map((note) => line(note.address, note.asOf)),
    '</urlset>',
    '',
  ].join('\n');
}

/** One line a note, by collection, for language models (https://llmstxt.org). */
export function writeLlms(library: Library, site: OutputSite): string {
  const groups = collectionOrder.flatMap((collection) => {
    const notes = library.notes.filter((note) => note.collection === collection);
    if (!notes.length) return [];
    const lines = notes.map((note) => {
      const twin = site.origin + filePath(site.base, `${note.address}.md`);
      return `- [${note.title}](${twin})${note.summary ? `: ${firstSentences(note.summary, 160)}` : ''}`;
    });
    return [`## ${collectionLabels[collection].name}\n\n${lines.join('\n')}`];
  });
  return `# ${site.title}\n\n> ${site.description}\n\n${groups.join('\n\n')}\n`;
}

function newestFirst(notes: readonly Note[]): Note[] {
  return [...notes].sort((a, b) =>
    (a.asOf ?? '') < (b.asOf ?? '') ? 1 : (a.asOf ?? '') > (b.asOf ?? '') ? -1 : 0,
  );
}

function toInstant(day: string | undefined): string {
  return `${day ?? '1970-01-01'}T00:00:00Z`;
}
