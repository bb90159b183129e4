/** An ISO day or month that stands alone: not part of a longer number, name or address. */
const isoDate = /(?<![\w./-])(\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\w/]|-\w|\.\d)/u;

/** The parts of a text in their order, dates at odd places: `until 2026-08-02.` → `until `, `2026-08-02`, `.`. */
export function splitDates(text: string): string[] {
  return text.split(isoDate);
}
