import type { Names } from './names.ts';
import { dropQuestionWords, languages, readQuestions } from './question.ts';

/**
 * What is searched for a query: without the words that only ask (뭐야, how to), and for a definition of something that
 * the site has a name for, or its day, without the word for it (정의, 시행일).
 */
export function chooseSearchWords(query: string, names: Names): string {
  const [first, ...others] = readQuestions(query);
  if (first !== undefined && others.length === 0) {
    const isAsked = first.some(
      (reading) => reading.isAsked && (reading.kind !== 'passage' || reading.form === 'passage'),
    );
    const meant = first.find(
      ({ kind, subject, text }) => (kind === 'definition' || kind === 'date') && subject !== text,
    );
    if (!isAsked && meant !== undefined) {
      const event = languages.reduce((word, { dayWord }) => word.replace(dayWord, ''), meant.attribute);
      // 시행일 of what has no name here: pages that say 시행 hold its day as well.
      const isKnown = names.find(meant.subject) !== undefined;
      if (isKnown || (meant.kind === 'date' && event !== '' && event !== meant.attribute))
        return `${meant.subject} ${event}`.trim();
    }
  }
  const words = dropQuestionWords(query);
  return words.trim() === '' ? query : words;
}
