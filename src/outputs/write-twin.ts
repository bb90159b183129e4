import { outputsWords, pagesWords } from '#words';
import type { DescriptionBlock, DescriptionList } from '../diagrams/describe.ts';
import { describeDiagram } from '../diagrams/describe.ts';
import { filePath, pageUrl } from '../knowledge/address.ts';
import { writeBlock } from '../knowledge/generated-blocks.ts';
import { type Library, sourceIds } from '../knowledge/library.ts';
import type { Mark, Note } from '../knowledge/note.ts';
import { fileKind } from '../knowledge/published-files.ts';
import { typedFacts } from '../knowledge/typed-facts.ts';
import { indexAnchors, resolveLink } from '../knowledge/resolve-link.ts';
import { writeCopyUrl } from '../knowledge/share-pages.ts';
import { isBlockReference } from '../knowledge/wiki-index.ts';
import { encodeBrackets, escapeText, escapeWords, writeLink } from './markdown-link.ts';
import { repeatGroups } from './repeat-groups.ts';

/** Where the twin's links lead. */
export interface TwinSite {
  origin: string;
  base: string;
}

/**
 * A note as Markdown for machines and for copying: title, summary, what its fields say, the text with absolute links,
 * citations as numbers with their sources at the end, each diagram followed by the same thing in words, generated
 * blocks written out.
 */
