import type { Plugin } from 'vite';
import { openSession } from '../content/session.ts';
import { writeKindStyles } from '../subject/style-sheet.ts';

/** Puts the colours of the subject's collections at the end of the one sheet that every page has. */
export function kindStyles(): Plugin {
  return {
    name: 'atlas-kinds',
    enforce: 'pre',
    async transform(code, id) {
      if (!/[\\/]styles[\\/]site\.css(?:\?|$)/u.test(id) || /\?url\b/u.test(id)) return null;
      const { subject } = await openSession().atlas();
      return { code: `${code}\n${writeKindStyles(subject)}`, map: null };
    },
  };
}
