import { expect, test } from 'vitest';
import { openVault } from '../flavours/vault.ts';

/** Of each tool: its settings, notes that they keep out, and notes that they do not. */
const tools: Record<
  string,
  { settings: Record<string, string>; out: string[]; stays: string[]; below?: string }
> = {
  Jekyll: {
    settings: {
      '_config.yml':
        'exclude:\n  - drafts/\n  - TODO.md\n  - "*.tmp.md"\n  - plan\ninclude: [drafts/seen.md]\n',
    },
    out: ['drafts/a.md', 'TODO.md', 'b/x.tmp.md', 'plan.md', 'plan/c.md'],
    stays: ['d.md', 'b/TODO.md', 'drafts/seen.md'],
  },
  'Jekyll, from a folder of its sources': {
    below: 'docs',
    settings: { '_config.yml': 'exclude: docs/internal\n' },
    out: ['docs/internal/a.md'],
    stays: ['docs/b.md'],
  },
  MkDocs: {
    below: 'docs',
    settings: {
      'mkdocs.yml':
        'exclude_docs: |\n  # 말\n  /private/\n  *.draft.md\n  !seen.draft.md\ndraft_docs: |\n  later/\nnot_in_nav: |\n  /alone.md\nx: !!python/name:a.b\n',
    },
    out: ['docs/private/a.md', 'docs/s/b.draft.md', 'docs/s/later/c.md'],
    stays: ['docs/seen.draft.md', 'docs/alone.md', 'docs/s/private/d.md'],
  },
  'MkDocs with a plugin, from its root': {
    settings: {
      'mkdocs.yml': 'docs_dir: pages\nplugins:\n  - search\n  - exclude: { glob: ["drafts/*", "*/x.md"] }\n',
    },
    out: ['pages/drafts/a.md', 'pages/b/x.md'],
    stays: ['pages/c.md'],
  },
  VitePress: {
    settings: {
      '.vitepress/config.mts':
        "export default defineConfig({\n // srcExclude: ['b.md'],\n srcExclude: [...more, '**/README.md', \"drafts/**\", `*.{wip,tmp}.md`] /* 'c.md' */ })\n",
    },
    out: ['x/README.md', 'drafts/a/b.md', 'u.wip.md'],
    stays: ['b.md', 'c.md'],
  },
  Docusaurus: {
    below: 'docs',
    settings: {
      'docusaurus.config.js':
        "module.exports = { docs: { path: 'docs', exclude: ['**/internal/**', 'draft-*.md'] } }",
    },
    out: ['docs/internal/a.md', 'docs/draft-x.md'],
    stays: ['docs/b.md'],
  },
  'Docusaurus, of one part of the site': {
    settings: {
      'docusaurus.config.js':
        "const c = { presets: [['classic', { docs: { sidebarPath: './s{.js', exclude: ['a/**'] }, blog: { exclude: ['**/b.md'] } }]], plugins: [['@docusaurus/plugin-content-docs', { id: 'api', path: 'api', exclude: ['c.md'] }]] }",
    },
    out: ['docs/a/x.md', 'blog/b.md', 'api/c.md'],
    stays: ['blog/a/x.md', 'docs/b.md', 'docs/c.md', 'api/a/x.md'],
  },
  'Docusaurus, whose part holds other paths': {
    settings: {
      'docusaurus.config.js':
        "const c = { docs: { remarkPlugins: [[p, { path: 'else' }]], path: 'book', exclude: ['a/**'] }, blog: { plugins: [{ path: 'else' }], exclude: ['b.md'] } }",
    },
    out: ['book/a/x.md', 'blog/b.md'],
    stays: ['book/c.md', 'blog/d.md'],
  },
  'Docusaurus, whose path is code': {
    settings: {
      'docusaurus.config.js':
        "const c = { docs: { path: join(here, 'book'), exclude: ['a/**'] }, blog: { exclude: ['b.md'] } }",
    },
    out: ['book/a/x.md', 'blog/b.md'],
    stays: ['book/b.md', 'blog/d.md'],
  },
  'Docusaurus, in former versions and translations': {
    settings: {
      'docusaurus.config.js':
        "const c = { docs: { exclude: ['**/a/**', '!**/a/seen.md'] }, blog: { exclude: ['b.md'] }, plugins: [['@docusaurus/plugin-content-docs', { id: 'api', path: 'api', exclude: ['c.md'] }]] }",
    },
    out: [
      ...['docs/a/x.md', 'versioned_docs/version-1/a/x.md', 'api_versioned_docs/version-1/c.md'],
      ...['i18n/ko/docusaurus-plugin-content-docs/current/b/a/x.md'],
      ...['i18n/ko/docusaurus-plugin-content-docs-api/current/c.md'],
      'i18n/ko/docusaurus-plugin-content-blog/b.md',
    ],
    stays: [
      ...['docs/b.md', 'versioned_docs/version-1/a/seen.md', 'versioned_docs/version-1/c.md'],
      ...['i18n/ko/docusaurus-plugin-content-docs/current/c.md', 'blog/a/x.md'],
    ],
  },
  'Docusaurus, from one part of the site': {
    below: 'docs',
    settings: {
      'docusaurus.config.js':
        "module.exports = { docs: { exclude: ['a/**'] }, blog: { exclude: ['**/b.md'] } }",
    },
    out: ['docs/a/x.md'],
    stays: ['docs/c/b.md'],
  },
  'Docusaurus, whose folder has another name here': {
    settings: { 'docusaurus.config.js': "module.exports = { docs: { exclude: ['a/**'] } }" },
    out: ['a/x.md'],
    stays: ['b.md'],
  },
  'Jekyll, with stars for folders': {
    settings: { '_config.yml': 'exclude: ["**/x.md", "a/**/y.md", "*/z.md", "plan*/"]\n' },
    out: ['plans/v.md', 'x.md', 'b/x.md', 'b/c/x.md', 'a/y.md', 'a/b/y.md', 'b/z.md'],
    stays: ['max.md', 'b/max.md', 'a/my.md', 'b/lutz.md', 'y.md'],
  },
  Quartz: {
    below: 'content',
    settings: {
      'quartz.config.ts': 'const c = { ignorePatterns: ["private", "Journal/**"] }',
      'content/.gitignore': 'local/\n',
    },
    out: ['content/Journal/a.md', 'content/x/private/b.md', 'content/local/c.md'],
    stays: ['content/d.md'],
  },
  Sphinx: {
    settings: {
      'conf.py':
        "# exclude_patterns = ['b.md']\nexclude_patterns = ['drafts', '**/wip-*.md',  # c\n 'x.md']\n",
    },
    out: ['drafts/a.md', 'x/wip-1.md', 'x.md'],
    stays: ['b.md', 'c.md'],
  },
  Hugo: {
    below: 'content',
    settings: { 'hugo.toml': 'ignoreFiles = ["content/drafts/.*", "\\\\.wip\\\\.md$", "(a+)+$"]\n' },
    out: ['content/drafts/a.md', 'content/x.wip.md'],
    stays: ['content/b.md'],
  },
  Zola: {
    below: 'content',
    settings: { 'config.toml': 'ignored_content = ["*.tmp.md", "secret/*"]\n' },
    out: ['content/secret/a.md', 'content/b/x.tmp.md'],
    stays: ['content/c.md'],
  },
  'Obsidian Publish': {
    settings: { '.obsidian/publish.json': '{"included":[],"excluded":["Private","Work/Plans"]}' },
    out: ['Private/a.md', 'Work/Plans/b.md'],
    stays: ['Work/c.md'],
  },
  'a vault that does not search them': {
    settings: { '.obsidian/app.json': '{"userIgnoreFilters":["Private/","Work/Pl","/\\\\.wip\\\\.md$/"]}' },
    out: ['Private/a.md', 'Work/Plans/b.md', 'x.wip.md'],
    stays: ['Work/c.md', 'd.md'],
  },
  Foam: {
    settings: { '.vscode/settings.json': '{\n // x\n "foam.files.ignore": ["private/**", "**/_x/*"], }' },
    out: ['private/a.md'],
    stays: ['b.md'],
  },
  'Dendron by its hierarchies': {
    settings: { 'dendron.yml': 'publishing:\n  siteHierarchies: [pub]\n' },
    out: ['private.md', 'private.a.md', 'notes/x.pub.md'],
    stays: ['pub.md', 'pub.a.b.md', 'notes/pub.c.md'],
  },
  'Dendron by its vaults': {
    settings: {
      'dendron.yml': 'workspace:\n  vaults:\n    - fsPath: a\n    - fsPath: b\n      visibility: private\n',
    },
    out: ['b/x.md'],
    stays: ['a/x.md'],
  },
  VuePress: {
    settings: {
      '.vuepress/config.js': "module.exports = { pagePatterns: ['**/*.md', '!**/x.md', '!.vuepress'] }",
    },
    out: ['a/x.md'],
    stays: ['b.md'],
  },
  'a collection of Astro': {
    below: 'src/content/docs',
    settings: {
      'src/content.config.ts':
        "const docs = defineCollection({ loader: glob({ pattern: ['**/*.md', '!**/x.md'], base: './src/content/docs' }) })",
    },
    out: ['src/content/docs/a/x.md'],
    stays: ['src/content/docs/b.md'],
  },
  'Hugo by a mount': {
    below: 'content',
    settings: {
      'hugo.toml': '[[module.mounts]]\nsource = "content"\ntarget = "content"\nexcludeFiles = ["plans/*"]\n',
    },
    out: ['content/plans/a.md'],
    stays: ['content/b.md'],
  },
  'a program of Eleventy': {
    settings: {
      '.eleventy.js':
        'module.exports = (c) => { c.ignores.add("secret/**"); /* c.ignores.add("b.md") */ c.ignores.add(\'x.md\') }',
    },
    out: ['secret/a.md', 'x.md'],
    stays: ['b.md'],
  },
  'Nuxt by a name': {
    settings: { 'nuxt.config.ts': '' },
    out: ['a.draft.md', 'b/1.c.DRAFT.md'],
    stays: ['draft.md', 'd.drafts.md'],
  },
  Logseq: {
    settings: {
      'logseq/config.edn': '{;; :hidden ["/pages/c.md"]\n :hidden ["/archived" "/pages/b.md" "/pages/d"]}',
    },
    out: ['archived/a.md', 'pages/b.md', 'pages/d.md', 'pages/d___e.md'],
    stays: ['pages/c.md', 'd.md'],
  },
  Eleventy: {
    settings: { '.eleventy.js': '', '.eleventyignore': 'drafts\n', '.gitignore': 'local/\n' },
    out: ['drafts/a.md', 'local/b.md'],
    stays: ['c.md'],
  },
  MyST: {
    settings: { 'myst.yml': 'project:\n  exclude: [drafts/*, x.md]\n' },
    out: ['drafts/a.md', 'x.md'],
    stays: ['y.md'],
  },
  Quarto: {
    settings: { '_quarto.yml': 'project:\n  render:\n    - "*.qmd"\n    - "!drafts/"\n' },
    out: ['drafts/a.qmd'],
    stays: ['b.qmd'],
  },
  'git alone, which is no publisher,': {
    settings: { '.gitignore': 'local/\n' },
    out: [],
    stays: ['local/a.md'],
  },
  'a tool whose settings cannot be read': {
    settings: {
      '_config.yml': 'exclude: [a.md\n: :',
      'hugo.toml': 'ignoreFiles = [',
      'conf.py': 'exclude_patterns = [',
    },
    out: [],
    stays: ['b.md'],
  },
};

