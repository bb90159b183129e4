/** `1 note`, `2 notes`; the plural is given where it is not the singular with an `s`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
