/** A size in megabytes or gigabytes, as `locale` writes numbers: with a decimal only where it tells something. */
export function writeSize(bytes: number, locale: string): string {
  const [unit, size] = bytes < 1e9 ? ['MB', bytes / 1e6] : ['GB', bytes / 1e9];
  return `${size.toLocaleString(locale, { maximumFractionDigits: size < 10 ? 1 : 0 })} ${unit}`;
}
