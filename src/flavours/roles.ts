/**
 * What MyST and Pandoc write around words in a line: roles (`{doc}`글 <경로>``, `{sub}`2``) and spans in brackets
 * (`[글]{.underline}`). A role that leads to a page is a link, one that sets text does so, and of any other known one its
 * words stay; a role that nobody here knows stays as it is written. A link without words is called what it leads to.
 */
import { decodeAddress } from '../knowledge/decode-address.ts';
import type { InlineCode, Link, Parent, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Flavour } from './flavour.ts';
import { SKIP, visit } from '../markdown/visit.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';

const elements: Readonly<Record<string, string>> = {
  sub: 'sub',
  subscript: 'sub',
  sup: 'sup',
  superscript: 'sup',
  kbd: 'kbd',
  del: 'del',
  u: 'u',
  underline: 'u',
};
const plainRoles =
  /^(?:abbr|abbreviation|any|cite(?::[a-z]+)?|command|eq|file|guilabel|menuselection|numref|option|p?ref|prf:ref|smallcaps|sc|term|envvar|func|class|meth|mod|attr|py:[a-z]+)$/u;
const role = /\{([a-z][a-z\d:-]*)\}$/u;
const span =
  /^\]\{\s*[.#][\p{L}_][\p{L}\p{N}_:.-]*(?:\s+(?:[.#][\p{L}_][\p{L}\p{N}_:.-]*|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+)))*\s*\}/u;
/** A span is no longer than a paragraph, and no line holds more. */
const longest = 2000;

export const roles: Flavour = {
  adapt(tree) {
    const headings = listHeadings(tree);
    visit(tree, 'inlineCode', (code, index, parent) => {
      const before = index ? (parent as Parent).children[index - 1] : undefined;
      if (before?.type !== 'text' || !parent || index === undefined) return undefined;
      const name = role.exec(before.value)?.[1];
      const made = name === undefined ? null : readRole(name, code, headings);
      if (!made) return undefined;
      before.value = before.value.replace(role, '');
      (parent as Parent).children.splice(index, 1, { ...made, position: code.position } as never);
      return [SKIP, index + 1];
    });
    visit(tree, 'link', (link) => {
      if (!link.children.length) link.children = [nameTarget(link, headings)];
    });
    visit(tree, (node) => {
      if (
        'children' in node &&
        node.children.some((child) => child.type === 'text' && /\]\{\s*[.#]/u.test(child.value))
      )
        openSpans(node);
    });
  },
};

/** The headings of a note by the ids that stand behind them. */
function listHeadings(tree: Root): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  visit(tree, 'heading', (heading) => {
    const text = toString(heading).trimEnd();
    const id = /\{#([^\s{}]+)\}$/u.exec(text)?.[1];
    if (id !== undefined) found.set(id, text.slice(0, text.lastIndexOf('{')).trim());
  });
  return found;
}

function readRole(
  name: string,
  { value }: InlineCode,
  headings: ReadonlyMap<string, string>,
): RootContent | null {
  const [, said, inside] = /^([^<]*)<([^<>]+)>$/u.exec(value) ?? [];
  const label = said?.trim();
  const target = inside ?? value;
  const text = (words: string): PhrasingContent => ({ type: 'text', value: words });
  const link = (url: string, words: string): RootContent => ({ type: 'link', url, children: [text(words)] });
  const element = elements[name];
  if (element !== undefined)
    return {
      type: 'htmlElement',
      children: [text(value)],
      data: { hName: element },
    } as unknown as RootContent;
  if (name === 'math') return { type: 'inlineMath', value } as unknown as RootContent;
  if (name === 'doc') return link(/\.\w{1,5}$/u.test(target) ? target : `${target}.md`, label || target);
  if (name === 'download') return link(target, label || (target.split('/').at(-1) ?? target));
  if (!plainRoles.test(name)) return null;
  const heading = headings.get(target);
  return heading === undefined ? text(label || target) : link(`#${target}`, label || heading);
}

/** `[](#절)` and `[](글.md)` (MyST): what they lead to is all they say. */
function nameTarget({ url, position }: Link, headings: ReadonlyMap<string, string>): Text {
  const [, path = '', anchor = ''] = /^([^#]*)#?(.*)$/su.exec(url) ?? [];
  const isAddress = /^[a-z]+:/iu.test(url);
  const last = path.replace(/\/$/u, '').split('/').at(-1)?.replace(noteEnding, '') ?? '';
  const value = isAddress ? url : path ? last : (headings.get(anchor) ?? anchor);
  return { type: 'text', value: decodeAddress(value), ...(position && { position }) };
}

/** `[글]{.class}`: the words without their brackets, which may hold other marks. */
function openSpans(parent: Parent): void {
  for (let child = 0; child < parent.children.length; child++) {
    const node = parent.children[child];
    if (node?.type !== 'text') continue;
    for (let at = node.value.indexOf(']{'); at >= 0; at = node.value.indexOf(']{', at + 1)) {
      const written = span.exec(node.value.slice(at))?.[0];
      const opening = written === undefined ? null : findOpening(parent, child, at);
      if (written === undefined || !opening) continue;
      node.value = node.value.slice(0, at) + node.value.slice(at + written.length);
      opening.node.value = opening.node.value.slice(0, opening.at) + opening.node.value.slice(opening.at + 1);
      at = Math.max(0, at - 2);
    }
  }
}

/** The bracket that belongs to the one at a place. */
function findOpening(parent: Parent, child: number, at: number): { node: Text; at: number } | null {
  let depth = 0;
  let seen = 0;
  for (let place = child; place >= 0; place--) {
    const node = parent.children[place];
    if (node?.type !== 'text') continue;
    for (let index = place === child ? at - 1 : node.value.length - 1; index >= 0; index--) {
      if (++seen > longest) return null;
      if (node.value[index] === ']') depth++;
      else if (node.value[index] === '[' && depth-- === 0) return { node, at: index };
    }
  }
  return null;
}
