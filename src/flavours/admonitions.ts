/**
 * MkDocs: `!!! note "제목"`, `??? note` (folded), `???+ note` (open) and `=== "이름"`, each with a body indented by four
 * spaces. They are containers, as list items are, so anything may stand in them. What stands between the quotes is read as
 * any other text.
 */
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Parent, PhrasingContent, RootContent } from 'mdast';
import { factorySpace } from 'micromark-factory-space';
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, State } from 'micromark-util-types';
import type { Processor } from 'unified';
import { notesWords } from '#words';
import { findBoxKind, makeBox } from './boxes.ts';
import type { Flavour } from './flavour.ts';
import { makeTab } from './tabs.ts';
import { SKIP, visit } from '../markdown/visit.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    admonition: 'admonition';
    admonitionHead: 'admonitionHead';
    admonitionTitle: 'admonitionTitle';
  }
  interface ContainerState {
    admonition?: boolean;
  }
}

interface Admonition extends Parent {
  /** What stands before the title. */
  head: string;
  children: RootContent[];
}

interface Title extends Parent {
  children: PhrasingContent[];
}

export const admonitions: Flavour = {
  syntax: [remarkAdmonitions],
  adapt(tree) {
    visit(tree, (node, index, parent) => {
      if ((node.type as string) !== 'admonition' || !parent || index === undefined) return undefined;
      const made = read(node as unknown as Admonition);
      (parent as Parent).children[index] = { ...made, position: node.position };
      return [SKIP, index];
    });
  },
};

function read({ head, children: [first, ...others] }: Admonition): RootContent {
  const [, mark = '', rest = ''] = /^(!!!|\?\?\?\+?|===)[!+]?\s*(.*)$/su.exec(head) ?? [];
  const isTitled = (first?.type as string | undefined) === 'admonitionTitle';
  const title = isTitled ? (first as unknown as Title).children : [];
  const children = first && !isTitled ? [first, ...others] : others;
  if (mark === '===') return makeTab(title, children);
  // Signs of surprise, with nothing indented below them.
  if (!children.length && !title.length)
    return { type: 'paragraph', children: [{ type: 'text', value: head }] };
  const word = /^[\p{L}\w-]+/u.exec(rest)?.[0] ?? 'note';
  const known = findBoxKind(word);
  const label = known ? notesWords().boxes[known.label] : word;
  // Further words are classes; written like a title, they are one whose quotes are missing.
  const further = rest.slice(word.length).trim();
  if (!title.length && /[\p{Lu}\P{ASCII}]/u.test(further)) title.push({ type: 'text', value: further });
  const fold = mark === '???' ? 'closed' : mark === '???+' ? 'open' : undefined;
  return makeBox({ look: known?.look ?? 'note', label }, title, children, fold);
}

function remarkAdmonitions(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  const document = { 33: construct, 61: construct, 63: construct };
  (data.micromarkExtensions ??= []).push({ document });
  (data.fromMarkdownExtensions ??= []).push(fromMarkdown);
}

const quote = 34;

/** In the middle of a paragraph, where signs of surprise stand, too, only what names a kind and a title begins a box. */
function isSure(marker: Code, head: string): boolean {
  const [, word, title] = /^\+?\s*([a-z][\w-]*)[\w\s-]*(".+")?\s*$/iu.exec(head) ?? [];
  return marker !== 61 && title !== undefined && word !== undefined && findBoxKind(word) !== undefined;
}

/** The quote that ends a title is the last of its line; others stand in it. */
const lastQuote: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const after: State = (code) => {
      if (code === null || markdownLineEnding(code)) return ok(code);
      if (!markdownSpace(code)) return nok(code);
      effects.consume(code);
      return after;
    };
    return (code) => {
      effects.consume(code);
      return after;
    };
  },
};

