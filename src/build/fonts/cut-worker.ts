/** A thread that cuts fonts: each cut takes a processor for a third of a second. */
import { answerQuestions } from '../answer-questions.ts';
import { makeCut } from './make-cut.ts';

answerQuestions(makeCut);
