/** Text of authors and of declarations on its way into Markdown and Mermaid that we write: shown, never obeyed. */

/**
 * Text inside Markdown: characters that would mean something are escaped, words stay as they are. In an address, which
 * Markdown links as it stands, a backslash would be a part of it: what would end it there is encoded.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*\n\s*/gu, ' ')
    .split(/((?<![a-z])https?:\/\/\S+)/iu)
    .map((part, index) => (index % 2 ? escapeAddress(part) : escapeSigns(part)))
    .join('');
}

const references: Readonly<Record<string, string>> = {
  '<': 'lt',
  '>': 'gt',
  '*': 'ast',
  '[': 'lsqb',
  ']': 'rsqb',
  '|': 'vert',
  '`': 'grave',
  '\\': 'bsol',
};

function escapeAddress(text: string): string {
  const [tail = ''] = /[<>][^\p{L}\p{N}]*$/u.exec(text) ?? [];
  return (
    text
      .slice(0, text.length - tail.length)
      .replace(/[\\`*[\]|<>]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`) +
    // A reference to a character at its end is none of the address.
    tail.replace(/[\\`*[\]|<>]/gu, (sign) => `&${references[sign] ?? ''};`)
  );
}

function escapeSigns(text: string): string {
  return text.replace(
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
