/** Facts about the site itself. */
import { type CardChoice, cardChoices } from './cards/list-cards.ts';

export const site = {
  title: '생성형 AI 아틀라스',
  english: 'GenAI Atlas',
  description:
    '생성형 AI의 기술 스택, 비즈니스 모델, 한계, 정부·기업·개인의 고려사항을 출처와 기준일이 있는 노트로 엮은 지도.',
} as const;

/** The absolute origin, without a slash at its end. */
export function siteOrigin(): string {
  return (process.env['SITE_URL'] || 'https://genai-atlas.example').replace(/\/+$/u, '');
}

/** The path under which the site lives: `/` or `/atlas/`. */
export function basePath(): string {
  const path = (process.env['BASE_PATH'] || '/').replace(/^\/*|\/*$/gu, '');
  return path ? `/${path}/` : '/';
}

/**
 * Which pages get a card image: `CARDS`, or every section of our own notes and the notes of somebody else's folder.
 * Throws for a value that does not exist.
 */
export function cardChoice(isProjectOwn: boolean): CardChoice {
  const wanted = process.env['CARDS'];
  if (!wanted) return isProjectOwn ? 'all' : 'notes';
  const choice = cardChoices.find((name) => name === wanted);
  if (!choice) throw new Error(`CARDS=${wanted}: 모르는 값입니다. 있는 것: ${cardChoices.join(', ')}`);
  return choice;
}

/** The day of the build, `YYYY-MM-DD`; `SOURCE_DATE_EPOCH` fixes it for builds that must repeat. */
export function today(): string {
  const epoch = Number(process.env['SOURCE_DATE_EPOCH'] || NaN);
  return new Date(Number.isNaN(epoch) ? Date.now() : epoch * 1000).toISOString().slice(0, 10);
}