export function writeTwin(note: Note, library: Library, site: TwinSite): string {
  const url = pageUrl(site.origin, site.base, note.address);
  const numbers = new Map(sourceIds(note).map((id, index) => [id, index + 1]));
  const words = outputsWords().twin;
  const facts = [note.asOf && words.asOf(note.asOf), words.address(url)].filter(Boolean).join(' · ');
  const parts = [
    `# ${escapeText(note.title)}`,
    escapeText(note.summary),
    facts,
    listFacts(note, library, site),
    rewriteBody(note, { from: 0, to: Infinity }, library, site, numbers),
    listSources(library, numbers),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** What the note's own fields say, a line each. */
function listFacts(note: Note, library: Library, site: TwinSite): string {
  return typedFacts(note, library, site.base)
    .map(({ name, parts }) => {
      const said = parts.map(({ text, href, between = '' }) => {
        if (href === undefined) return between + escapeWords(text);
        return between + writeLink(text, href.startsWith('/') ? site.origin + href : href);
      });
      return `- ${escapeWords(name)}: ${said.join('').replace(/\s+/gu, ' ')}`;
    })
    .join('\n');
}

/** Every section down to h4 as `writeSectionTwin` writes it, by id: one file of a note instead of one a section. */
export function writeSectionTwins(note: Note, library: Library, site: TwinSite): Record<string, string> {
  return Object.fromEntries(
    note.outline.sections.flatMap(({ id, depth }, place) =>
      depth <= 4 ? [[id, writeSectionTwin(note, place, library, site)]] : [],
    ),
  );
}

/**
 * One section (h2–h4) with those below it, as `writeTwin` writes a note: with the note it stands in, the sources that
 * it cites, and its own address.
 * @param place the section's place in the note's outline
 */
export function writeSectionTwin(note: Note, place: number, library: Library, site: TwinSite): string {
  const { sections, citations } = note.outline;
  const section = sections[place];
  if (!section) return '';
  let end = place + 1;
  while ((sections[end]?.depth ?? 0) > section.depth) end++;
  const cited = citations.filter((citation) => citation.section >= place && citation.section < end);
  const numbers = new Map(
    [...new Set(cited.map(({ source }) => source))].map((id, index) => [id, index + 1]),
  );
  const lines = { from: section.line - 1, to: (sections[end]?.line ?? Infinity) - 1 };
  const url = writeCopyUrl(section.id, note, { library, ...site });
  const words = outputsWords().twin;
  const parts = [
    rewriteBody(note, lines, library, site, numbers),
    listSources(library, numbers),
    [words.sectionOf(note.title), note.asOf && words.asOf(note.asOf), words.address(url)]
      .filter(Boolean)
      .join(' · '),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** Of one twin: the note, where its links lead, and the numbers of its sources. */
interface Writing {
  note: Note;
  library: Library;
  site: TwinSite;
  numbers: ReadonlyMap<string, number>;
}

/** @param lines the part of the body that is wanted, 0-based, its end not included */
function rewriteBody(
  note: Note,
  lines: { from: number; to: number },
  library: Library,
  site: TwinSite,
  numbers: ReadonlyMap<string, number>,
): string {
  const { body, outline } = note;
  const starts = [0, ...Array.from(body.matchAll(/\n/gu), ({ index }) => index + 1)];
  const from = starts[lines.from] ?? body.length;
  const to = starts[lines.to] ?? body.length;
  const marks = outline.marks.filter((mark) => mark.from >= from && mark.to <= to);
  return rewrite(marks, from, to, { note, library, site, numbers }).trim();
}

/** What stands between two offsets, letter for letter but for its marks. */
function rewrite(marks: readonly Mark[], from: number, to: number, writing: Writing): string {
  const { body } = writing.note;
  let written = '';
  let past = from;
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at];
    if (!mark || mark.from < past) continue;
    let next = at + 1;
    while ((marks[next]?.to ?? Infinity) <= mark.to) next++;
    const inside = marks.slice(at + 1, next);
    written += body.slice(past, mark.from) + writeMark(mark, inside, writing);
    past = mark.to;
    at = next - 1;
  }
  return written + body.slice(past, to);
}

/**
 * What stands for something that is not shown, so that what is left reads as on the page: signs beside it do not become
 * a link or an emphasis, and what follows an element at the beginning of a line is not Markdown.
 */
function keepApart(body: string, { from, to }: Mark): string {
  const apart = '<!-- -->';
  const [before = ' ', after = ' '] = [body[from - 1], body[to]];
  const isSign = (letter: string) => '<>()[]!*_~`'.includes(letter);
  if (!/\s/u.test(before + after) && (isSign(before) || isSign(after))) return apart;
  const line = body.slice(body.lastIndexOf('\n', from - 1) + 1, from);
  const rest = /[^\n]*/u.exec(body.slice(to, to + 2000))?.[0] ?? '';
  const isElement = body[from] === '<' && !body.startsWith('<!--', from);
  return isElement && /^[\s>*+-]*$/u.test(line) && /\]\(|\]\[/u.test(rest) ? apart : '';
}

function writeMark(mark: Mark, inside: readonly Mark[], writing: Writing): string {
  const { note, library, numbers } = writing;
  const { url = '', text = '' } = mark;
  const whole = note.body.slice(mark.from, mark.to);
  const words = () => {
    const { from, to } = mark.words ?? mark;
    return mark.words
      ? rewrite(
          inside.filter((inner) => inner.to <= to),
          from,
          to,
          writing,
        )
      : escapeText(isBlockReference(text) ? nameBlock(url, note, text) : text);
  };
  const title = mark.title ? ` "${mark.title.replace(/["\\]/gu, '\\$&')}"` : '';
  switch (mark.kind) {
    case 'hidden':
      return text || keepApart(note.body, mark);
    case 'citation':
      return text
        .split(';')
        .map((part) => {
          const [id = '', ...locator] = part.trim().replace(/^@/u, '').split(',');
          return `[${[String(numbers.get(id.trim()) ?? '?'), ...locator.map((item) => item.trim())].join(', ')}]`;
        })
        .join('');
    // What leads nowhere on the page leads nowhere here: its words stay.
    case 'address':
      return leadsNowhere(url, note, library) ? keepApart(note.body, mark) + url : whole;
    case 'reference':
      return leadsNowhere(url, note, library) ? words() : whole;
    case 'definition':
      return leadsNowhere(url, note, library) ? '' : `[${text}]: ${addressOf(url, writing)}${title}`;
    case 'link':
      return leadsNowhere(url, note, library) ? words() : `[${words()}](${addressOf(url, writing)}${title})`;
    case 'image':
      return writeImage(mark, whole, writing);
    case 'table':
      return repeatGroups(rewrite(inside, mark.from, mark.to, writing));
    case 'diagram': {
      const graph = note.outline.figures.find(({ code }) => code === text)?.graph;
      if (!graph) return whole;
      // In a list or a quote it goes on there.
      const { body } = note;
      const before = body.slice(body.lastIndexOf('\n', mark.from) + 1, mark.from).replace(/[^>\s]/gu, ' ');
      return `${whole}\n\n${sayDiagram(describeDiagram(graph))}`.replaceAll('\n', (_, at: number) =>
        at < whole.length ? '\n' : `\n${before}`,
      );
    }
    case 'made-table':
    case 'made-diagram': {
      const made = writeBlock(mark.kind === 'made-table' ? 'table' : 'diagram', text, library);
      if (made === null) return whole;
      // The links that we write ourselves lead to notes, and no bracket stands in them.
      return repeatGroups(made).replace(
        /\]\((note:[^()\s]+)\)/gu,
        (_, address: string) => `](${addressOf(address, writing)})`,
      );
    }
  }
}

/** A picture is no text: what it shows is said, and it can be seen on the page. */
function writeImage({ url = '', text = '' }: Mark, whole: string, { note, library, site }: Writing): string {
  const target = resolveLink(url, note, library.links);
  const alt = text.replace(/\|\s*\d+(?:x\d+)?\s*$/u, '');
  // Without a scheme it would be read as a path of the twin's own.
  if (target.kind === 'external' && url.startsWith('//'))
    return `!${writeLink(alt, addressOf(url, { note, library, site, numbers: new Map() }))}`;
  if (target.kind === 'external') return whole;
  const isWiki = url.startsWith('wiki:');
  // An embed is a link to what it shows.
  if (isWiki && target.kind === 'private') return '';
  if (isWiki && leadsNowhere(url, note, library)) return alt;
  if (isWiki && !(target.kind === 'asset' && fileKind(target.path) === 'image'))
    return writeLink(alt, addressOf(url, { note, library, site, numbers: new Map() }));
  return writeLink(outputsWords().twin.image(alt), pageUrl(site.origin, site.base, note.address));
}

/** A link's address, whole; as it is written where it leads out of the site. */
function addressOf(url: string, { note, library, site }: Writing): string {
  const target = resolveLink(url, note, library.links);
  switch (target.kind) {
    case 'note': {
      const anchor = target.anchor && indexAnchors(target.note).place(target.anchor);
      return encodeBrackets(pageUrl(site.origin, site.base, target.note.address, anchor));
    }
    case 'page':
      return encodeBrackets(pageUrl(site.origin, site.base, target.address, target.anchor));
    case 'asset':
      return encodeBrackets(site.origin + filePath(site.base, `files/${target.path}`));
    case 'external':
      return encodeBrackets(target.url);
    default:
      return encodeBrackets(url);
  }
}

/** What the page says for the id of a block. */
function nameBlock(url: string, note: Note, id: string): string {
  return note.outline.links.find((link) => link.url === url)?.text ?? id;
}

function leadsNowhere(url: string, note: Note, library: Library): boolean {
  return ['missing', 'private', 'unsafe', 'withheld'].includes(resolveLink(url, note, library.links).kind);
}

function listSources(library: Library, numbers: ReadonlyMap<string, number>): string {
  const lines = [...numbers].flatMap(([id, number]) => {
    const source = library.sourceById.get(id);
    if (!source) return [];
    const facts = [source.publisher, source.date, pagesWords().strengths[source.strength].name]
      .filter(Boolean)
      .join(', ');
    return [`${number}. ${source.title} (${facts})${source.url ? ` <${source.url}>` : ''}`];
  });
  return lines.length ? `## ${outputsWords().twin.sources}\n\n${lines.join('\n')}` : '';
}

function sayDiagram({ summary, blocks }: { summary: string; blocks: DescriptionBlock[] }): string {
  return [`> ${escapeWords(summary)}`, ...blocks.map(sayBlock)].join('\n>\n');
}

function sayBlock(block: DescriptionBlock): string {
  if (block.kind === 'paragraph') return `> ${escapeWords(block.text)}`;
  if (block.kind === 'list') return sayList(block, '').join('\n');
  const line = (cells: string[]) =>
    `> | ${cells.map((cell) => escapeWords(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(block.head), line(block.head.map(() => '---')), ...block.rows.map(line)].join('\n');
}

function sayList(list: DescriptionList, indent: string): string[] {
  return list.items.flatMap((item, index) => [
    `> ${indent}${list.ordered ? `${index + 1}.` : '-'} ${escapeWords(item.text)}`,
    ...(item.list ? sayList(item.list, `${indent}   `) : []),
  ]);
}
