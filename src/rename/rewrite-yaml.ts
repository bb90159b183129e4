import { isPair, isScalar, isSeq, parseDocument, type Scalar, visit, type YAMLSeq } from 'yaml';
import type { Edit } from './edit.ts';

/** A text in a YAML file: where it stands among the keys (places in lists left out), and what it says. */
export interface YamlText {
  keys: readonly string[];
  value: string;
}

/**
 * The edits that give texts of a YAML file new values, in the quotes that they have. Broken YAML gives none.
 * @param rewrite the new value; null where the text stays
 * @param renameKey what a key is called then; null where it stays
 */
export function rewriteYaml(
  yaml: string,
  rewrite: (text: YamlText) => string | null,
  renameKey: (key: string) => string | null = () => null,
): Edit[] {
  const edits: Edit[] = [];
  let document;
  try {
    document = parseDocument(yaml, { prettyErrors: false });
  } catch {
    return [];
  }
  if (document.errors.length) return [];
  visit(document, {
    Scalar(key, node, path) {
      if (typeof node.value !== 'string' || !node.range) return;
      if (key === 'key') {
        const name = renameKey(node.value);
        if (name !== null && name !== node.value)
          edits.push({ start: node.range[0], end: node.range[1], text: spell(name, node) });
        return;
      }
      const keys = path.flatMap((above) =>
        isPair(above) && isScalar(above.key) ? [String(above.key.value)] : [],
      );
      const value = rewrite({ keys, value: node.value });
      if (value === null || value === node.value) {
        // Without quotes `[[name]]` is a list in a list.
        const outer = outerList(path);
        const link = outer ? rewrite({ keys, value: `[[${node.value}]]` }) : null;
        if (outer?.range && link !== null && link !== `[[${node.value}]]`)
          edits.push({ start: outer.range[0], end: outer.range[1], text: JSON.stringify(link) });
        return;
      }
      const [start, end] = node.range;
      // A text in a block keeps its lines: what is written is changed, not what it means.
      const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
      const text = isBlock ? rewrite({ keys, value: yaml.slice(start, end) }) : spell(value, node);
      if (text !== null) edits.push({ start, end, text });
    },
  });
  return edits;
}

/** The list around the list in which a text stands alone: `[[name]]`. */
function outerList(path: readonly unknown[]): YAMLSeq | null {
  const [outer, inner] = path.slice(-2);
  const isAlone = (list: unknown): list is YAMLSeq =>
    isSeq(list) && list.flow === true && list.items.length === 1;
  return isAlone(outer) && isAlone(inner) ? outer : null;
}

function spell(value: string, { type }: Scalar): string {
  if (type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`;
  const isPlain =
    type === 'PLAIN' &&
    /^(?:[\p{L}_]|\.{0,2}\/)[\p{L}\p{N}_./ -]*$/u.test(value) &&
    !/^(?:true|false|null|yes|no|on|off)$/iu.test(value);
  return isPlain ? value : JSON.stringify(value);
}
