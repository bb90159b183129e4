/** The Markdown of one section: from the note's Markdown twin where there is one, otherwise from the page. */
import { writeMarkdownTable } from './table-text.ts';

/** @param wrapper the `.section-heading` of the section; @param url its absolute address, which ends the text */
export async function sectionMarkdown(wrapper: Element, url: string): Promise<string> {
  const heading = wrapper.querySelector('h2, h3, h4');
  const text = (heading && (await fromTwin(heading))) ?? fromPage(wrapper);
  return `${text.trim()}\n\n${url}\n`;
}

async function fromTwin(heading: Element): Promise<string | null> {
  try {
    const response = await fetch(`${location.pathname.replace(/\/$/u, '')}.md`);
    if (!response.ok || response.headers.get('content-type')?.includes('html')) return null;
    return cutSection(await response.text(), heading.textContent ?? '', Number(heading.tagName.slice(1)));
  } catch {
    return null;
  }
}

/** The lines from a heading to the next one of its level or above; null where the text has no such heading. */
export function cutSection(markdown: string, title: string, depth: number): string | null {
  const lines = markdown.split('\n');
  const wanted = fold(title);
  let fence = '';
  let start = -1;
  for (const [index, line] of lines.entries()) {
    const mark = /^\s*(`{3,}|~{3,})/u.exec(line)?.[1];
    if (mark && (!fence || line.trim() === fence)) fence = fence ? '' : mark;
    const heading = fence ? null : /^(#{1,6})\s+(.*)$/u.exec(line);
    if (!heading) continue;
    if (start >= 0 && (heading[1]?.length ?? 0) <= depth) return lines.slice(start, index).join('\n');
    if (start < 0 && fold(heading[2] ?? '') === wanted) start = index;
  }
  return start < 0 ? null : lines.slice(start).join('\n');
}

function fold(text: string): string {
  return text.replace(/\{#[^}]*\}|<[^>]*>|[\s*_`~[\]()#\\]/gu, '').normalize('NFC');
}

function fromPage(wrapper: Element): string {
  const depth = levelOf(wrapper);
  const blocks = [block(wrapper)];
  for (let next = wrapper.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.matches('.section-heading') && levelOf(next) <= depth) break;
    blocks.push(block(next));
  }
  return blocks.filter(Boolean).join('\n\n');
}

function levelOf(wrapper: Element): number {
  return Number(wrapper.querySelector('h2, h3, h4')?.tagName.slice(1) ?? 6);
}

/** One block of the page; what has no form in Markdown becomes its text. */
function block(element: Element): string {
  const table = element.querySelector('table');
  const source = element.querySelector('.mermaid-source');
  if (element.matches('.section-heading')) {
    return `${'#'.repeat(levelOf(element))} ${element.querySelector('h2, h3, h4')?.textContent ?? ''}`;
  }
  if (source) return `\`\`\`mermaid\n${source.textContent ?? ''}\n\`\`\``;
  if (element.matches('figure') && table) return writeMarkdownTable(table);
  if (element.matches('pre')) return `\`\`\`\n${element.textContent ?? ''}\n\`\`\``;
  if (element.matches('ul, ol')) {
    const isOrdered = element.matches('ol');
    return [...element.children]
      .map((item, index) => `${isOrdered ? `${index + 1}.` : '-'} ${inline(item).replaceAll('\n', '\n   ')}`)
      .join('\n');
  }
  if (element.matches('blockquote, .callout')) {
    return [...element.children].map((child) => `> ${inline(child)}`).join('\n>\n');
  }
  return inline(element);
}

function inline(node: Node): string {
  return [...node.childNodes]
    .map((child) => {
      if (child.nodeType === 3) return (child.textContent ?? '').replace(/\s+/gu, ' ');
      if (!(child instanceof Element) || child.matches('button, svg, .anchor-alias')) return '';
      if (child.matches('strong')) return `**${inline(child)}**`;
      if (child.matches('em')) return `*${inline(child)}*`;
      if (child.matches('code')) return `\`${child.textContent ?? ''}\``;
      if (child.matches('a[data-cite]')) return `[${child.textContent ?? ''}]`;
      if (child instanceof HTMLAnchorElement) return `[${inline(child)}](${child.href})`;
      if (child.matches('ul, ol')) return `\n${block(child)}`;
      return inline(child);
    })
    .join('')
    .trim();
}
