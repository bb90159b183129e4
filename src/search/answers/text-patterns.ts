/** Puts words that a reader typed or a note holds into patterns. */

/** The text as a pattern that matches just it. */
export function escapeSigns(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}

/** True for a piece of a program, of settings or of a log: what its comments say is said of those alone. */
export function isCode(text: string): boolean {
  return /^\s*(?:#\s|->|└|├|\$\s)|\s#\s.*\s=\s|\s=\s.*\s#\s|\{%|<\/?[a-z]+(?:\s[^>]*)?>|^FROM\s\S+:|(?:^|\s)\w+=\S+,?\s\w+=\S|^--|^[\w-]+:\s(?:true|false)\b|\]\(\S|\[\[|;$/u.test(
    text,
  );
}

/** The name of something in a program, by the place where it stands there: admin.api. */
export const dottedName = /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)+$/u;

/** What stands in brackets, with the space before it. */
export const brackets = /\s?[(（][^()（）]{1,60}[)）]/gu;
