/** A thread that makes the files of search, which needs a processor for seconds. */
import { answerQuestions } from './answer-questions.ts';
import { makeSearchFiles } from './search-files.ts';

answerQuestions(makeSearchFiles);
