/** A link in Markdown whose words and address can hold anything. */
export function writeLink(words: string, url: string): string {
  return `[${escapeText(words.replace(/\s+/gu, ' '))}](${encodeBrackets(url)})`;
}

/** An address that no bracket ends. */
export function encodeBrackets(url: string): string {
  return url.replace(/[\s()]/gu, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'));
}

/** Text that has no links and no HTML, in Markdown. */
export function escapeText(text: string): string {
  return text.replace(/[<[\]\\]/gu, '\\$&');
}

/** Words that a Markdown reader shows as they are written, also at the beginning of a line. */
export function escapeWords(text: string): string {
  const tildes = text.split('~').length > 2 ? '~' : '';
  return text
    .replace(/\s*\n\s*/gu, ' ')
    .replace(/[<[\]\\*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, '\\$&')
    .replaceAll('~', tildes ? '\\~' : '~')
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$|-{2})|>|=+\s*$|:{3,})/u, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2');
}
