/** Days as readers type them, in the form in which notes mostly write them. */

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName = `(${months.join('|')})[a-z]*\\.?`;

/** Year, month and day of each way to write a day, as the names of its groups. */
const forms = [
  /(?<year>\d{4})년 ?(?<month>\d{1,2})월(?: ?(?<day>\d{1,2})일)?/u,
  /(?<![\d.])(?<year>(?:19|20)\d\d)[./] ?(?<month>\d{1,2})[./] ?(?<day>\d{1,2})(?![\d.])/u,
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)? (?<month>${monthName}),? (?<year>\\d{4})\\b`, 'u'),
  new RegExp(`\\b(?<month>${monthName}) (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})\\b`, 'u'),
];

/** The first day, or month of a year, in a normalised text: 2026년 1월 22일 is 2026-01-22, 2026년 1월 2026-01. */
export function findIsoDay(text: string): { typed: string; iso: string } | undefined {
  for (const form of forms) {
    const found = form.exec(text);
    const { year = '', month = '', day } = found?.groups ?? {};
    const number = /^\d/u.test(month) ? Number(month) : months.indexOf(month.slice(0, 3)) + 1;
    if (!found || number < 1 || number > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) continue;
    const parts = [year, String(number).padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])];
    return { typed: found[0], iso: parts.join('-') };
  }
  return undefined;
}