const construct: Construct = {
  name: 'admonition',
  tokenize(effects, ok, nok) {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- states are called without it
    const self = this;
    let marker: Code = null;
    let size = 0;
    let head = '';
    /** What stands around the title. */
    let part: 'admonitionHead' | 'whitespace' = 'admonitionHead';
    let isInterrupting = false;
    const sequence: State = (code) => {
      if (code === marker && size < 3) {
        effects.consume(code);
        size++;
        return sequence;
      }
      return size === 3 ? rest(code) : nok(code);
    };
    const rest: State = (code) => {
      if (code === null || markdownLineEnding(code)) return end(code);
      take(code);
      return code === quote && part === 'admonitionHead' ? title : rest;
    };
    const title: State = (code) => {
      if (code === null || markdownLineEnding(code)) return nok(code);
      if (code === quote) {
        take(code);
        return rest;
      }
      effects.exit(part);
      effects.enter('admonitionTitle');
      effects.enter('chunkText', { contentType: 'text' });
      return inTitle(code);
    };
    const inTitle: State = (code) => {
      if (code === null || markdownLineEnding(code)) return nok(code);
      return code === quote ? effects.check(lastQuote, closeTitle, quoted)(code) : quoted(code);
    };
    const quoted: State = (code) => {
      take(code as NonNullable<Code>);
      return inTitle;
    };
    const closeTitle: State = (code) => {
      effects.exit('chunkText');
      effects.exit('admonitionTitle');
      part = 'whitespace';
      effects.enter(part);
      return rest(code);
    };
    const take = (code: NonNullable<Code>) => {
      head += code > 0 ? String.fromCodePoint(code) : ' ';
      effects.consume(code);
    };
    const end: State = (code) => {
      const isTab = marker === 61;
      const pattern = isTab ? /^[!+]?\s+".+"\s*$/u : /^\+?\s*[a-z][\w-]*(?:\s+[\w-]+)*(?:\s+".*")?\s*$/iu;
      if (!pattern.test(head) || (isInterrupting && !isSure(marker, head))) return nok(code);
      effects.exit(part);
      return ok(code);
    };
    return (code) => {
      isInterrupting = self.interrupt === true;
      marker = code;
      effects.enter('admonition', { _container: true });
      effects.enter(part);
      return sequence(code);
    };
  },
  continuation: {
    tokenize(effects, ok, nok) {
      // eslint-disable-next-line @typescript-eslint/no-this-alias -- states are called without it
      const self = this;
      const blank: Construct = {
        partial: true,
        tokenize(trying, isBlank, isNot) {
          const end: State = (code) =>
            code === null || markdownLineEnding(code) ? isBlank(code) : isNot(code);
          return (code) => (markdownSpace(code) ? factorySpace(trying, end, 'linePrefix')(code) : end(code));
        },
      };
      const indented: Construct = {
        partial: true,
        tokenize(trying, isInside, isOutside) {
          const inside = factorySpace(
            trying,
            (code) => {
              const tail = self.events.at(-1);
              const isDeep =
                tail?.[1].type === 'listItemIndent' && tail[2].sliceSerialize(tail[1], true).length === 4;
              return isDeep ? isInside(code) : isOutside(code);
            },
            'listItemIndent',
            5,
          );
          // The indent before belongs to the box around this one.
          return (code) => (markdownSpace(code) ? inside(code) : isOutside(code));
        },
      };
      return effects.check(blank, ok, effects.attempt(indented, ok, nok));
    },
  },
  exit(effects) {
    effects.exit('admonition');
  },
};

const fromMarkdown: FromMarkdown = {
  enter: {
    admonition(token) {
      this.enter({ type: 'admonition', head: '', children: [] } as never, token);
    },
    admonitionHead() {
      this.buffer();
    },
    admonitionTitle(token) {
      this.enter({ type: 'admonitionTitle', children: [] } as never, token);
    },
  },
  exit: {
    admonitionHead(token) {
      this.resume();
      (this.stack.at(-1) as unknown as Admonition).head = this.sliceSerialize(token).trim();
    },
    admonitionTitle(token) {
      this.exit(token);
    },
    admonition(token) {
      this.exit(token);
    },
  },
};
