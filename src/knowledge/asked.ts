/** Which words of a note ask the reader something, and which only announce an answer. Notes ask in many spellings. */

/** What is said where questions stand; in lower case. */
export interface QuestionWords {
  /** Headings whose lists and parts are questions. */
  headings: readonly string[];
  /** Last words of headings that are such ones, whatever stands before. */
  headingEnds: readonly string[];
  /** Words before the number of a question: `Q3.`, `Question 3`. */
  marks: readonly string[];
  /** Words of a fold or a line that only says that an answer follows. */
  answers: readonly string[];
}

/** Words of an announcement; more of them say something themselves. */
const mostWords = 6;

/** Whether what stands under a heading is asked: `❓ Review questions`, `12. Quiz`. */
export function announcesQuestions(heading: string, words: QuestionWords): boolean {
  const name = bareName(heading);
  const last = name.slice(name.lastIndexOf(' ') + 1);
  return words.headings.includes(name) || words.headingEnds.includes(last);
}

/** Whether a heading or the line of a fold asks: it ends with a question mark or is numbered as a question. */
export function isQuestion(text: string, words: QuestionWords): boolean {
  if (/[?？]["'”’)*\s]*$/u.test(text.slice(-20))) return true;
  const [mark = '', number = '', sign = ''] =
    /^\p{L}+\s{0,2}(\d{0,4})\s{0,2}([.:)\]、]?)/u.exec(text.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase()) ??
    [];
  const name = /^\p{L}+/u.exec(mark)?.[0] ?? '';
  return words.marks.includes(name) && (number !== '' || sign !== '');
}

/** Whether words say no more than that an answer follows: `Show answer`, `Solution 2:`. */
export function namesAnswer(text: string, words: QuestionWords): boolean {
  const parts = bareName(text).split(' ');
  if (parts.length > mostWords || isQuestion(text, words)) return false;
  return parts.some((part) =>
    words.answers.some((word) => part === word || (word.length > 1 && part.startsWith(word))),
  );
}

/** A name without its number and the signs around it. */
function bareName(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}&'’-]+/u)
    .filter((part, at) => part && !(at < 2 && /^[\d-]+$/u.test(part)))
    .join(' ');
}
