/** Facts about the site itself. */
import { commandsWords } from '#words';
import { type CardChoice, cardChoices } from './cards/list-cards.ts';
import { NamedFault } from './knowledge/problem.ts';

/** Kept under a global symbol, for Astro loads its config and the pages in separate module graphs. */
const key = Symbol.for('atlas.origin');
const store = globalThis as { [key]?: string | undefined };

/** Says where `atlas.yaml` places the site; `SITE_URL` comes before it. */
export function declareOrigin(url: string | undefined): void {
  store[key] = url;
}

/** Addresses that stand in for one that nobody gave. */
const examples = ['https://genai-atlas.example', 'https://atlas.example'] as const;

/** The absolute origin, without a slash at its end. */
export function siteOrigin(): string {
  return (writtenOrigin() || store[key] || examples[0]).replace(/\/+$/u, '');
}

/** Whether copied links and feeds would lead to an example. */
export function isExampleOrigin(): boolean {
  return (examples as readonly string[]).includes(siteOrigin());
}

/** `SITE_URL` as it was given; `''` where it was not. */
export function writtenOrigin(): string {
  return (process.env['SITE_URL'] ?? '').trim();
}

/** Why the site's address cannot be used, for who starts the build; null where it can. */
export function findAddressTrouble(): string | null {
  const words = commandsWords().address;
  const base = process.env['BASE_PATH'] ?? '';
  if (/[\s?#%"'<>{};\\:]|(?:^|\/)\.\.?(?:\/|$)/u.test(base.trim())) return words.noBasePath(base);
  const written = writtenOrigin();
  if (!written) return null;
  const url = URL.parse(written);
  if (!url?.host || !/^https?:$/u.test(url.protocol)) return words.noAddress(written);
  if (url.username || url.search || url.hash) return words.noAddress(written);
  return url.pathname === '/'
    ? null
    : words.pathInAddress(written, url.origin, `${url.pathname.replace(/\/+$/u, '')}/`);
}

/** The path under which the site lives: `/` or `/atlas/`. */
export function basePath(): string {
  const path = (process.env['BASE_PATH'] ?? '').trim().replace(/^\/*|\/*$/gu, '');
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
  if (!choice) throw new NamedFault(commandsWords().unknownCards(wanted, cardChoices));
  return choice;
}

/** The day of the build, `YYYY-MM-DD`; `SOURCE_DATE_EPOCH` fixes it for builds that must repeat. */
export function today(): string {
  const epoch = Number(process.env['SOURCE_DATE_EPOCH'] || NaN);
  return new Date(Number.isNaN(epoch) ? Date.now() : epoch * 1000).toISOString().slice(0, 10);
}
