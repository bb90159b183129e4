/**
 * The front matter of a note whose fields nobody declared. Nothing is required and no value stops a build: what has
 * another type than its field is read as what it spells, with a warning in plain words; unknown fields are left alone.
 */
import { namesRequirement } from '../knowledge/learning-paths.ts';
import type { DeclaredRelation } from '../knowledge/note.ts';
import type { Problem } from '../knowledge/problem.ts';
import { problemsWords } from '#words';
import { findNearest, withoutMarks } from '../knowledge/text.ts';
import { isExistingDay } from './describe-issue.ts';
import type { FrontMatter } from './front-matter.ts';

/** What a plain note may say of itself, each under the names that tools give it. */
export interface PlainFields {
  title?: string;
  english?: string;
  summary?: string;
  asOf?: string;
  reviewBy?: string;
  parent?: string;
  order?: number;
  /** Where its page is to stand: from the root where it begins with `/`, else in its folder. */
  permalink?: string;
  /** The name by which links may know it instead of its file's. */
  linkName?: string;
  /** Addresses that it had before, from the root, without slashes around them: `redirect_from`, Hugo's `aliases`. */
  formerAddresses?: string[];
  tags: string[];
  aliases: string[];
  authors: string[];
  sources: string[];
  relations: DeclaredRelation[];
  /** What it says is to be read before it, as it is written: `requires: [basics]`. Links there are links of the text. */
  required?: string[];
}

/** Every name that is understood here. */
export const plainFieldNames: ReadonlySet<string> = new Set([
  ...['title', 'english', 'summary', 'description', 'asOf', 'date', 'reviewBy', 'parent'],
  ...['order', 'sidebar_position', 'nav_order', 'weight', 'tags', 'tag', 'aliases', 'alias'],
  ...['authors', 'author', 'sources', 'relations', 'redirect_from'],
]);

type Say = (problem: Omit<Problem, 'path'>) => void;

/** Fields by their usual names too, where an author wrote `Title` or `TAGS`: most tools read them without regard to case. */
function foldNames(written: Readonly<Record<string, unknown>>): {
  data: Readonly<Record<string, unknown>>;
  spellings: ReadonlyMap<string, string>;
} {
  const spellings = new Map<string, string>();
  for (const name of Object.keys(written)) {
    const usual = name.toLowerCase();
    if (usual !== name && !Object.hasOwn(written, usual) && !spellings.has(usual)) spellings.set(usual, name);
  }
  const folded = Object.fromEntries(Array.from(spellings, ([usual, name]) => [usual, written[name]]));
  return { data: { ...folded, ...written }, spellings };
}

/**
 * @param written the front matter as YAML reads it, numbers as text
 * @param relationTypes the types that a relation may have; null where any name will do
 */
export function readPlainFields(
  written: Readonly<Record<string, unknown>>,
  relationTypes: readonly string[] | null,
  find: FrontMatter['locate'],
  say: Say,
): PlainFields {
  const { data, spellings } = foldNames(written);
  const locate: FrontMatter['locate'] = ([name, ...inner]) =>
    find(name === undefined ? [] : [spellings.get(String(name)) ?? name, ...inner]);
  const words = problemsWords().frontMatter;
  const warn = (field: readonly PropertyKey[], message: string, kind: Problem['kind'] = 'front-matter') =>
    say({ ...locate(field), severity: 'warning', kind, message });
  /** The first of some names that the note uses. */
  const named = (...names: string[]) => names.find((name) => data[name] !== undefined && data[name] !== null);

  const text = (...names: string[]) => {
    const name = named(...names);
    if (name === undefined) return undefined;
    const read = spell(data[name]);
    if (read.type === 'fields') warn([name], words.ignored(name, words.types.fields));
    else if (read.type !== 'text') warn([name], words.readAsText(name, words.types[read.type], read.text));
    return read.text.trim().replace(/\s+/gu, ' ') || undefined;
  };
  const list = (...names: string[]) =>
    names.flatMap((name) => {
      const value = data[name];
      if (value === undefined || value === null) return [];
      const items = Array.isArray(value)
        ? (value as unknown[]).flat(3)
        : typeof value === 'string'
          ? value.split(',')
          : [value];
      return items.flatMap((item, index) => {
        const field = Array.isArray(value) ? [name, index] : [name];
        if (item === null || item === undefined || item === '') {
          warn(field, words.emptyItem(name));
          return [];
        }
        const spelled = nameOf(item) ?? spell(item).text.trim();
        if (!spelled) warn(field, words.ignored(name, words.types.fields));
        return spelled ? [spelled] : [];
      });
    });
  const day = (...names: string[]) => {
    const name = named(...names);
    const said = name === undefined ? '' : spell(data[name]).text.trim();
    if (name === undefined || !said) return undefined;
    const found = toDay(said);
    if (found === null) warn([name], words.noDay(name, said), 'date');
    return found ?? undefined;
  };
  const number = (...names: string[]) => {
    const name = named(...names);
    const said = name === undefined ? '' : spell(data[name]).text.trim();
    if (name === undefined || !said) return undefined;
    const value = Number(said);
    if (Number.isFinite(value)) return value;
    warn([name], words.noNumber(name, said));
    return undefined;
  };
  const aliases = [...new Set(list('aliases', 'alias'))];
  const isAddress = (text: string) => text.startsWith('/');
  const required = Object.keys(written)
    .filter(namesRequirement)
    .flatMap((name) => [written[name]].flat(3))
    .flatMap((value) => (typeof value === 'string' && !/\]\]|\]\(/u.test(value) ? value.split(',') : []))
    .map((name) => name.trim())
    .filter(Boolean);
  const former = [...list('redirect_from'), ...aliases.filter(isAddress)].flatMap(readAddress);
  /** Hugo's `weight: 0` is none. */
  const order = number('order', 'sidebar_position', 'nav_order') ?? (number('weight') || undefined);

  return {
    ...defined({
      title: unmarked(text('title')),
      english: text('english'),
      // Clippers write down that they found none.
      summary: unmarked(text('summary', 'description'))?.replace(/^(?:null|undefined)$/iu, '') || undefined,
      asOf: day('asOf', 'date'),
      reviewBy: day('reviewBy'),
      parent: text('parent'),
      order,
      formerAddresses: former.length ? former : undefined,
      required: required.length ? required : undefined,
      linkName: typeof data['id'] === 'string' ? data['id'].trim() || undefined : undefined,
      permalink: readPermalink(text('slug'), text('permalink', 'url')),
    }),
    tags: [...new Set(list('tags', 'tag').map(tidyTag))].filter(Boolean),
    aliases: aliases.filter((alias) => !isAddress(alias)),
    authors: list('authors', 'author'),
    sources: list('sources'),
    relations: readRelations(data['relations'], relationTypes, warn),
  };
}

