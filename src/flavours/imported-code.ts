/**
 * `import source from '!!raw-loader!./a.js'` (Docusaurus) and `import source from './a.js?raw'` (Astro, Vite), with
 * `<CodeBlock language="js">{source}</CodeBlock>` or `<Code code={source} />`: the file is shown as code. Where it is not
 * among the notes, the line that asks for it is.
 */
import type { Code, Parent, RootContent } from 'mdast';
import { problemsWords } from '#words';
import { type CodePart, languageOf, wholeFile } from './code-parts.ts';
import { type Flavour, leaveOut, report } from './flavour.ts';
import { fenceFor } from './template-code.ts';
import { SKIP, visit } from '../markdown/visit.ts';

/** A use of an imported file, as `markdown/read-mdx.ts` leaves it. */
export interface CodeUse {
  type: 'codeUse';
  /** The line that imports the file. */
  line: string;
  lang?: string | null;
  meta?: string | null;
  position?: RootContent['position'];
}

const importPattern =
  /^[ \t]*import[ \t]+([A-Za-z_$][\w$]*)[ \t]+from[ \t]+(['"])(?:[-!]{0,2}raw-loader!([^'"\n?]+)|([^'"\n?!]+)\?raw)\2[ \t]*;?[ \t]*$/gmu;

/** The lines of a piece of MDX that import a file's text, by the name that they give it. */
export function listCodeImports(code: string): Map<string, string> {
  return new Map(Array.from(code.matchAll(importPattern), ([line, name = '']) => [name, line.trim()]));
}

/** What is left of code without these lines. */
export function dropCodeImports(code: string): string {
  return code.replace(importPattern, '');
}

/** The file that such a line means; null for any other line. */
export function readCodeImport(line: string): CodePart | null {
  const [[, , , loaded, raw] = []] = line.matchAll(importPattern);
  const written = loaded ?? raw;
  if (written === undefined) return null;
  const fromRoot = /^(?:[@~](?:site)?)?\/+(.+)$/u.exec(written)?.[1];
  return { url: fromRoot ?? written, isFromAbove: fromRoot !== undefined, select: wholeFile };
}

export const importedCode: Flavour = {
  adapt(tree, context) {
    visit(tree, (node, index, parent) => {
      if ((node.type as string) !== 'codeUse' || !parent || index === undefined) return undefined;
      const { line, lang, meta, position } = node as unknown as CodeUse;
      const found = context.code?.(line, context) ?? null;
      if (!found) report(tree, node, problemsWords().embeds.noPartial(readCodeImport(line)?.url ?? line));
      const value = found?.text ?? line;
      const code: Code = { type: 'code', lang: lang ?? languageOf(found?.path ?? 'a.js'), meta, value };
      if (position) {
        code.position = position;
        const { start, end } = position;
        const fence = fenceFor(value);
        const by = `${fence}${code.lang ?? ''}\n${value}\n${fence}`;
        if (start.offset !== undefined && end.offset !== undefined)
          leaveOut(tree, { from: start.offset, written: end.offset, by });
      }
      (parent as Parent).children.splice(index, 1, code);
      return [SKIP, index + 1];
    });
  },
};
