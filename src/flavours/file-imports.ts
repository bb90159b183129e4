/**
 * Files that MDX names in code: `import photo from './a.png'`, `require('./a.png').default`, `useBaseUrl('/img/a.png')`
 * (Docusaurus). What they stand for is known without running them: an address, as Markdown would write it.
 */
import type { Expression, Program } from 'estree-jsx';

const importPattern =
  /^\s*import\s+([A-Za-z_$][\w$]*)\s+from\s+(['"])([^'"\n]+\.(?:avif|gif|jpe?g|png|svg|webp|mp4|webm|mp3|pdf))\2\s*;?\s*$/gimu;

/** Addresses of the files that a piece of MDX imports, by the name that it gives them. */
export function listFileImports(code: string): Map<string, string> {
  return new Map([...code.matchAll(importPattern)].map((match) => [match[1] ?? '', match[3] ?? '']));
}

/** What is left of code without its imports of files, and of what makes an address of one. */
export function dropFileImports(code: string): string {
  return code
    .replace(importPattern, '')
    .replace(/^\s*import\s+useBaseUrl\s+from\s+(['"])@docusaurus\/useBaseUrl\1\s*;?\s*$/gmu, '');
}

/** The same for an attribute in Markdown that is no MDX; any other value as it is written. */
export function readFileWords(value: string): string {
  const [, call, , address = ''] =
    /^\{(require|useBaseUrl)\((["'])([^"'{}]+)\2\)(?:\.default)?\}$/u.exec(value) ?? [];
  return call === undefined ? value : call === 'require' ? address : basedOn(address);
}

/** `useBaseUrl` puts the site's base before a path that may have no slash of its own. */
function basedOn(address: string): string {
  return /^(?:[a-z]+:|\/)/iu.test(address) ? address : `/${address}`;
}

/** The address that an attribute's code stands for; undefined for any other code. */
export function readFileExpression(
  program: Program | undefined,
  imports: ReadonlyMap<string, string>,
): string | undefined {
  const [statement] = program?.body ?? [];
  if (program?.body.length !== 1 || statement?.type !== 'ExpressionStatement') return undefined;
  return readAddress(statement.expression, imports);
}

function readAddress(expression: Expression, imports: ReadonlyMap<string, string>): string | undefined {
  if (expression.type === 'Literal')
    return typeof expression.value === 'string' ? expression.value : undefined;
  if (expression.type === 'Identifier') return imports.get(expression.name);
  // Of pictures for each ground, the first: `{ light: …, dark: … }`.
  if (expression.type === 'ObjectExpression') {
    const [first] = expression.properties;
    return first?.type === 'Property' ? readAddress(first.value as Expression, imports) : undefined;
  }
  if (expression.type === 'MemberExpression') {
    const { object, property } = expression;
    const isFile = property.type === 'Identifier' && ['default', 'src'].includes(property.name);
    return isFile && object.type !== 'Super' ? readAddress(object, imports) : undefined;
  }
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'Identifier') return undefined;
  const [first] = expression.arguments;
  if (!first || first.type === 'SpreadElement' || !['require', 'useBaseUrl'].includes(expression.callee.name))
    return undefined;
  const address = readAddress(first, imports);
  return address === undefined || expression.callee.name === 'require' ? address : basedOn(address);
}
