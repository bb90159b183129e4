/**
 * Where a bare address ends in Korean text. GFM reads on to the next blank, so that `https://example.org/a를` would
 * lead to a page that does not exist: here an address ends before a particle and before CJK punctuation.
 */
import type { Link, Parent, PhrasingContent, Root, Text } from 'mdast';
import { walkTree } from './walk-tree.ts';

/** Ends every bare address of a freshly parsed tree where its author meant it to end; in place. */
export function splitBareLinks(tree: Root): void {
  const parents = new Set<Parent>();
  walkTree(tree, (node, parent) => {
    if (node.type === 'link' && parent && isBare(node)) parents.add(parent);
  });
  for (const parent of parents) {
    const out: PhrasingContent[] = [];
    for (const child of parent.children as PhrasingContent[]) {
      if (child.type === 'link' && isBare(child)) splitLink(child, out);
      else addText(out, child);
    }
    parent.children = out;
  }
}

/** Whether a link's text is its address as it stands in the note, without brackets around it. */
function isBare(link: Link): boolean {
  const [text] = link.children;
  if (link.children.length !== 1 || text?.type !== 'text') return false;
  const isAddress = ['', 'http://', 'mailto:'].some((prefix) => link.url === prefix + text.value);
  const start = link.position?.start.offset;
  return isAddress && (start === undefined || start === text.position?.start.offset);
}

function splitLink(link: Link, out: PhrasingContent[]): void {
  const text = link.children[0] as Text;
  const before = out.at(-1);
  // A name in a path or in a longer name: `bin/www.js`.
  if (/^www\./iu.test(text.value) && before?.type === 'text' && /[/.=-]$/u.test(before.value)) {
    addText(out, text);
    return;
  }
  // `**https://example.org**를`: GFM takes the closing mark for a part of the address.
  const mark = before?.type === 'text' ? /(\*\*|\*|~~)$/u.exec(before.value)?.[1] : undefined;
  const closing = mark === undefined ? -1 : text.value.indexOf(mark);
  if (before?.type === 'text' && mark !== undefined && closing > 0) {
    before.value = before.value.slice(0, -mark.length);
    const type = mark === '**' ? 'strong' : mark === '*' ? 'emphasis' : 'delete';
    const [inside, tail] = cut(link, Math.min(closing, findEnd(text.value.slice(0, closing))), closing);
    out.push({ type, children: inside });
    if (tail) addText(out, { ...tail, value: tail.value.slice(mark.length) });
    return;
  }
  const [inside, tail] = cut(link, findEnd(text.value), findEnd(text.value));
  for (const node of inside) out.push(node);
  if (tail) addText(out, tail);
}

/** The link up to `end`, what stands from there up to `border`, and the rest as text. */
function cut(link: Link, end: number, border: number): [PhrasingContent[], Text | null] {
  const text = link.children[0] as Text;
  const { value } = text;
  const lost = value.length - end;
  const tail: Text | null = border < value.length ? { type: 'text', value: value.slice(border) } : null;
  if (end === 0) return [[{ type: 'text', value: value.slice(0, border) }], tail];
  link.url = lost ? link.url.slice(0, -lost) : link.url;
  text.value = value.slice(0, end);
  const between: PhrasingContent[] = end < border ? [{ type: 'text', value: value.slice(end, border) }] : [];
  return [[link, ...between], tail];
}

function addText(out: PhrasingContent[], node: PhrasingContent): void {
  const last = out.at(-1);
  // A sign behind a backslash stands alone.
  const isApart = last?.data !== undefined || node.data !== undefined;
  if (node.type !== 'text' || last?.type !== 'text' || (isApart && node.value)) out.push(node);
  else if (node.value) {
    last.value += node.value;
    if (last.position && node.position)
      last.position = { start: last.position.start, end: node.position.end };
  }
}

/** Longer than a particle and the punctuation behind it. */
const longestParticle = 12;

