/** The words of a source whose type is not known: quoted strings and bracketed labels, each once, in order. */
export function listTexts(code: string): string[] {
  const body = code.replace(/^[^\S\n]*%%.*$/gm, '').replace(/^\s*---\n[\s\S]*?\n---/, '');
  const found = [...body.matchAll(/"([^"\n]+)"|\[([^\][\n]+)\]|\(([^()\n]+)\)/g)].map(
    ([, quoted, square, round]) => (quoted ?? square ?? round ?? '').replace(/^["(]+|[")]+$/g, '').trim(),
  );
  const texts =
    found.length > 0
      ? found
      : body
          .split('\n')
          .slice(1)
          .map((line) => line.trim());
  return [...new Set(texts.filter((text) => /[\p{L}\p{N}]/u.test(text)))];
}
