/** Numbers that authors put before names so that folders sort: `01-서론`, `02_본론`, `3. 결론`, `(4) 부록`, `⑤ 찾기`. */
export interface NumberedName {
  number: number;
  /** The name without the number. */
  rest: string;
}

/** Two or three digits at most, and no further number after the sign: years, dates and versions are names. */
const prefix = /^(\d{1,3}|0\d{3,})(?:\s*[-_.):~·–—、。．：）]\s*|\s+)(?=[^\d\s\-_.)])(.+)$/u;
/** `(1) 서론`, `[01] 서론`, `【1】서론`: the number in brackets. */
const bracketed =
  /^(?:\((\d{1,3})\)|\[(\d{1,3})\]|（(\d{1,3})）|【(\d{1,3})】|〔(\d{1,3})〕)[\s\-_.]*(?=[^\d\s\-_.)])(.+)$/u;
/** `① 서론`, `⑴ 서론`, `⒈ 서론`. */
const encircled = /^([①-⑳⑴-⒇⒈-⒛])[\s\-_.]*(?=[^\d\s\-_.)])(.+)$/u;
/** Stand outside the order of a folder. */
const entryFile = /^(?:index|readme)$/iu;

/**
 * Which of the names in one folder are numbered. A zero in front says so (`01-…`, and `10-…` beside it); without one,
 * half of the names or more must be numbered, from 0 or 1 on: a lone `3-way-handshake` is no third chapter. Names
 * that would become equal stay as they are.
 */
export function readNumberedNames(names: readonly string[]): Map<string, NumberedName> {
  const others = names.filter((name) => !entryFile.test(name));
  const matched = others.flatMap((name) => {
    const found = prefix.exec(name) ?? bracketed.exec(name) ?? encircled.exec(name);
    const [rest, ...numbers] = found?.slice(1).reverse() ?? [];
    const digits = numbers.find(Boolean)?.normalize('NFKC').replace(/\D/gu, '');
    return digits === undefined || rest === undefined ? [] : [{ name, digits, rest }];
  });
  const padded = new Set(
    matched.filter(({ digits }) => /^0\d/u.test(digits)).map(({ digits }) => digits.length),
  );
  const plain = matched.filter(({ digits }) => !padded.has(digits.length));
  const isSeries =
    matched.length > 1 &&
    matched.length * 2 >= others.length &&
    matched.some(({ digits }) => Number(digits) <= 1) &&
    new Set(matched.map(({ digits }) => Number(digits))).size === matched.length;
  const numbered = matched.filter((item) => isSeries || !plain.includes(item));
  const uses = new Map<string, number>();
  const unnumbered = others.filter((name) => !numbered.some((item) => item.name === name));
  for (const name of [...unnumbered, ...numbered.map(({ rest }) => rest)]) {
    const key = name.toLowerCase();
    uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  return new Map(
    numbered.map(({ name, digits, rest }) => [
      name,
      { number: Number(digits), rest: uses.get(rest.toLowerCase()) === 1 ? rest : name },
    ]),
  );
}
