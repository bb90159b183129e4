/**
 * What people who come from other tools write for the names and values of `atlas.yaml`. A wrong word is answered with
 * the one that holds at its place, though no letter of the two agrees.
 */
import { findNearest, foldWord } from '../knowledge/text.ts';

/** Words that say one thing; each answers for the others where it may stand itself. */
const sameMeaning: readonly (readonly string[])[] = [
  ['label', 'title', 'name', 'heading', 'caption', 'display name', 'site name'],
  ['options', 'values', 'value', 'enum', 'choices', 'choice', 'items', 'allowed', 'one of', 'select'],
  ['notes', 'items', 'steps', 'pages', 'ids', 'members', 'entries', 'sequence', 'stops'],
  ['description', 'subtitle', 'about', 'tagline', 'summary', 'intro', 'text', 'lead', 'hint'],
  ['hint', 'help', 'placeholder', 'prompt', 'comment'],
  ['hue', 'color', 'colour', 'accent', 'tint', 'palette'],
  ['language', 'lang', 'locale', 'i18n'],
  ['url', 'site', 'site url', 'base url', 'origin', 'domain', 'host'],
  ['home', 'index', 'landing', 'front page', 'start page', 'homepage'],
  ['collections', 'types', 'kinds', 'categories', 'classes', 'entities', 'note types', 'models'],
  ['fields', 'properties', 'props', 'attributes', 'front matter', 'schema', 'columns', 'metadata'],
  ['columns', 'fields', 'cols', 'headers', 'show'],
  ['relations', 'links', 'edges', 'relation types', 'connections', 'relationships'],
  ['edges', 'links', 'lines', 'arrows', 'relations'],
  ['paths', 'tours', 'trails', 'courses', 'curriculum', 'tracks', 'reading lists'],
  ['sources', 'references', 'bibliography', 'citations'],
  ['wording', 'vocabulary', 'style', 'house style', 'banned'],
  ['lead', 'subtitle', 'tagline', 'intro', 'description', 'text'],
  ['start', 'featured', 'first', 'pinned', 'notes'],
  ['folder', 'path', 'dir', 'directory', 'location', 'base', 'slug'],
  ['roles', 'role', 'variants', 'subtypes', 'types', 'kinds'],
  ['tables', 'views', 'lists', 'databases'],
  ['map', 'graph', 'chart', 'diagram', 'flowchart'],
  ['list', 'multiple', 'many', 'array', 'multi', 'repeated', 'is list', 'repeatable'],
  ['required', 'mandatory', 'optional', 'must', 'needed', 'not null'],
  ['default', 'initial', 'preset'],
  ['show', 'display', 'visible', 'shown', 'places', 'where', 'in'],
  ['precision', 'granularity', 'resolution', 'format'],
  ['collection', 'target', 'of', 'model', 'entity', 'to'],
  ['inverse', 'reverse', 'back', 'opposite', 'reciprocal', 'other side'],
  ['to', 'target', 'targets', 'into', 'range', 'relation', 'path', 'via', 'field'],
  ['from', 'source', 'origin', 'domain'],
  ['weight', 'strength', 'importance', 'score'],
  ['order', 'sort', 'position', 'rank'],
  ['acyclic', 'dag', 'no cycles', 'tree'],
  ['group', 'group by', 'sections', 'by', 'group on'],
  ['of', 'collection', 'from', 'source'],
  ['rows', 'items', 'each', 'records'],
  ['kind', 'type', 'layout', 'style'],
  ['listed', 'visible', 'show'],
  ['glossary', 'terms', 'is glossary'],
  ['jsonld', 'schema', 'schema.org', 'schema type'],
  // Values: types of fields.
  [
    'select',
    'choice',
    'choices',
    'enum',
    'option',
    'options',
    'dropdown',
    'radio',
    'single select',
    'status',
    'category',
  ],
  ['boolean', 'bool', 'checkbox', 'flag', 'toggle', 'yes/no', 'switch'],
  [
    'number',
    'int',
    'integer',
    'float',
    'double',
    'decimal',
    'numeric',
    'num',
    'long',
    'currency',
    'percent',
    'rating',
  ],
  ['string', 'str', 'varchar', 'char', 'url', 'uri', 'email', 'phone', 'slug', 'line', 'plain'],
  ['text', 'markdown', 'md', 'longtext', 'textarea', 'multiline', 'rich text', 'paragraph', 'html'],
  ['date', 'datetime', 'day', 'time', 'timestamp', 'year', 'month'],
  ['note', 'reference', 'ref', 'relation', 'wikilink', 'page', 'link', 'document', 'entity', 'backlink'],
  ['source', 'citation', 'cite', 'bibliography'],
  ['object', 'map', 'dict', 'dictionary', 'group', 'struct', 'json', 'hash', 'nested', 'mapping'],
  // Values: places, kinds of maps, names of fields.
  ['facet', 'filter', 'filters', 'sidebar'],
  ['facts', 'header', 'page', 'meta', 'info', 'note', 'infobox', 'properties'],
  ['table', 'column', 'columns', 'list', 'grid'],
  ['search', 'index', 'searchable'],
  ['flow', 'tree', 'graph', 'flowchart', 'network', 'diagram', 'mindmap', 'dag'],
  ['strata', 'layers', 'levels', 'floors', 'storeys', 'tiers'],
  ['short', 'abbreviation', 'abbr', 'acronym', 'short name'],
  ['definition', 'description', 'meaning', 'summary'],
];

const groups = sameMeaning.map((words) => words.map(foldWord));

/** The name that may stand at a place and is most likely meant: of the same meaning, or nearly of the same letters. */
export function findMeant(wanted: string, known: readonly string[]): string | undefined {
  const [misspelt] = findNearest(wanted, known);
  const folded = foldWord(wanted);
  // What differs in one letter is a slip of the hand, whatever it would mean elsewhere.
  if (misspelt !== undefined && isSlip(folded, foldWord(misspelt))) return misspelt;
  const meanings = groups.filter((group) => group.includes(folded));
  const isFirst = (name: string) => meanings.some(([first]) => first === foldWord(name));
  const isOne = (name: string) => meanings.some((group) => group.includes(foldWord(name)));
  return known.find(isFirst) ?? known.find(isOne) ?? misspelt;
}

/** One letter more or less (`label`, `labels`), or the same letters in another case. */
function isSlip(one: string, other: string): boolean {
  return one.length > 3 && other.length > 3 && (one.startsWith(other) || other.startsWith(one))
    ? Math.abs(one.length - other.length) <= 1
    : one === other;
}
