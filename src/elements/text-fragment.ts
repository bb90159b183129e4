/** Longer passages are named by their first and last words. */
const mostWhole = 90;
const wordsAtEnds = 4;

/** `:~:text=…` that finds a passage again (WICG text fragments). A passage over several blocks is given as a range. */
export function textFragment(passage: string): string {
  const isOneBlock = !/[\n\t]/u.test(passage.trim());
  const text = passage.replace(/\s+/gu, ' ').trim();
  const words = text.split(' ');
  if (isOneBlock && (text.length <= mostWhole || words.length <= wordsAtEnds * 2))
    return `:~:text=${encode(text)}`;
  const blocks = passage.trim().split(/[\n\t]+/u);
  const first = blocks[0]?.trim().split(/\s+/u).slice(0, wordsAtEnds).join(' ') ?? '';
  const last = blocks.at(-1)?.trim().split(/\s+/u).slice(-wordsAtEnds).join(' ') ?? '';
  return `:~:text=${encode(first)},${encode(last)}`;
}

/** `-`, `,` and `&` have a meaning of their own in a text fragment. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
