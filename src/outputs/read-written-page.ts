import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Element, Root } from 'hast';
import { readAttributes, scanTags } from './scan-tags.ts';

/** Attributes that hast calls otherwise, of those that pages are read by. */
const otherNames: Readonly<Record<string, string>> = {
  class: 'className',
  rowspan: 'rowSpan',
  colspan: 'colSpan',
};

/**
 * The tree of a page that one of our own writers has written: what a parser makes of it, but with empty drawings, and
 * with every attribute as text (`className` as a list). A parser for anybody's HTML takes several times as long.
 */
export function readWrittenPage(html: string): Root {
  const root: Root = { type: 'root', children: [] };
  const open: (Root | Element)[] = [root];
  let past = 0;
  let drawings = 0;
  const addText = (to: number): void => {
    if (to <= past || drawings > 0) return;
    const parent = open.at(-1) ?? root;
    const isFirst = parent.children.length === 0 && parent.type === 'element' && parent.tagName === 'pre';
    // The first line break in such an element is none.
    const from = isFirst && html[past] === '\n' ? past + 1 : past;
    const text = decode(withoutComments(html.slice(from, to)));
    if (text) parent.children.push({ type: 'text', value: text });
  };
  for (const { name, isEnd, isVoid, attributes, from, to } of scanTags(html)) {
    addText(from);
    past = to;
    if (drawings > 0) {
      if (name === 'svg' && !isVoid) drawings += isEnd ? -1 : 1;
      continue;
    }
    if (isEnd) {
      const at = open.findLastIndex((one) => one.type === 'element' && one.tagName === name);
      if (at > 0) open.length = at;
      continue;
    }
    const properties = attributes ? readProperties(attributes) : {};
    const element: Element = { type: 'element', tagName: name, properties, children: [] };
    (open.at(-1) ?? root).children.push(element);
    if (isVoid) continue;
    if (name === 'svg') drawings = 1;
    else open.push(element);
  }
  addText(html.length);
  return root;
}

function withoutComments(text: string): string {
  let kept = '';
  let past = 0;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', past)) {
    kept += text.slice(past, at);
    const end = text.indexOf('-->', at);
    past = end < 0 ? text.length : end + 3;
  }
  return kept + text.slice(past);
}

function readProperties(attributes: string): Element['properties'] {
  const properties: Element['properties'] = {};
  for (const [written, text] of readAttributes(attributes)) {
    const name = written.toLowerCase();
    const value = decode(text);
    properties[nameProperty(name)] = name === 'class' ? value.split(/\s+/u).filter(Boolean) : value;
  }
  return properties;
}

function nameProperty(name: string): string {
  if (name.startsWith('data-') || name.startsWith('aria-'))
    return name.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  return otherNames[name] ?? name;
}

/** A text from how it is written. */
function decode(written: string): string {
  if (!written.includes('&')) return written;
  return written.replace(
    /&(?:#(?:x([\da-f]{1,6})|(\d{1,7}))|([a-z\d]{1,31}));/giu,
    (whole, hex, decimal, name) => {
      if (name) return decodeNamedCharacterReference(name as string) || whole;
      const point = hex ? Number.parseInt(hex as string, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