test.each(Object.entries(tools))(
  'notes that %s keeps out are not published',
  async (_, { settings, out, stays, below = '' }) => {
    const notes = Object.fromEntries([...out, ...stays].map((path) => [path, `# ${path}\n`]));
    const { atlas } = await openVault({ ...settings, ...notes }, below);
    const bare = (paths: readonly string[]) =>
      paths.map((path) => path.slice(below ? below.length + 1 : 0)).sort();
    expect(atlas.library.notes.map(({ path }) => path).sort()).toEqual(bare(stays));
    expect(atlas.held.map(({ path }) => path).sort()).toEqual(bare(out));
  },
);

test.each([
  [{ '_config.yml': 'exclude: [src, content/]\n' }, ['a.md', 'b/c.md']],
  [{ 'conf.py': "exclude_patterns = ['content', '_build']" }, ['a.md', 'b/c.md']],
  [{ 'myst.yml': 'project: { exclude: [content/**] }\n' }, ['a.md', 'b/c.md']],
  [{ '_quarto.yml': 'exclude: |\n  content/**\n  !**/c.md\n' }, ['b/c.md']],
  [{ '_config.yml': 'exclude: [content/b]\n' }, ['a.md']],
  [{ '_config.yml': 'exclude: [content]\ninclude: [content/b]\n' }, ['b/c.md']],
])(
  'settings beside the notes that keep their whole folder out are of another site: %o',
  async (settings, shown) => {
    const { atlas } = await openVault(
      { ...settings, 'content/a.md': '글\n', 'content/b/c.md': '글\n' },
      'content',
    );
    expect(atlas.library.notes.map(({ path }) => path)).toEqual(shown);
  },
);

