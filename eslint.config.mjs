import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/** Who may import whom (README, "폴더"). One block a folder: a second block for the same files would replace it. */
const forbid = (files, patterns) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: patterns.map(([group, message, allowTypeImports = false]) => ({
          group,
          message,
          allowTypeImports,
        })),
      },
    ],
  },
});
const astroOnly = [['astro', 'astro:*', 'astro/*'], 'Only pages, the content config and build/ know Astro.'];
const noNode = [['node:*'], 'This code must run without a disk: pure rules and browsers.'];
const furniture = [
  ['**/pages/**', '**/layouts/**', '**/components/**'],
  'Rules do not know what draws them.',
];
const browser = [['**/elements/**'], 'Elements run in the browser only.'];
const draws = [
  ['astro:content', '../content/*', '../build/*', '../markdown/*'],
  'Data comes as props, or from library.ts.',
];

/**
 * Every word that a reader or an author sees stands in `src/words/`, in each language. A range of letters (`[가-힣]`)
 * says nothing to anybody, nor does the letter that drawings are measured by.
 */
const words = {
  rules: {
    'no-hangul': {
      meta: { messages: { text: 'This text belongs into src/words/, in each language: {{text}}' } },
      create(context) {
        const look = (node, text) => {
          const said = text.replaceAll(/[가-힣ㄱ-ㅣ\\]-[가-힣ㄱ-ㅣ]/gu, '');
          const [found] = /[가-힣ㄱ-ㅣ]+/u.exec(said) ?? [];
          if (found !== undefined && found !== '가')
            context.report({ node, messageId: 'text', data: { text: found } });
        };
        return {
          Literal: (node) => look(node, node.regex?.pattern ?? String(node.value)),
          TemplateElement: (node) => look(node, node.value.cooked ?? node.value.raw),
          JSXText: (node) => look(node, node.value),
          AstroRawText: (node) => look(node, node.value),
        };
      },
    },
  },
};
/** What is known of the Korean language: endings, particles, letters, questions. */
const linguisticTables = [
  'src/search/answers/**',
  'src/search/{amount-forms,day-forms,hangul,learn-words,load-source,match-text,nearest-words,particles,plan-guesses,plan-query,segment-compounds}.ts',
  'src/markdown/{terms,bare-links}.ts',
  // Letters of an index, numbers of articles, and states and titles that authors write in their own language.
  'src/knowledge/{first-consonant,source-report}.ts',
  'src/content/{empty-titles,hidden-names,visibility,visibility-words}.ts',
  'src/search/sound.ts',
  'src/flavours/nobody-names.ts',
];

export default defineConfig(
  { ignores: ['dist/**', '.astro/**', 'node_modules/**', '**/.*.atlas-*/**', 'test-results/**'] },
  ...ts.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  ...astro.configs.recommended,
  ...astro.configs['jsx-a11y-recommended'],
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // Tests look into data they made themselves.
    files: ['tests/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    // Only the Astro compiler knows what an imported component is.
    files: ['src/components/mdx/index.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['src/**/*.astro'],
    // `<ol class="…">` with `list-style: none` loses its list role in Safari; scroll frames need tabindex.
    rules: { 'astro/jsx-a11y/no-redundant-roles': 'off', 'astro/jsx-a11y/no-noninteractive-tabindex': 'off' },
  },
  {
    files: ['src/**/*.{ts,mjs,astro}'],
    ignores: ['src/words/**', ...linguisticTables],
    plugins: { words },
    rules: { 'words/no-hangul': 'error' },
  },
  forbid(
    ['src/knowledge/**', 'src/map/**'],
    [
      astroOnly,
      noNode,
      furniture,
      browser,
      [['**/content/*', '**/markdown/*', '**/build/*', '**/src/library*'], 'knowledge/ is pure TypeScript.'],
    ],
  ),
  forbid(
    ['src/subject/**'],
    [
      astroOnly,
      noNode,
      furniture,
      browser,
      [
        ['**/content/*', '**/markdown/*', '**/build/*', '**/src/library*'],
        'A declaration is a pure function of its text.',
      ],
    ],
  ),
  forbid(
    ['src/sections/**', 'src/diagrams/**'],
    [astroOnly, furniture, browser, [['../content/*', '../library*'], 'Data comes as arguments.']],
  ),
  forbid(
    ['src/search/**'],
    [
      astroOnly,
      furniture,
      browser,
      [['../content/*', '../library*', '../markdown/*'], 'Search reads built pages.'],
    ],
  ),
  forbid(
    ['src/markdown/**'],
    [
      astroOnly,
      furniture,
      browser,
      [['../content/*', '../library*', '../build/*'], 'A plugin sees one file and what it is handed.'],
    ],
  ),
  forbid(
    ['src/cards/**', 'src/outputs/**'],
    [
      astroOnly,
      noNode,
      furniture,
      browser,
      [['../content/*', '../library*', '../build/*'], 'What is written is a function of the library.'],
    ],
  ),
  forbid(
    ['src/content/**'],
    [furniture, browser, [['../library*', '../build/*'], 'The door does not know who walks through it.']],
  ),
  forbid(['src/build/**', 'src/commands/**'], [furniture, browser]),
  forbid(
    ['src/elements/**'],
    [
      astroOnly,
      noNode,
      furniture,
      [['../content/*', '../library*', '../build/*'], 'Elements run in the browser.'],
    ],
  ),
  forbid(
    ['src/components/**', 'src/layouts/**'],
    [
      draws,
      [
        ['**/library.ts'],
        'Pages of notes are remembered by what they are given (note-view.ts, frame.ts).',
        true,
      ],
    ],
  ),
  // No page of a note holds these.
  forbid(['src/components/{Diagram,FolderHome}.astro', 'src/layouts/CollectionLayout.astro'], [draws]),
  forbid(['src/pages/**'], [[['../build/*', '../markdown/*', '../content/*'], 'Pages ask library.ts.']]),
);
