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