test('what is held back by settings names the file and its words', async () => {
  const { atlas } = await openVault(
    {
      'mkdocs.yml': 'exclude_docs: |\n  x.md\n',
      'docs/.eleventyignore': 'y.md\n',
      ...{ 'docs/x.md': '글\n', 'docs/y.md': '글\n', 'docs/z.md': '글\n' },
    },
    'docs',
  );
  expect(atlas.held.map(({ by }) => by).sort()).toEqual([
    '../mkdocs.yml, exclude_docs: x.md',
    '.eleventyignore: y.md',
  ]);
});

test('a canvas that settings keep out is no page, and a picture is still shown', async () => {
  const { atlas } = await openVault({
    '.obsidian/publish.json': '{"excluded":["Private"]}',
    'Private/a.canvas':
      '{"nodes":[{"id":"1","type":"text","text":"숨김","x":0,"y":0,"width":1,"height":1}],"edges":[]}',
    'Private/b.png': 'x',
    'c.md': '![[Private/a.canvas]] ![그림](Private/b.png)\n',
  });
  expect(atlas.library.notes.map(({ path }) => path)).toEqual(['c.md']);
  expect(JSON.stringify(atlas.library.notes)).not.toContain('숨김');
  expect([...atlas.library.links.assets.keys()]).toContain('Private/b.png');
});

