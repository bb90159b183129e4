/** Days as readers type them, in the other forms in which notes may write them. */

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const monthName = `(${months.map((name) => name.slice(0, 3)).join('|')})[a-z]*\\.?`;

/** In figures. */
const figures =
  /(?<![\d.-])(?<year>(?:19|20)\d\d)(?<sign>[./-]) ?(?<month>\d{1,2})(?:\k<sign> ?(?<day>\d{1,2}))?(?![\d.-])/u;
/** In words. */
const words = [
  /(?<year>\d{4})년 ?(?<month>\d{1,2})월(?: ?(?<day>\d{1,2})일)?/u,
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)? (?<month>${monthName}),? (?<year>\\d{4})\\b`, 'u'),
  new RegExp(`\\b(?<month>${monthName}) (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})\\b`, 'u'),
];

/**
 * The first day, or month of a year, in a normalised text, and what else it may be written as: in figures for one in
 * words (2026년 1월 22일: 2026-01-22), in words as well for one in figures. Undefined where there is none.
 */
export function findDay(text: string): { typed: string; others: string[] } | undefined {
  for (const form of [figures, ...words]) {
    const found = form.exec(text);
    const { year = '', month = '', day } = found?.groups ?? {};
    const number = /^\d/u.test(month)
      ? Number(month)
      : months.findIndex((name) => name.startsWith(month.slice(0, 3))) + 1;
    const isDay = number >= 1 && number <= 12 && Number(day ?? 1) >= 1 && Number(day ?? 1) <= 31;
    // 2026.1 is as likely a version.
    if (!found || !isDay || (form === figures && day === undefined)) continue;
    const iso = [year, String(number).padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
    const said = [
      `${year}년 ${number}월 ${Number(day)}일`,
      `${Number(day)} ${months[number - 1] ?? ''} ${year}`,
    ];
    const others = form === figures ? [iso, ...said] : [iso];
    return { typed: found[0], others: others.filter((one) => one !== found[0]) };
  }
  return undefined;
}
