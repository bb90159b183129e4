/** The Markdown of one section: its twin where that can be had, otherwise what the page shows. */
import { writeMarkdownTable } from './table-text.ts';

/** @param wrapper the `.section-heading` of the section; @param url its absolute address, which ends the text */
export async function sectionMarkdown(wrapper: Element, url: string): Promise<string> {
  const heading = wrapper.querySelector('h2, h3, h4');
  const twin = heading && (await fromTwin(heading.id));
  return twin ?? `${fromPage(wrapper).trim()}\n\n${url}\n`;
}

/** The section's own twin; its last line names the note, the day of reference and the address. */
async function fromTwin(id: string): Promise<string | null> {
  try {
    const response = await fetch(`${location.pathname.replace(/\/$/u, '')}.sections.json`);
    const sections = (await response.json()) as Record<string, string>;
    return sections[id] ?? null;
  } catch {
    return null;
  }
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
      if (!(child instanceof Element) || child.matches('button, svg, .anchor-alias, .section-changed'))
        return '';
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