test('links to what settings keep out become text, and a part of a page is still put in', async () => {
  const { atlas, problems } = await openVault({
    'mkdocs.yml': 'docs_dir: .\nexclude_docs: |\n  plans/\n  parts/\n  drafts/\ndraft_docs: |\n  later.md\n',
    'plans/a.md': '# 숨김\n\n숨김\n',
    'parts/b.md': '보임\n',
    'later.md': '숨김\n',
    'drafts/d.md': '숨김\n',
    'c.md':
      '# 다\n\n[글](plans/a.md) [[plans/a|말]]\n\n--8<-- "parts/b.md"\n\n--8<-- "later.md"\n\n--8<-- "drafts/d.md"\n',
  });
  const { outline } = atlas.library.notes[0] ?? { outline: null };
  expect(JSON.stringify(outline)).not.toContain('숨김');
  expect(outline?.text).toMatch(/글 말[^]*보임/u);
  expect(problems.join('\n')).toMatch(/c\.md:3/u);
});

test('what lies in a bundle of Hugo is kept back with its page', async () => {
  const { atlas } = await openVault({
    'hugo.toml': '',
    'content/a/index.md': '---\nheadless: true\n---\n숨김\n',
    'content/a/part.md': '# 숨김\n',
    'content/b/index.md': '보임\n',
    'content/b/part.md': '보임\n',
  });
  expect(atlas.library.notes.map(({ path }) => path).sort()).toEqual([
    'content/b/index.md',
    'content/b/part.md',
  ]);
});
