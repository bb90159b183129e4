/** Text of authors and of declarations on its way into Markdown and Mermaid that we write: shown, never obeyed. */

/** Text inside Markdown: characters that would mean something are escaped, words stay as they are. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*\n\s*/gu, ' ')
    .replace(
      /[\\`*[\]<>|]|[_$~](?=\S)|(?<=\S)[_$~]|&(?=#?\w+;)|:(?=\p{L}[\w-]*[[{])|(?<=^)(?:#+|[-+>]|\d+[.)])(?=\s)|!(?=\[)/gu,
      (sign) => (sign.length === 1 ? `\\${sign}` : `${sign.slice(0, -1)}\\${sign.slice(-1)}`),
    );
}

/** Text inside a quoted Mermaid label. */
export function escapeLabel(text: string): string {
  return text
    .replaceAll('#', '#35;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .replaceAll('`', '#96;')
    .replace(/\s*\n\s*/gu, ' ');
}
