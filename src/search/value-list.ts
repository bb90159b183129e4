/** Lists of texts in one attribute, as pages hand them to the search: parted by bars, whatever signs they hold. */

export function joinValues(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\|]/gu, '\\$&')).join('|');
}

export function splitValues(text: string): string[] {
  return (text.match(/(?:[^\\|]|\\[^])+/gu) ?? [])
    .map((value) => value.replace(/\\([^])/gu, '$1').trim())
    .filter((value) => value !== '');
}
