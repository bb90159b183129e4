/**
 * Keeps the time that the imports of MDX take in bounds. The parser reads all names imported so far once more before each
 * further import, so that a note of thousands would take minutes: of so many names only the first are remembered. A
 * note's own `export { name }` of a later one is then reported and shown as text.
 */
import type { Construct, Extension } from 'micromark-util-types';
import type { Processor } from 'unified';

const mostNames = 16;

class FirstNames extends Array<string> {
  override push(...names: string[]): number {
    return this.length < mostNames ? super.push(...names) : this.length;
  }
}

/** To be used after `remark-mdx`: what comes later is asked first. */
export function remarkBoundImports(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  const remember: Construct = {
    name: 'boundImports',
    tokenize(_effects, _ok, nok) {
      const parser = this.parser as { definedModuleSpecifiers?: string[] };
      parser.definedModuleSpecifiers ??= new FirstNames();
      return nok;
    },
  };
  const extension: Extension = { flow: { 101: remember, 105: remember } };
  (data.micromarkExtensions ??= []).push(extension);
}
