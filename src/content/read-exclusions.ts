/**
 * Files that a tool's own settings keep out of its site: `exclude` of Jekyll, Hexo and MyST, `exclude_docs` and `draft_docs`
 * of MkDocs, `srcExclude` of VitePress and their like. Settings that are code are not run: lists of plain texts are read
 * from them, and nothing else. What only leaves a page out of menus (`not_in_nav`) hides nothing, as there.
 */
import { lstat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { join as joinName } from 'node:path/posix';
import { parseDocument } from 'yaml';
import { parse as parseToml } from 'smol-toml';
import { toNfc } from '../knowledge/text.ts';
import { coversFile, matchesName, type PathPattern, readPattern } from './match-paths.ts';
import { readSettings } from './read-settings.ts';

/**
 * What keeps a file out; null where nothing does. Lists of pages say nothing of the pictures beside these.
 */
export type FindExclusion = (path: string, isMedia: boolean) => Exclusion | null;

/** What keeps a file out, and its words (`../mkdocs.yml, exclude_docs: drafts/`); whether notes may still put it into their pages. */
export interface Exclusion {
  by: string;
  isPart: boolean;
}

/** Keys under which authors keep parts of pages from being pages: what stands under others is not meant to be shown. */
const keysOfParts: ReadonlySet<string> = new Set([
  'exclude',
  'exclude_docs',
  'exclude_patterns',
  'srcExclude',
]);

/** Lists of patterns as a tool's file has them. */
interface Rules {
  key: string;
  patterns: readonly string[];
  /** How they are meant: as in `.gitignore`, from the folder of the settings on, as Jekyll does, or as Hugo does. */
  style: 'floating' | 'anchored' | 'jekyll' | 'expression';
  /** The folders from which their paths count, below that of the settings. */
  bases: readonly string[];
  /** Those of all parts of the site; where none of them is there, any may be meant. */
  otherwise?: readonly string[];
}

interface Source {
  names: readonly string[];
  /** Where the file may lie, seen from the notes. */
  places: readonly string[];
  read: (text: string) => Rules[];
}

/** The parts of a site, and the folders in which they lie unless they say otherwise. */
const partsOfDocusaurus = new Map([
  ['docs', 'docs'],
  ['blog', 'blog'],
  ['pages', 'src/pages'],
]);

/** Where Docusaurus keeps the translations of a part, and former versions of documents: what is left out there is the same. */
function listCopies(part: string, id: string): { base: string; folder: string }[] {
  const [before, behind] = id === 'default' ? ['', ''] : [`${id}_`, `-${id}`];
  const translated = `*/docusaurus-plugin-content-${part}${behind}`;
  return part === 'docs'
    ? [
        { base: `${before}versioned_docs`, folder: '*' },
        { base: 'i18n', folder: `${translated}/*` },
      ]
    : [{ base: 'i18n', folder: translated }];
}

function below(folder: string, patterns: readonly string[]): string[] {
  return patterns.map((path) => path.replace(/^!?/u, `$&${folder}/`));
}

type Data = Readonly<Record<string, unknown>>;

const mostPatterns = 500;
const beside = ['', '..'];
const scripts = ['js', 'ts', 'mjs', 'cjs', 'mts'];

const sources: Source[] = [
  {
    names: ['_config.yml', '_config.yaml', 'bridgetown.config.yml'],
    places: beside,
    read: (text) => {
      const data = readYamlData(text);
      const source = textOf(data['source'] ?? data['source_dir']);
      const patterns = [...listOf(data['exclude']), ...listOf(data['include']).map((path) => `!${path}`)];
      return [
        { key: 'exclude', patterns, style: 'jekyll', bases: ['', source || 'source'] },
        {
          key: 'exclude_patterns',
          patterns: listOf(data['exclude_patterns']),
          style: 'anchored',
          bases: [''],
        },
      ];
    },
  },
  {
    names: ['mkdocs.yml', 'mkdocs.yaml'],
    places: beside,
    read: (text) => {
      const data = readYamlData(text);
      const bases = [textOf(data['docs_dir']) || 'docs'];
      const plugins = Array.isArray(data['plugins']) ? (data['plugins'] as unknown[]) : [data['plugins']];
      const globs = plugins.flatMap((plugin) => listOf(mapOf(mapOf(plugin)['exclude'])['glob']));
      return [
        ...['exclude_docs', 'draft_docs'].map((key): Rules => ({
          key,
          patterns: listOf(data[key]),
          style: 'floating',
          bases,
        })),
        { key: 'exclude', patterns: globs, style: 'jekyll', bases },
      ];
    },
  },
  {
    names: scripts.map((ending) => `.vitepress/config.${ending}`),
    places: beside,
    read: (text) => {
      const bases = ['', ...listTexts(text, 'srcDir', 'script')];
      return [
        { key: 'srcExclude', patterns: listTexts(text, 'srcExclude', 'script'), style: 'anchored', bases },
      ];
    },
  },
  {
    names: scripts.map((ending) => `docusaurus.config.${ending}`),
    places: ['', '..', '../website'],
    read: (text) => {
      const all = ['', 'docs', 'blog', 'src/pages', ...listTexts(text, 'path', 'script')];
      return listParts(text, 'exclude').flatMap(({ patterns, of, inside }): Rules[] => {
        // What one part of the site leaves out, the others may show.
        const [written] = listTexts(inside, 'path', 'script');
        // Its folder may have any name where a program says it: `path: join(root, 'book')`.
        const isCode = written === undefined && /(?<![\w$.-])path["']?\s*[:,]/u.test(inside);
        const own = isCode ? '' : (written ?? partsOfDocusaurus.get(of));
        const rules = {
          key: 'exclude',
          patterns: isCode ? below('**', patterns) : patterns,
          style: 'anchored',
        } as const;
        const [id = 'default'] = listTexts(inside, 'id', 'script');
        return [
          { ...rules, bases: own === undefined ? all : [own], otherwise: all },
          ...listCopies(partsOfDocusaurus.has(of) ? of : 'docs', id).map(({ base, folder }) => ({
            ...rules,
            patterns: below(folder, patterns),
            bases: [base],
          })),
        ];
      });
    },
  },
  {
    names: ['quartz.config.ts', 'quartz.config.yaml', 'quartz.config.yml'],
    places: beside,
    read: (text) => {
      const data = /^\s*ignorePatterns\s*:\s*$/mu.test(text) ? readYamlData(text) : {};
      const listed = listOf(data['ignorePatterns'] ?? mapOf(data['configuration'])['ignorePatterns']);
      const patterns = listed.length ? listed : listTexts(text, 'ignorePatterns', 'script');
      return [{ key: 'ignorePatterns', patterns, style: 'floating', bases: ['', 'content'] }];
    },
  },
  {
    names: ['conf.py', 'source/conf.py'],
    places: beside,
    read: (text) => [
      {
        key: 'exclude_patterns',
        patterns: listTexts(text, 'exclude_patterns', 'python'),
        style: 'anchored',
        bases: ['', 'source'],
      },
    ],
  },
  {
    names: ['pelicanconf.py'],
    places: beside,
    read: (text) =>
      ['ARTICLE_EXCLUDES', 'PAGE_EXCLUDES', 'IGNORE_FILES'].map((key): Rules => ({
        key,
        patterns: listTexts(text, key, 'python'),
        style: 'floating',
        bases: ['', ...listTexts(text, 'PATH', 'python'), 'content'],
      })),
  },
  {
    names: ['myst.yml', 'myst.yaml', '_quarto.yml', 'retype.yml'],
    places: beside,
    read: (text) => {
      const data = readYamlData(text);
      const project = mapOf(data['project']);
      // Of what Quarto is to render, only what it is not to.
      const refused = listOf(project['render']).flatMap((path) =>
        path.startsWith('!') ? [path.slice(1)] : [],
      );
      const bases = ['', textOf(data['input'])];
      return [
        { key: 'exclude', patterns: listOf(project['exclude']), style: 'anchored', bases },
        { key: 'exclude', patterns: listOf(data['exclude']), style: 'floating', bases },
        { key: 'render', patterns: refused, style: 'anchored', bases },
      ];
    },
  },
  {
    names: ['hugo.toml', 'config.toml', 'config/_default/hugo.toml', 'config/_default/config.toml'],
    places: ['', '..', '../..'],
    read: (text) => {
      const data = readTomlData(text);
      return [
        {
          key: 'ignoreFiles',
          patterns: listOf(data['ignoreFiles'] ?? data['ignorefiles']),
          style: 'expression',
          bases: [''],
        },
        {
          key: 'ignored_content',
          patterns: listOf(data['ignored_content']),
          style: 'floating',
          bases: ['', 'content'],
        },
        ...listMounts(data).map(({ source, patterns }): Rules => ({
          key: 'excludeFiles',
          patterns,
          style: 'anchored',
          bases: [source],
        })),
      ];
    },
  },
  {
    names: ['hugo.yaml', 'hugo.yml', 'config.yaml'],
    places: ['', '..', '../..'],
    read: (text) => [
      {
        key: 'ignoreFiles',
        patterns: listOf(readYamlData(text)['ignoreFiles']),
        style: 'expression',
        bases: [''],
      },
      ...listMounts(readYamlData(text)).map(({ source, patterns }): Rules => ({
        key: 'excludeFiles',
        patterns,
        style: 'anchored',
        bases: [source],
      })),
    ],
  },
  {
    names: ['.obsidian/publish.json'],
    places: [''],
    read: (text) => [
      { key: 'excluded', patterns: listOf(readYamlData(text)['excluded']), style: 'anchored', bases: [''] },
    ],
  },
  {
    names: ['logseq/config.edn'],
    places: ['', '..'],
    read: (text) => [
      {
        key: ':hidden',
        // A path means all that begins with it.
        patterns: listTexts(text, ':hidden', 'lisp').map((path) => path.replace(/[^/]$/u, '$&*')),
        style: 'anchored',
        bases: [''],
      },
    ],
  },
  {
    // What a vault leaves out of its own search its author does not mean for others.
    names: ['.obsidian/app.json'],
    places: [''],
    read: (text) => {
      const listed = listOf(readYamlData(text)['userIgnoreFilters']);
      const isExpression = (filter: string) => /^\/.*\/$/u.test(filter);
      return [
        {
          key: 'userIgnoreFilters',
          // A path means all that begins with it.
          patterns: listed
            .filter((filter) => !isExpression(filter))
            .map((path) => path.replace(/[^/]$/u, '$&*')),
          style: 'anchored',
          bases: [''],
        },
        {
          key: 'userIgnoreFilters',
          patterns: listed.filter(isExpression).map((filter) => filter.slice(1, -1)),
          style: 'expression',
          bases: [''],
        },
      ];
    },
  },
  {
    names: ['.obsidian/plugins/obsidian-mkdocs-publisher/data.json'],
    places: [''],
    read: (text) => {
      const data = readYamlData(text);
      const listed = [data, mapOf(data['plugin'])].flatMap((map) => listOf(map['excludedFolder']));
      return [{ key: 'excludedFolder', patterns: listed, style: 'anchored', bases: [''] }];
    },
  },
  {
    names: ['.vscode/settings.json'],
    places: [''],
    read: (text) => [
      {
        key: 'foam.files.ignore',
        patterns: listTexts(text, 'foam\\.files\\.ignore', 'script'),
        style: 'anchored',
        bases: [''],
      },
    ],
  },
  {
    names: ['dendron.yml'],
    places: beside,
    read: (text) => {
      const data = readYamlData(text);
      const publishing = mapOf(data['publishing'] ?? data['site']);
      const roots = listOf(publishing['siteHierarchies']);
      const isAll = !roots.length || roots.includes('root');
      const vaults = [data, mapOf(data['workspace'])].flatMap((map) => listEach(map['vaults']));
      const secret = vaults.filter(({ visibility }) => visibility === 'private');
      return [
        {
          key: 'siteHierarchies',
          patterns: isAll
            ? []
            : ['**/*.md', ...roots.flatMap((name) => [`!**/${name}.md`, `!**/${name}.*.md`])],
          style: 'anchored',
          bases: [''],
        },
        {
          key: 'visibility',
          patterns: secret.flatMap(({ fsPath }) => (textOf(fsPath) ? [`${textOf(fsPath)}/`] : [])),
          style: 'anchored',
          bases: [''],
        },
      ];
    },
  },
  {
    names: scripts.map((ending) => `.vuepress/config.${ending}`),
    places: beside,
    read: (text) => [
      {
        key: 'pagePatterns',
        patterns: takenBack(listTexts(text, 'pagePatterns', 'script')),
        style: 'anchored',
        bases: [''],
      },
    ],
  },
  {
    names: scripts.map((ending) => `nuxt.config.${ending}`),
    places: beside,
    // So Nuxt calls a draft.
    read: () => [{ key: 'draft', patterns: ['*.draft.md'], style: 'floating', bases: [''] }],
  },
  {
    // Collections of Astro and Nuxt.
    names: scripts.flatMap((ending) => [`content.config.${ending}`, `src/content.config.${ending}`]),
    places: ['', '..', '../..', '../../..'],
    read: (text) => {
      const bases = ['', 'content', 'src/content', ...listTexts(text, 'base', 'script')];
      return [
        {
          key: 'pattern',
          patterns: takenBack(listTexts(text, 'pattern', 'script')),
          style: 'anchored',
          bases,
        },
        { key: 'exclude', patterns: listTexts(text, 'exclude', 'script'), style: 'anchored', bases },
      ];
    },
  },
  {
    names: ['.eleventy.js', ...scripts.map((ending) => `eleventy.config.${ending}`)],
    places: beside,
    read: (text) => [{ key: 'ignores.add', patterns: listAdded(text), style: 'anchored', bases: [''] }],
  },
  ...['.eleventyignore', '.bookignore'].map((name): Source => ({
    names: [name],
    places: beside,
    read: (text) => [{ key: name, patterns: text.split('\n'), style: 'floating', bases: [''] }],
  })),
];
/** Quartz and Eleventy leave out what git does. */
const ofGit: Source = {
  names: ['.gitignore'],
  places: [''],
  read: (text) => [{ key: '.gitignore', patterns: text.split('\n'), style: 'floating', bases: [''] }],
};

/** Reads the settings of tools in a folder of notes and beside it. */
export async function readExclusions(
  root: string,
  { followsGit }: { followsGit: boolean },
): Promise<FindExclusion> {
  const found: FindExclusion[] = [];
  for (const { names, places, read } of followsGit ? [...sources, ofGit] : sources)
    for (const place of places)
      for (const name of names) {
        const text = await readSettings(join(root, place), name);
        if (text === null) continue;
        const file = joinName(place, name);
        for (const rules of read(text))
          for (const base of await listBases(rules, join(root, place))) {
            const from = join(root, place, base);
            const patterns = leaveOutWhole(rules, relative(from, root).split(sep).join('/'));
            if (!patterns.length) continue;
            const covers = compile(rules.style, patterns);
            found.push((path, isMedia) => {
              if (isMedia && rules.style === 'anchored') return null;
              const below = relative(from, join(root, path)).split(sep).join('/');
              const by = below.startsWith('../') ? null : covers(below);
              if (by === null) return null;
              const where = rules.key === name ? file : `${file}, ${rules.key}`;
              return { by: `${where}: ${by}`, isPart: keysOfParts.has(rules.key) };
            });
          }
      }
  return (path, isMedia) => {
    for (const find of found) {
      const exclusion = find(toNfc(path), isMedia);
      if (exclusion !== null) return exclusion;
    }
    return null;
  };
}

/** The folders from which the paths of rules count. */
async function listBases({ bases, otherwise }: Rules, folder: string): Promise<Set<string>> {
  if (!otherwise) return new Set(bases);
  const parts = otherwise.filter(Boolean).map((base) => lstat(join(folder, base)).catch(() => null));
  return new Set((await Promise.all(parts)).every((entry) => entry === null) ? otherwise : bases);
}

/**
 * The patterns without those that keep the whole folder of notes out: the settings beside it are of another site then, and
 * say nothing of the one that these notes make. Where they take a part of it back, they do speak of it.
 * @param folder where the notes lie, seen from what the patterns count from
 */
function leaveOutWhole({ patterns, style }: Rules, folder: string): readonly string[] {
  const first = patterns.slice(0, mostPatterns);
  const isBelow = folder !== '' && folder !== '..' && !folder.startsWith('../');
  const takesBack = (line: string) => /^\s*!/u.test(line) && (line.includes(folder) || line.includes('*'));
  if (!isBelow || first.some(takesBack)) return first;
  const bare = (line: string) => line.trimEnd().replace(/(?:\/\*\*(?:\/\*)?)?\/*$/u, '');
  return first.filter((line) => compile(style, [bare(line)])(folder) === null);
}

type Covers = (path: string) => string | null;

/** The pattern that has the last word on a path, if it keeps it out. */
function compile(style: Rules['style'], lines: readonly string[]): Covers {
  if (style === 'jekyll') return compileJekyll(lines);
  if (style === 'expression') return compileExpressions(lines);
  const patterns: PathPattern[] = [];
  let ways = 0;
  for (const line of lines) {
    const pattern = readPattern(line, style === 'floating');
    ways += pattern?.ways.length ?? 0;
    if (pattern && ways <= mostPatterns) patterns.push(pattern);
  }
  return (path) => {
    const last = patterns.findLast((pattern) => coversFile(pattern, path));
    return last && !last.isNegated ? last.written : null;
  };
}

/** There a pattern means all that begins with it, and its stars go on over slashes; what is included is not excluded. */
function compileJekyll(lines: readonly string[]): Covers {
  const patterns = lines.map((line) => {
    const bare = fold(line.replace(/^!/u, ''));
    const name = bare.replace(/\/+$/u, '');
    // A folder of stars may be none.
    const ways = [name.replace(/\*+/gu, '*'), name.replace(/(^|\/)\*+\//gu, '$1').replace(/\*+/gu, '*')];
    return { written: line, bare, expressions: /[*?[\\]/u.test(bare) ? ways : [] };
  });
  return (path) => {
    const folded = fold(path);
    const ways = [folded, ...Array.from(folded.matchAll(/\//gu), ({ index }) => folded.slice(0, index))];
    const found = patterns.filter(
      ({ bare, expressions }) =>
        bare !== '' &&
        (folded.startsWith(bare) ||
          expressions.some((expression) => ways.some((way) => matchesName(expression, way)))),
    );
    // The closer word counts.
    const [last] = found.sort((a, b) => b.bare.length - a.bare.length);
    return last && !last.written.startsWith('!') ? last.written : null;
  };
}

function fold(path: string): string {
  return toNfc(path)
    .trim()
    .replace(/^(?:\.?\/)+/u, '')
    .toLowerCase();
}

/** Expressions that cannot take long: letters, dots, and few stars. */
const plainExpression = /^(?:[\p{L}\p{N}_/ -]|\\[^\p{L}\p{N}]|\.[*+]?|[$^]|\[\^\/\][*+])+$/u;

function compileExpressions(lines: readonly string[]): Covers {
  const expressions = lines
    .filter(
      (line) => line.length < 200 && plainExpression.test(line) && (line.match(/[*+]/gu) ?? []).length < 4,
    )
    .map((line) => ({ written: line, expression: new RegExp(line, 'u') }));
  return (path) =>
    expressions.find(({ expression }) => expression.test(`/${path}`.slice(0, 1000)))?.written ?? null;
}

/** Of what a list is to hold, what it is not to. */
function takenBack(patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => (pattern.startsWith('!') ? [pattern.slice(1)] : []));
}

/** What Hugo leaves out of the folders that it puts together. */
function listMounts(data: Data): { source: string; patterns: string[] }[] {
  const { mounts } = mapOf(data['module']);
  return listEach(mounts).map((mount) => ({
    source: textOf(mount['source']),
    patterns: listOf(mount['excludeFiles']),
  }));
}

/** What a program adds to the list of what it ignores: `config.ignores.add('drafts')`. */
function listAdded(program: string): string[] {
  const calls = withoutComments(program, 'script').matchAll(
    new RegExp(String.raw`(?<![\w$])ignores\.add\(\s*(${quoted})`, 'gu'),
  );
  return Array.from(calls, ([, text = '']) => text.slice(1, -1)).slice(0, mostPatterns);
}

/** The maps of a list. */
function listEach(value: unknown): Data[] {
  return Array.isArray(value) ? (value as unknown[]).slice(0, mostLists).map(mapOf) : [];
}

function mapOf(value: unknown): Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** A list of texts, or the lines of one. */
function listOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n').filter((line) => line.trim());
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

function readYamlData(text: string): Data {
  try {
    // Tags of other languages (`!!python/name:…`) are none of ours.
    return mapOf(parseDocument(text, { logLevel: 'silent' }).toJS({ maxAliasCount: 100 }));
  } catch {
    return {};
  }
}

function readTomlData(text: string): Data {
  try {
    return parseToml(text);
  } catch {
    return {};
  }
}

// No pattern is longer, and what nothing closes is looked through once only.
const quoted = /"(?:\\[^]|[^"\\\n]){0,400}"|'(?:\\[^]|[^'\\\n]){0,400}'|`(?:\\[^]|[^`\\]){0,400}`/u.source;
const comments = {
  script: /\/\/.*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)/u.source,
  python: '#.*',
  lisp: ';.*',
};
/** More lists of one name are not written by hand. */
const mostLists = 50;

/** Lists of a name in a script, each with the name of the object that holds it, and that without the objects in it. */
function listParts(script: string, name: string): { patterns: string[]; of: string; inside: string }[] {
  const code = withoutComments(script, 'script');
  // Brackets in texts are none.
  const bare = code.replace(new RegExp(quoted, 'gu'), (part) => part.replace(/[[\]{}]/gu, '_'));
  const heads = bare.matchAll(new RegExp(String.raw`(?<![\w$.-])["']?${name}["']?\s*:`, 'gu'));
  return [...heads].slice(0, mostLists).map(({ index }) => {
    const from = findBracket(bare, index, -1);
    const inside = dropInner(code, bare, from, findBracket(bare, index, 1));
    const [, key, plugin] =
      /(?:([\w$]+)["']?\s*:\s*|plugin-content-(docs|blog|pages)["'`]\s*,\s*)$/u.exec(
        bare.slice(Math.max(0, from - 200), from),
      ) ?? [];
    return { patterns: listTexts(code.slice(index), name, 'script', 1), of: plugin ?? key ?? '', inside };
  });
}

function dropInner(code: string, bare: string, from: number, to: number): string {
  let depth = 0;
  let own = '';
  for (let at = from; at < to; at++) {
    if (bare[at] === '{') depth++;
    if (depth <= 1) own += code[at] ?? '';
    if (bare[at] === '}') depth--;
  }
  return own;
}

/** The brace of the object around a place, before it or behind it. */
function findBracket(code: string, from: number, step: 1 | -1): number {
  let depth = 0;
  for (let at = from; at >= 0 && at < code.length; at += step) {
    const sign = code[at] === '{' ? step : code[at] === '}' ? -step : 0;
    depth += sign;
    if (depth < 0) return at;
  }
  return step < 0 ? 0 : code.length;
}

function withoutComments(program: string, language: keyof typeof comments): string {
  return program.replace(new RegExp(`${quoted}|${comments[language]}`, 'gu'), (part) =>
    /^["'`]/u.test(part) ? part : ' ',
  );
}

/** The plain texts that a program gives a name: in a list, or alone. */
function listTexts(
  program: string,
  name: string,
  language: keyof typeof comments,
  most = mostLists,
): string[] {
  const code = withoutComments(program, language);
  const found: string[] = [];
  const heads = code.matchAll(
    new RegExp(String.raw`(?<![\w$.-])["']?${name}["']?\s*(?:\+?=|:)?\s*(?=["'\x60[])`, 'gu'),
  );
  for (const { 0: head, index } of [...heads].slice(0, most)) {
    const rest = code.slice(index + head.length);
    const isList = rest.startsWith('[');
    for (const [part] of rest.matchAll(new RegExp(`${quoted}|[\\]}]`, 'gu'))) {
      if (/^[\]}]/u.test(part)) break;
      found.push(part.slice(1, -1).replace(/\\([^])/gu, '$1'));
      if (!isList || found.length > mostPatterns) break;
    }
  }
  return found;
}
