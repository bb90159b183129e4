/** A thread that renders cards: three megabytes of pixels each, which a thread with notes in its memory would collect dearly. */
import { Resvg } from '@resvg/resvg-js';
import { cardSize } from '../cards/card.ts';
import { answerQuestions } from './answer-questions.ts';
import { writeIndexedPng } from './write-png.ts';

/** A card as SVG, and the fonts that it is set in. */
export interface DrawnCard {
  svg: string;
  fontFiles: string[];
}

answerQuestions((cards: DrawnCard[]): Uint8Array[] =>
  cards.map(({ svg, fontFiles }) => {
    const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Pretendard' };
    return writeIndexedPng(new Resvg(svg, { font }).render().pixels, cardSize);
  }),
);
