/**
 * Logseq's own marks, written as what means the same here, line for line: `#+BEGIN_NOTE … #+END_NOTE` as a box,
 * `#+BEGIN_SRC js` as a fence, `((id))` and `{{embed ((id))}}` as a link to a block and its embedding, `{{video …}}` as a
 * link, `{{youtube-timestamp 83}}` as the time `1:23`, `{{cloze …}}` as its words, `[words](((id)))` as a link to the block;
 * a macro that asks for a table of contents goes. Marks in code are what the code shows.
 */
import { listCode } from './template-code.ts';
import { createRangeTest } from '../markdown/text-places.ts';

const id = String.raw`\(\([\da-f]{8}-[\da-f]{4}-[\da-f-]{22}\)\)`;
const opening = /^([ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)?)#\+BEGIN_([A-Z]+)\b[ \t]*([^\n]*)$/iu;
const closing = /^([ \t>]*)#\+END_([A-Z]+)[ \t]*$/iu;

/** What opens and closes the blocks that say something to a reader; others stay as they are written. */
const boxes: Readonly<Record<string, readonly [open: string, close: string]>> = {
  ...Object.fromEntries(
    ['note', 'tip', 'important', 'caution', 'warning', 'quote'].map((name) => [name, [`:::${name}`, ':::']]),
  ),
  pinned: [':::note', ':::'],
  center: ['', ''],
  example: ['````', '````'],
  src: ['````', '````'],
};

/** @returns the text with as many lines as before */
export function readLogseqBlocks(body: string): string {
  if (
    !/#\+begin_|\(\([\da-f]{8}-|\{\{(?:embed|cloze|video|youtube|youtube-timestamp|tweet|vimeo|bilibili)\s|\{\{renderer :toc/iu.test(
      body,
    )
  )
    return body;
  return readMacros(readBoxes(body));
}

function readBoxes(body: string): string {
  if (!/#\+begin_/iu.test(body)) return body;
  const isCode = createRangeTest(listCode(body));
  const lines = body.split('\n');
  let from = 0;
  let open: { line: number; lead: string; name: string; rest: string } | null = null;
  for (const [line, text] of lines.entries()) {
    const inCode = isCode(from + text.length - text.trimStart().length);
    from += text.length + 1;
    if (open) {
      const [, lead = '', name = ''] = closing.exec(text) ?? [];
      if (name.toLowerCase() !== open.name) continue;
      const [mark = '', end = ''] = boxes[open.name] ?? [];
      lines[open.line] =
        open.lead + mark + (open.name === 'src' ? (/^[\w+#.-]+/u.exec(open.rest)?.[0] ?? '') : '');
      lines[line] = lead + end;
      open = null;
    } else if (!inCode) {
      const [, lead = '', name = '', rest = ''] = opening.exec(text) ?? [];
      const known = name.toLowerCase();
      if (Object.hasOwn(boxes, known)) open = { line, lead, name: known, rest };
    }
  }
  return lines.join('\n');
}

const macro = new RegExp(
  [
    String.raw`\{\{embed\s+(?:\[\[([^\[\]{}\n]+)\]\]|(${id}))\s*\}\}`,
    String.raw`\{\{cloze\s+([^{}\n]+?)\s*\}\}`,
    String.raw`\{\{(?:video|youtube|tweet|vimeo|bilibili)\s+<?(https?:\/\/[^\s<>{}]+?)>?\s*\}\}`,
    String.raw`(?<![(\]]|\[\[)(${id})(?!\))`,
    String.raw`\{\{youtube-timestamp\s+(\d{1,6})\s*\}\}`,
    String.raw`\[([^\[\]\n|]+)\]\((${id})\)`,
    String.raw`\{\{renderer\s+:toc[^{}\n]*\}\}`,
  ].join('|'),
  'giu',
);

function readMacros(body: string): string {
  const isCode = createRangeTest(listCode(body));
  const places = [...body.matchAll(macro)].filter(({ index }) => !isCode(index));
  const parts: string[] = [];
  let past = 0;
  for (const found of places) {
    const { 0: written, 1: page, 2: block, 3: cloze, 4: url, 5: reference, 6: seconds, index } = found;
    const [words, named] = found.slice(7);
    parts.push(body.slice(past, index));
    if (page !== undefined || block !== undefined) parts.push(`![[${page ?? block ?? ''}]]`);
    // What helps to remember it stands behind two strokes.
    else if (cloze !== undefined)
      parts.push(cloze.replace(/\s*\\\\(?=\s*\S)[^]*$|\s*\\\\\s*$/u, '') || cloze);
    else if (url !== undefined) parts.push(`<${url}>`);
    else if (seconds !== undefined) parts.push(writeTime(Number(seconds)));
    else if (named !== undefined) parts.push(`[[${named}|${words ?? ''}]]`);
    else if (reference !== undefined) parts.push(`[[${reference}]]`);
    past = index + written.length;
  }
  return parts.join('') + body.slice(past);
}

function writeTime(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
