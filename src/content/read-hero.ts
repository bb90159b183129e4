/**
 * What the first page of a site of VitePress or Starlight says in its fields alone: `hero:` with a name, words and buttons, and
 * `features:`. It becomes text before what the page holds.
 */
const mostFeatures = 100;

export interface Hero {
  title?: string;
  summary?: string;
  /** Markdown; empty where nothing is said. */
  text: string;
}

/** Puts what such fields say before a text, in the lines that they stood in: all that follows keeps its line. */
export function writeHero(
  { text }: Hero,
  { body, bodyLine }: { body: string; bodyLine: number },
): { body: string; bodyLine: number } {
  const more = bodyLine - text.split('\n').length + 1;
  if (!text || more < 2) return { body: text ? `${body.trimEnd()}\n\n${text}\n` : body, bodyLine };
  return { body: text + '\n'.repeat(more) + body, bodyLine: 0 };
}

/** @param data a note's fields */
export function readHero(data: Readonly<Record<string, unknown>>): Hero | null {
  const hero = mapOf(data['hero']);
  const features = listMaps(data['features']).filter(
    (feature) => said(feature['title']) || said(feature['details']),
  );
  const isHome = data['layout'] === 'home' || data['template'] === 'splash';
  if (!isHome || (!Object.keys(hero).length && !features.length)) return null;
  const title = said(hero['name']) || said(hero['title']);
  // Beside a title of the note, the name is one of the words.
  const isOther = Boolean(said(data['title'])) && said(data['title']) !== title;
  const words = [said(hero['text']), said(hero['tagline'])].filter(Boolean);
  const actions = listMaps(hero['actions'])
    .map((action) => linked(said(action['text']), said(action['link'])))
    .filter(Boolean)
    .map((action) => `- ${action}`);
  const cards = features.map((feature) => {
    const name = linked(said(feature['title']), said(feature['link']));
    const details = escape(said(feature['details']) || said(feature['description']));
    return `- ${[name && `**${name}**`, details].filter(Boolean).join(': ')}`;
  });
  // One list begins with another sign than the list before it.
  const lists = [actions.join('\n'), cards.join('\n').replace(/^-/gmu, '*')];
  const blocks = [...[isOther ? title : '', ...words].map(escape), ...lists].filter(Boolean);
  const [summary] = words;
  return { ...(title && { title }), ...(summary && { summary }), text: blocks.join('\n\n') };
}

function linked(text: string, url: string): string {
  return url && !/[\s<>{}\\]/u.test(url) ? `[${escape(text || url)}](<${url}>)` : escape(text);
}

function said(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .replace(/<[^<>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function escape(text: string): string {
  return text.replace(/[\\`*_[\]{}<>#$|!&~=]/gu, '\\$&');
}

function mapOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};
}

function listMaps(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.slice(0, mostFeatures).map(mapOf) : [];
}
