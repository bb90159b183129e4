import { outputsWords, pagesWords } from '#words';
import type { DescriptionBlock, DescriptionList } from '../diagrams/describe.ts';
import { describeDiagram } from '../diagrams/describe.ts';
import { filePath, pageUrl } from '../knowledge/address.ts';
import { writeBlock } from '../knowledge/generated-blocks.ts';
import { type Library, sourceIds } from '../knowledge/library.ts';
import type { Note } from '../knowledge/note.ts';
import { findSection, resolveLink } from '../knowledge/resolve-link.ts';
import { writeCopyUrl } from '../knowledge/share-pages.ts';
import { nameWikiTarget } from '../knowledge/wiki-index.ts';
import { encodeBrackets, escapeText, writeLink } from './markdown-link.ts';
import { repeatGroups } from './repeat-groups.ts';

/** Code of an MDX note: no page shows it. */
const moduleCode =
  /^(?:import\s(?:[^'"\n]*\sfrom\s*)?['"]|import\s*\{|export\s+(?:const|let|var|default|function|class|async|\{|\*))(?:[^\n]*\S[^\n]*(?:\n|$))+/gmu;

/** Where the twin's links lead. */
export interface TwinSite {
  origin: string;
  base: string;
}

/**
 * A note as Markdown for machines and for copying: title, summary, the text with absolute links, citations as numbers
 * with their sources at the end, each diagram followed by the same thing in words, generated blocks written out.
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
    rewriteBody(note, { from: 0, to: Infinity }, library, site, numbers),
    listSources(library, numbers),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
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

/** @param lines the part of the body that is wanted, 0-based, its end not included */
function rewriteBody(
  note: Note,
  lines: { from: number; to: number },
  library: Library,
  site: TwinSite,
  numbers: ReadonlyMap<string, number>,
): string {
  const before = note.outline.figures.findIndex(({ line }) => line > lines.from);
  let figure = before < 0 ? note.outline.figures.length : before;
  // Fences are kept to the letter; only what stands between them is rewritten.
  return note.body
    .split('\n')
    .slice(lines.from, lines.to)
    .join('\n')
    .split(/(^(?:`{3,}|~{3,})[^]*?^(?:`{3,}|~{3,})[^\S\n]*$)/mu)
    .map((part, index) => {
      if (index % 2 === 0) return rewriteText(part, note, library, site, numbers, () => figure++);
      if (!/^(?:`{3,}|~{3,})\s*mermaid/iu.test(part)) return part;
      const graph = note.outline.figures[figure++]?.graph;
      return graph ? `${part}\n\n${sayDiagram(describeDiagram(graph))}` : part;
    })
    .join('')
    .trim();
}

function rewriteText(
  text: string,
  note: Note,
  library: Library,
  site: TwinSite,
  numbers: ReadonlyMap<string, number>,
  countFigure: () => void,
): string {
  return (
    repeatGroups(note.format === 'mdx' ? text.replace(moduleCode, '') : text)
      .replace(
        /^::(table|diagram)\{of="([^"]*)"\}[^\S\n]*$/gmu,
        (whole, name: 'table' | 'diagram', of: string) => {
          if (name === 'diagram') countFigure();
          const markdown = writeBlock(name, of, library);
          return markdown === null
            ? whole
            : rewriteText(markdown, note, library, site, numbers, () => undefined);
        },
      )
      .replace(/\[(@[a-z0-9][\w-]*(?:\s*[,;][^[\]]*)?)\]/giu, (_, inside: string) =>
        inside
          .split(';')
          .map((part) => {
            const [id = '', ...locator] = part.trim().replace(/^@/u, '').split(',');
            return `[${[String(numbers.get(id.trim()) ?? '?'), ...locator.map((item) => item.trim())].join(', ')}]`;
          })
          .join(''),
      )
      // Links in double brackets read as all others; code is left alone.
      .replace(
        /(`+)[^`\n]+\1(?!`)|(!?)\[\[([^\][|\n]+?)(?:\\?\|([^\]\n]*))?\]\](?!\()/gu,
        (whole, code: string | undefined, mark: string, target: string, label?: string) =>
          code ? whole : writeWikilink({ mark, target, label: label?.trim() }, note, library),
      )
      // Addresses in angle brackets, and links with titles, in the one form that is read below.
      .replace(
        /\]\([^\S\n]*<([^<>\n]*)>(?:[^\S\n]+(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))?[^\S\n]*\)/gu,
        (_, url: string) => `](${encodeBrackets(url)})`,
      )
      .replace(
        /(\]\((?:[^()\s]|\([^()\s]*\))+)[^\S\n]+(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')[^\S\n]*\)/gu,
        '$1)',
      )
      .replace(/<([a-z][a-z\d+.-]+:[^<>\s]*)>/giu, (whole, url: string) =>
        leadsNowhere(url, note, library) ? url : whole,
      )
      // A picture is no text: what it shows is said, and it can be seen on the page.
      .replace(/!\[([^\]]*)\]\((?!https?:)(?:[^()]|\([^()]*\))*\)/gu, (_, alt: string) =>
        writeLink(outputsWords().twin.image(alt), pageUrl(site.origin, site.base, note.address)),
      )
      // Definitions of links, not of footnotes, which look alike.
      .replace(/^ {0,3}\[(?!\^)[^\]\n]+\]:[^\S\n]*(\S+)[^\n]*\n?/gmu, (whole, url: string) =>
        leadsNowhere(url, note, library) ? '' : whole,
      )
      // What leads nowhere on the page leads nowhere here: its words stay.
      .replace(/\[([^[\]]*)\]\(((?:[^()\s]|\([^()\s]*\))+)\)/gu, (whole, label: string, url: string) =>
        leadsNowhere(url, note, library) ? label : whole,
      )
      .replace(/\]\(((?:[^()\s]|\([^()\s]*\))+)\)/gu, (whole, url: string) => {
        const target = resolveLink(url, note, library.links);
        if (target.kind === 'note') {
          const section = target.anchor ? findSection(target.note, target.anchor) : null;
          const address = pageUrl(site.origin, site.base, target.note.address, section?.id ?? target.anchor);
          return `](${encodeBrackets(address)})`;
        }
        if (target.kind === 'page') {
          return `](${encodeBrackets(pageUrl(site.origin, site.base, target.address, target.anchor))})`;
        }
        // No page stands around it that would say how it is asked for.
        if (target.kind === 'external' && url.startsWith('//')) return `](https:${url})`;
        return target.kind === 'asset'
          ? `](${encodeBrackets(site.origin + filePath(site.base, `files/${target.path}`))})`
          : whole;
      })
      .replace(/[^\S\n]*\{#[^\s{}]+\}[^\S\n]*$/gmu, '')
  );
}

/** `[[노트#절|글]]` as Markdown; an embed is a link to what it shows, and what leads nowhere is its words. */
function writeWikilink(
  { mark, target, label }: { mark: string; target: string; label: string | undefined },
  note: Note,
  library: Library,
): string {
  const url = `wiki:${encodeURIComponent(target.trim())}`;
  const found = resolveLink(url, note, library.links);
  const isSize = mark && /^\d+(?:x\d+)?$/u.test(label ?? '');
  const words = (!isSize && label) || nameWikiTarget(target);
  if (found.kind === 'private') return mark ? '' : words;
  if (leadsNowhere(url, note, library)) return words;
  if (mark && found.kind === 'asset' && /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/iu.test(found.path)) {
    return `![${words}](${url})`;
  }
  return writeLink(words, url);
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
  return [`> ${summary}`, ...blocks.map(sayBlock)].join('\n>\n');
}

function sayBlock(block: DescriptionBlock): string {
  if (block.kind === 'paragraph') return `> ${block.text}`;
  if (block.kind === 'list') return sayList(block, '').join('\n');
  const line = (cells: string[]) => `> | ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(block.head), line(block.head.map(() => '---')), ...block.rows.map(line)].join('\n');
}

function sayList(list: DescriptionList, indent: string): string[] {
  return list.items.flatMap((item, index) => [
    `> ${indent}${list.ordered ? `${index + 1}.` : '-'} ${item.text}`,
    ...(item.list ? sayList(item.list, `${indent}   `) : []),
  ]);
}
