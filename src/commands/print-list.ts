/** A heading and its list, indented; at most `limit` rows, and then how many are left. */
export function printList(
  heading: string,
  rows: readonly string[],
  words: { none: string; more: (count: number) => string },
  limit = Infinity,
): void {
  console.log(`\n${heading}`);
  for (const row of rows.length ? rows.slice(0, limit) : [words.none]) console.log(`  ${row}`);
  if (rows.length > limit) console.log(`  ${words.more(rows.length - limit)}`);
}