/** Particles and endings that follow an address at once. */
const particles = new RegExp(
  `^(?:${[
    '을|를|은|는|이|가|의|에|에서|에서는|에서도|에서의|에는|에도|에만|에게|로|으로|로는|으로는|로도|로의|으로의|로부터|으로부터',
    '와|과|와는|과는|와의|과의|도|만|만을|까지|까지는|부터|부터는|보다|처럼|마다|조차|밖에|뿐|나|이나|라도|이라도|든지|이든지',
    '란|이란|라는|이라는|라고|이라고|라면|이라면|며|이며|고|이고|다|이다|임|입니다|이에요|예요|이고요|인|인데|이었다|였다|일|이므로|므로|하고',
    '참고|참조',
  ].join('|')})(?![가-힣])`,
  'u',
);

/** Full-width and CJK punctuation, typographic quotes, arrows, signs and pictures: no address holds them unencoded. */
const foreign =
  /[\u00AB\u00BB\u2014\u2018-\u2027\u2030-\u203E\u2190-\u23FF\u2460-\u27BF\u27F0-\u27FF\u2900-\u2BFF\u{1F000}-\u{1FAFF}\u3000-\u3003\u3008-\u3011\u3014-\u301F\u30FB\u318D\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65·]/u;

const picture = /^\p{Extended_Pictographic}/u;

/** How much of the text is the address. */
export function findEnd(text: string): number {
  let end = foreign.exec(text)?.index ?? text.length;
  // `https://i❤.ws`: a name may begin with a picture.
  if (/^https?:\/\/[^./:]*$/iu.test(text.slice(0, end)) && picture.test(text.slice(end, end + 2)))
    end = text.length;
  const host = /^(?:https?:\/\/|mailto:)?[^/?#\s]*/iu.exec(text)?.[0] ?? '';
  // Behind a name of Latin letters that is complete, Korean letters are text: `www.example.com에서`.
  const behindHost = /^(?:[^\p{Script=Hangul}]*\.[a-z]{2,}(?::\d+)?)(?=\p{Script=Hangul})/iu.exec(host);
  if (behindHost && !/^\p{Script=Hangul}+\./u.test(host.slice(behindHost[0].length))) {
    end = Math.min(end, behindHost[0].length);
  }
  let open = 0;
  let past = 0;
  for (const match of text.slice(0, end).matchAll(/(?<=[^\p{Script=Hangul}])\p{Script=Hangul}+/gu)) {
    const before = text[match.index - 1] ?? '';
    const rest = text.slice(match.index, Math.min(end, match.index + longestParticle));
    const between = text.slice(past, match.index);
    open += count(between, '(') - count(between, ')');
    past = match.index;
    // After a comma a word in Korean goes on with the sentence, if the address has none so far.
    const isClause = /[,;!]/u.test(before) && !/[?#\p{Script=Hangul}]/u.test(text.slice(0, match.index));
    const closes = isClause || /["'<>\]}]/u.test(before) || (before === ')' && open < 0);
    // Behind `=`, `-`, `_`, `#` … stands a Korean word that belongs to the address.
    if (closes || (!/[=\-_#&%+~:(]/u.test(before) && isParticle(rest))) {
      end = match.index;
      break;
    }
  }
  // A parenthesis with Korean in it that closes behind a blank is the sentence's: `https://example.org/a(바다 안내)`.
  const unclosed = /\((?=\p{Script=Hangul}[^()]*$)/u.exec(text.slice(0, end));
  return trimPunctuation(text, unclosed?.index ?? end);
}

/** The particle is all that is left, but for punctuation and what no address goes on with. */
function isParticle(rest: string): boolean {
  const found = particles.exec(rest)?.[0];
  return found !== undefined && /^(?:[.,;:!?)\]}"'*_~>]|$)/u.test(rest.slice(found.length));
}

/** Punctuation at the end is the sentence's, and so is a parenthesis that the address does not open. */
function trimPunctuation(text: string, from: number): number {
  if (from === text.length) return from;
  let end = from;
  let surplus = count(text.slice(0, end), ')') - count(text.slice(0, end), '(');
  for (; end > 0; end--) {
    const last = text[end - 1] ?? '';
    if (last === ')' && surplus > 0) surplus--;
    else if (!/[?!.,:;*_~'"<>\]}]/u.test(last)) break;
  }
  return end;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
