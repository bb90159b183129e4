import type { Plugin } from 'vite';
import { hideComments } from '../flavours/hide-comments.ts';

/** Astro reads MDX from the disk: here too, comments go before anything else sees the text. */
export function hideMdxComments(): Plugin {
  return {
    name: 'atlas-hide-mdx-comments',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.mdx(?:\?|$)/iu.test(id)) return null;
      const front = /^\uFEFF?---[^\S\n]*\n[^]*?^---[^\S\n]*$/mu.exec(code)?.[0] ?? '';
      return { code: front + hideComments(code.slice(front.length), 'mdx').body, map: null };
    },
  };
}