function unmarked(text: string | undefined): string | undefined {
  return text === undefined ? undefined : withoutMarks(text);
}

/** A former address as other tools write it: `/old/`, `old/page.html`. */
function readAddress(written: string): string[] {
  const steps = readPermalink(undefined, written)?.split('/').filter(Boolean) ?? [];
  return steps.length && !steps.some((step) => /^\.+$/u.test(step)) ? [steps.join('/')] : [];
}

/** An address of this site; patterns of Jekyll (`/:title/`) and other sites' addresses are none. */
function readPermalink(slug: string | undefined, permalink: string | undefined): string | undefined {
  const written = permalink === undefined ? slug : `/${permalink}`;
  if (!written || /[:?#]|\/\/\w+\.\w/u.test(written)) return undefined;
  const path = written.replace(/(?:index)?\.html?$/iu, '').replace(/\/{2,}/gu, '/');
  return /[^/.\s]/u.test(path) ? path : undefined;
}

/** Relations as a list of `{ type, to }`, or as fields named by their type: `requires: [a, b]`. */
function readRelations(
  value: unknown,
  types: readonly string[] | null,
  warn: (field: PropertyKey[], message: string, kind: Problem['kind']) => void,
): DeclaredRelation[] {
  const words = problemsWords().frontMatter;
  if (value === undefined || value === null) return [];
  const items: [field: PropertyKey[], item: unknown][] = Array.isArray(value)
    ? value.map((item: unknown, index) => [['relations', index], item])
    : typeof value === 'object'
      ? Object.entries(value).flatMap(([type, to]) =>
          [to]
            .flat()
            .map((one: unknown): [PropertyKey[], unknown] => [['relations', type], { type, to: one }]),
        )
      : [[['relations'], value]];
  return items.flatMap(([field, item]) => {
    const { type, to, section, why } = (typeof item === 'object' && item !== null ? item : {}) as Record<
      string,
      unknown
    >;
    if (typeof type !== 'string' || typeof to !== 'string' || !to) {
      warn(field, words.noRelation('relations'), 'relation');
      return [];
    }
    if (types && !types.includes(type)) {
      const [nearest] = findNearest(type, types);
      warn([...field, 'type'], problemsWords().fields.noValue('relations', type, nearest, types), 'relation');
      return [];
    }
    for (const name of Object.keys(item as object)) {
      const known = ['type', 'to', 'section', 'why'];
      if (!known.includes(name))
        warn(
          [...field, name],
          problemsWords().fields.unknown(name, findNearest(name, known)[0], known),
          'relation',
        );
    }
    const optional = defined({
      section: typeof section === 'string' ? section : undefined,
      why: typeof why === 'string' ? why : undefined,
    });
    return [{ type, to, ...optional }];
  });
}

/** What a value spells, and what it is where it is not text. */
function spell(value: unknown): { text: string; type: 'text' | 'boolean' | 'list' | 'fields' } {
  if (typeof value === 'string') return { text: value, type: 'text' };
  if (typeof value === 'boolean') return { text: String(value), type: 'boolean' };
  if (typeof value === 'number' || typeof value === 'bigint') return { text: String(value), type: 'text' };
  if (Array.isArray(value)) {
    const texts = (value as unknown[]).flat(3).map((item) => spell(item).text.trim());
    return { text: texts.filter(Boolean).join(', '), type: 'list' };
  }
  return { text: '', type: 'fields' };
}

/** Tags in one another, each with a page of its own: no author's tag is deeper. */
const mostSteps = 30;

/** `#법//한국/` → `법/한국`; what is deeper than tags go is one name. */
function tidyTag(tag: string): string {
  const steps = tag.replace(/^[#\s]+/u, '').split('/');
  const named = steps.map((step) => step.trim()).filter(Boolean);
  return [...named.slice(0, mostSteps), named.slice(mostSteps).join('-')].filter(Boolean).join('/');
}

/** A person or tag given as fields: by its name. */
function nameOf(item: unknown): string | undefined {
  if (item === null || typeof item !== 'object') return undefined;
  const { name, label, title } = item as Record<string, unknown>;
  return [name, label, title].find((found) => typeof found === 'string');
}

/** `2026-1-5`, `2026.01.05`, `2026/1/5 10:30`, `2026-01-05T…` as `YYYY-MM-DD`; null for what is no day. */
function toDay(text: string): string | null {
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[-./]\s?(\d{1,2})[-./]\s?(\d{1,2})(?!\d)/u.exec(text) ?? [];
  const found = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isExistingDay(found) ? found : null;
}

/** The fields that have a value. */
function defined<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
