/**
 * The document that Pagefind indexes instead of a built page, and the way back from what Pagefind returns.
 *
 * Each part of a page becomes a heading and its text. An id in the heading says what the part is (`t4.2:t-7k2fq` is a
 * table in a section of level 4 with a title of two words): Pagefind keeps ids and their place in the text, so that one
 * record a page is enough to find sections, tables, diagrams and terms, and the note's own HTML stays free of search
 * markup. The id stands on an empty element, because Pagefind would repeat the text of the element in every record.
 */
import { addHiddenWords, removeHiddenWords } from './hidden-words.ts';
import { removeMarks } from './mark-compounds.ts';
import type { SearchPage, SearchPart } from './read-page.ts';
import { swapScript } from './swap-script.ts';
import { lineMark, removeLineMarks } from './text-marks.ts';
import { joinValues, splitValues } from './value-list.ts';

const letters = { section: 's', table: 't', diagram: 'd', term: 'g' } as const;
const kinds = { s: 'section', t: 'table', d: 'diagram', g: 'term' } as const;

/** Returns the HTML for Pagefind; `markText` puts the marks into every text that is searched. */
export function renderIndexDocument(page: SearchPage, markText: (text: string) => string): string {
  const prepare = (text: string): string => addHiddenWords(markText(text));
  const html = (text: string): string => escapeHtml(swapScript(prepare(text)));
  const parts = page.parts.map((part) => {
    const lines = part.text.split('\n').filter((line) => line !== '');
    // The last sign keeps Pagefind's own full stop, which ends every block, away from the text.
    const text = lines.length === 0 ? '' : `<p>${html(`${lines.join(` ${lineMark} `)} ${lineMark}`)}</p>`;
    if (part.kind === 'lead') return text;
    // A section weighs as its heading; tables, diagrams and terms less than any of them.
    const tag = part.kind === 'section' ? `h${Math.min(5, Math.max(2, part.level))}` : 'h6';
    const title = prepare(part.title);
    const id = `${letters[part.kind]}${part.level}.${countWords(title)}:${part.id}`;
    return `<${tag}><i id="${escapeHtml(id)}"></i>${escapeHtml(swapScript(title))}</${tag}>${text}`;
  });
  // Tags and years are in the catalogue: here they would travel with every record.
  const filters = [
    ['kind', page.kind],
    ['label', page.kindLabel],
    ['crumb', page.breadcrumb],
    ['hue', page.hue],
    ['asof', page.asOf],
    ['facts', joinValues(page.facts)],
  ]
    .filter(([, value]) => value !== '')
    .map(
      ([name, value]) => `<i data-pagefind-filter="${name}[title]" title="${escapeHtml(value ?? '')}"></i>`,
    );
  const aliases = page.aliases.length > 0 ? html(page.aliases.join(', ')) : '';
  const meta = aliases === '' ? '' : `<i data-pagefind-meta="aliases[title]" title="${aliases}"></i>`;
  return `<!doctype html><html lang="ko"><body data-pagefind-body>${filters.join('')}${meta}<h1 data-pagefind-meta="title">${html(page.title)}</h1>${parts.join('')}</body></html>`;
}

/**
 * Takes a Pagefind fragment apart into the parts it was made of, marks included. Anything unexpected in the fragment gives fewer parts, never an error.
 */
export function readFragment(fragment: Fragment): FoundPage {
  const words = swapScript(fragment.content).split(/\s+/);
  const indexedTitle = swapScript(fragment.meta['title'] ?? '');
  const title = removeHiddenWords(indexedTitle);
  const anchors = (fragment.anchors ?? [])
    .flatMap((anchor) => {
      const match = /^([stdg])(\d)\.(\d+):(.*)$/s.exec(anchor.id);
      return match === null ? [] : [{ match, location: anchor.location }];
    })
    .sort((one, other) => one.location - other.location);
  const titleLength = countWords(indexedTitle);
  const parts: FoundPart[] = [];
  const slice = (from: number, to: number): string =>
    removeHiddenWords(words.slice(from, Math.max(from, to)).join(' '));
  const readText = (from: number, to: number): Pick<FoundPart, 'text' | 'lines'> => {
    const lines = slice(from, to).replace(/␤\.(?= |$)/gu, lineMark);
    return { text: removeLineMarks(lines), lines };
  };
  parts.push({
    kind: 'lead',
    id: '',
    level: 1,
    title: '',
    ...readText(titleLength, anchors[0]?.location ?? words.length),
  });
  anchors.forEach(({ match, location }, at) => {
    const [, letter = 's', level = '2', titleWords = '0', id = ''] = match;
    const from = location + Number(titleWords);
    const to = anchors[at + 1]?.location ?? words.length;
    // Pagefind ends every block with a full stop.
    const heading = slice(location, from).replace(/\.$/, '');
    parts.push({
      kind: kinds[letter as keyof typeof kinds],
      id,
      level: Number(level),
      title: heading,
      ...readText(from, to),
    });
  });
  return {
    url: fragment.raw_url ?? fragment.url,
    title: removeMarks(title),
    markedTitle: title,
    aliases: removeHiddenWords(swapScript(fragment.meta['aliases'] ?? '')),
    kind: fragment.filters?.['kind']?.[0] ?? 'note',
    kindLabel: fragment.filters?.['label']?.[0] ?? '',
    breadcrumb: fragment.filters?.['crumb']?.[0] ?? '',
    hue: fragment.filters?.['hue']?.[0] ?? '',
    asOf: fragment.filters?.['asof']?.[0] ?? '',
    facts: splitValues(fragment.filters?.['facts']?.[0] ?? ''),
    parts,
  };
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What `result.data()` of Pagefind 1.5 holds, as far as it is used here. */
export interface Fragment {
  url: string;
  raw_url?: string;
  content: string;
  meta: Record<string, string>;
  filters?: Record<string, string[]>;
  anchors?: { id: string; location: number }[];
}

/** A page that was found. `markedTitle` and the parts' texts still carry the marks: they say where nouns begin. */
export interface FoundPage {
  url: string;
  title: string;
  markedTitle: string;
  /** Its other names, parted by commas. */
  aliases: string;
  kind: string;
  kindLabel: string;
  breadcrumb: string;
  hue: string;
  asOf: string;
  facts: string[];
  parts: FoundPart[];
}

export interface FoundPart extends SearchPart {
  /** Its text with the signs of `text-marks.ts`: where lines and items begin, and how strong its sources are. */
  lines: string;
}
