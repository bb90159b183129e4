import { outputsWords, siteWords } from '#words';
import { filePath, pageUrl } from '../knowledge/address.ts';
import type { Library } from '../knowledge/library.ts';
import { findCollection } from '../subject/subject.ts';
import type { Note } from '../knowledge/note.ts';
import { listChangedSections } from '../knowledge/recent-changes.ts';
import { writeCopyUrl } from '../knowledge/share-pages.ts';
import { firstSentences, joinLines } from '../knowledge/text.ts';
import { escapeText, writeLink } from './markdown-link.ts';
import { escapeXml } from './escape-xml.ts';
import type { TwinSite } from './write-twin.ts';

/** What every output needs to say about the site. */
export interface OutputSite extends TwinSite {
  title: string;
  description: string;
}

/** How many notes a feed holds at most. */
const mostItems = 50;
/** How many sections; a day's work on one note is a dozen of them. */
const mostSections = 100;

/** One entry of a feed. */
interface FeedItem {
  url: string;
  title: string;
  summary: string;
  /** `YYYY-MM-DD`. */
  day: string;
  tags: string[];
}

/** An Atom feed of the notes, the one that changed last first (https://www.rfc-editor.org/rfc/rfc4287). */
export function writeFeed(library: Library, site: OutputSite): string {
  return writeAtom(site, { title: site.title, file: 'feed.xml', items: listNoteItems(library, site) });
}

/** An Atom feed of single sections, so that who follows it is told what in a note has changed. */
export function writeSectionFeed(library: Library, site: OutputSite): string {
  const items = listChangedSections(library, mostSections).map(({ note, section, day }) => ({
    url: writeCopyUrl(section.id, note, { library, ...site }),
    title: `${section.text || outputsWords().shared.untitledSection} — ${note.title}`,
    summary: firstSentences(joinLines(section.body, 280), 280),
    day,
    tags: [findCollection(library.subject, note.collection).label],
  }));
  return writeAtom(site, { title: outputsWords().changedSections(site.title), file: 'sections.xml', items });
}

/** The feed of the notes as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function writeJsonFeed(library: Library, site: OutputSite): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: site.title,
    description: site.description,
    home_page_url: pageUrl(site.origin, site.base, ''),
    feed_url: site.origin + filePath(site.base, 'feed.json'),
    language: siteWords().code,
    authors: [{ name: site.title }],
    items: listNoteItems(library, site).map(({ url, title, summary, day, tags }) => ({
      id: url,
      url,
      title,
      summary,
      content_text: summary || title,
      date_modified: toInstant(day),
      tags,
    })),
  };
}

function listNoteItems(library: Library, site: OutputSite): FeedItem[] {
  return newestFirst(library.notes)
    .slice(0, mostItems)
    .flatMap((note) => {
      const day = note.changed ?? note.asOf;
      // A feed has to say when; a note whose day nobody knows is none of its news.
      if (day === undefined) return [];
      const url = pageUrl(site.origin, site.base, note.address);
      const tags = [findCollection(library.subject, note.collection).label, ...note.tags];
      return [{ url, title: note.title, summary: note.summary, day, tags }];
    });
}

function writeAtom(site: OutputSite, feed: { title: string; file: string; items: FeedItem[] }): string {
  const home = pageUrl(site.origin, site.base, '');
  const own = site.origin + filePath(site.base, feed.file);
  const entries = feed.items.map(({ url, title, summary, day, tags }) =>
    [
      '  <entry>',
      `    <title>${escapeXml(title)}</title>`,
      `    <id>${escapeXml(url)}</id>`,
      `    <link href="${escapeXml(url)}"/>`,
      `    <updated>${toInstant(day)}</updated>`,
      ...tags.map((tag) => `    <category term="${escapeXml(tag)}"/>`),
      `    <summary>${escapeXml(summary)}</summary>`,
      '  </entry>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${siteWords().code}">`,
    `  <title>${escapeXml(feed.title)}</title>`,
    `  <subtitle>${escapeXml(site.description)}</subtitle>`,
    `  <id>${escapeXml(own)}</id>`,
    `  <link href="${escapeXml(home)}"/>`,
    `  <link rel="self" href="${escapeXml(own)}"/>`,
    `  <updated>${toInstant(feed.items[0]?.day)}</updated>`,
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
    ...library.notes.map((note) => line(note.address, note.changed ?? note.asOf)),
    '</urlset>',
    '',
  ].join('\n');
}

/** One line a note, by collection, for language models (https://llmstxt.org). */
export function writeLlms(library: Library, site: OutputSite): string {
  const { collections, plain } = library.subject;
  const groups = [...collections, plain].flatMap((collection) => {
    const notes = library.notes.filter((note) => note.collection === collection.name);
    if (!notes.length) return [];
    const lines = notes.map((note) => {
      const twin = site.origin + filePath(site.base, `${note.address}.md`);
      const summary = firstSentences(note.summary.replace(/\s+/gu, ' '), 160);
      return `- ${writeLink(note.title, twin)}${summary ? `: ${escapeText(summary)}` : ''}`;
    });
    return [`## ${collection.label}\n\n${lines.join('\n')}`];
  });
  return `# ${site.title}\n\n> ${site.description}\n\n${groups.join('\n\n')}\n`;
}

/** By the day of the last change, then of reference; notes of one day stay in reading order. */
function newestFirst(notes: readonly Note[]): Note[] {
  const day = (note: Note) => note.changed ?? note.asOf ?? '';
  return [...notes].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
}

function toInstant(day: string | undefined): string {
  return `${day ?? '1970-01-01'}T00:00:00Z`;
}
