/** Amounts as readers type them, in the other forms in which notes may write them: 3,000만 원, 3천만 원, 30,000,000원. */

const scales = { 만: 1e4, 억: 1e8, 조: 1e12 };
type Scale = keyof typeof scales;

/** A count of thousands and hundreds, or in figures, before its scale; and what is counted, written with it or apart. */
const amount =
  /(?<![\p{L}\d.,])(?:(?<thousands>\d)천)?(?:(?<hundreds>\d)백)?(?<figures>\d[\d,]*)?(?<scale>[만억조])? ?(?:원|달러|유로|명|개|건)?(?![\p{L}\d.,])/gu;

/** The first amount of a normalised text that has another form, and the forms, without what is counted. */
export function findAmount(text: string): { typed: string; others: string[] } | undefined {
  for (const found of text.matchAll(amount)) {
    const { thousands = 0, hundreds = 0, figures = '0', scale } = found.groups ?? {};
    const count = +thousands * 1000 + +hundreds * 100 + +figures.replaceAll(',', '');
    const value = count * (scale === undefined ? 1 : scales[scale as Scale]);
    const [written] = found[0].replaceAll(',', '').split(' ');
    const others = count === 0 ? [] : listForms(value).filter((form) => form !== written);
    if (others.length > 0) return { typed: found[0].trim(), others };
  }
  return undefined;
}

/** By the greatest scale that leaves a whole number under ten thousand: 3000만, 3천만. */
function listForms(value: number): string[] {
  const scale = (Object.keys(scales) as Scale[]).findLast((one) => value % scales[one] === 0);
  const count = value / (scale === undefined ? 1 : scales[scale]);
  if (scale === undefined || count >= 1e4) return [];
  const thousands = Math.floor(count / 1000);
  const hundreds = Math.floor(count / 100) % 10;
  const said = `${thousands > 0 ? `${thousands}천` : ''}${hundreds > 0 ? `${hundreds}백` : ''}${scale}`;
  return [`${count}${scale}`, ...(count % 100 === 0 ? [said] : [])];
}
