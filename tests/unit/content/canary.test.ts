/**
 * A word that an author hides, in every spelling and every place of a note: neither what is read of the note nor its
 * twin holds it; the words around it stay.
 */
import { expect, it } from 'vitest';
import { writeSectionTwins, writeTwin } from '../../../src/outputs/write-twin.ts';
import { openVault } from '../flavours/vault.ts';

/** Spellings of something hidden that may stand within a line. */
const inline: Record<string, string> = {
  percent: '%%canary%%',
  'percent with a bar': '%% canary | canary %%',
  html: '<!-- canary -->',
  'html without blanks': '<!--canary--->',
  liquid: '{% comment %}canary{% endcomment %}',
  'liquid of one line': '{% # canary %}',
  hugo: '{{/* canary */}}',
  jinja: '{# canary #}',
  'jinja without blanks': '{#canary#}',
  'html that ends oddly': '<!-- canary --!>',
  'hugo with hyphens': '{{- /* canary */ -}}',
  'mdx in markdown': '{/* canary */}',
  blade: '{{-- canary --}}',
  critic: '{>>canary<<}',
  handlebars: '{{!-- canary --}}',
  erb: '<%# canary %>',
  mustache: '{{!canary canary}}',
  'mustache that trims': '{{~! canary ~}}',
  'a helper that says nothing': '{{#comment}}canary{{/comment}}',
  'an element for comments': '<Comment>canary</Comment>',
  'words in brackets': '[canary [a](b) *canary*]{.hidden}',
  'a link with attributes': '[canary](https://example.org "canary"){.hidden}',
  'words of a co-author': '[canary]{.comment-start id="1" author="a"}',
  razor: '@* canary *@',
  'liquid in liquid': '{% comment %}canary {% comment %}canary{% endcomment %} canary{% endcomment %}',
  'a branch that is never taken': '{% if false %}canary{% endif %}',
  'a branch that is taken but for one thing': '{% unless true %}canary{% endunless %}',
  'a branch with another in it': '{% if false %}canary {% if a %}b{% endif %} canary{% endif %}',
  'a branch before what is shown': '{%- if false -%}canary{% else %}seen{% endif %}',
  'a part between comments': '<!-- private -->canary<!-- /private -->',
  'a part for some only': '<!-- START INTERNAL ONLY -->canary<!-- END INTERNAL ONLY -->',
  'a region': '<!-- #region private -->canary<!-- #endregion -->',
  'a part that is not exported': '<!-- no-export -->canary<!-- /no-export -->',
  'a part that begins and ends': '<!-- BEGIN INTERNAL -->canary<!-- END INTERNAL -->',
  'a shortcode for nobody': '{{< private >}}canary{{< /private >}}',
  'an element for nobody': '<internal>canary</internal>',
  'a part between comments of Obsidian': '%% private %%canary%% /private %%',
  'a part that Korean comments enclose': '<!-- 비공개 시작 -->canary<!-- 비공개 끝 -->',
  'a shortcode of that name': '{{< secret >}}canary{{< /secret >}}',
  'an element without room': '<b style="overflow:hidden;height:0">canary</b>',
  'a remark': '<remark>canary</remark>',
  'an element that is never made': '<span v-if="false">canary</span>',
  'a hidden element': '<b hidden>canary</b>',
  'an element without a display': '<span style="color:red;display:none">canary</span>',
  'an element whose style has a comment': '<b style="display:/* a */none">canary</b>',
  'a class that hides': '<b class="big d-none">canary</b>',
  'text without a colour': '<span style="color: transparent">canary</span>',
  'a template': '<template>canary</template>',
  'a script': '<script>canary</script>',
  'a hidden field': '<input type=hidden value=canary>',
};
/** Those that need lines of their own. */
const blocks: Record<string, string> = {
  ...inline,
  'a definition': '[//]: # (canary)',
  'a definition with brackets in it': '[comment]: <> (canary (x) canary)',
  'a face': '[^_^]: # (canary)',
  'a definition without a label': '[]: # "canary"',
  'a label that is a sentence': '[this is a canary]: #',
  'a definition that nothing calls': '[note]: https://example.org "canary"',
  metadata: '[_metadata_:author]: - "canary"',
  'lines of percent': '%%\ncanary\n\ncanary\n%%',
  'lines of html': '<!--\ncanary\n\n## canary\n-->',
  kramdown: '{::comment}\ncanary\n{:/comment}',
  logseq: '#+BEGIN_COMMENT\ncanary\n#+END_COMMENT',
  'a hidden box': '<div hidden>\n\n**canary**\n\n- canary\n\n</div>',
  'a hidden heading': '<h2 hidden>canary</h2>',
  'a cell without its code': '```{python}\n#| label: a\n#| echo: false\ncanary\n```',
  'a hidden fence': '~~~{.python .hidden}\ncanary\n~~~',
  'a cell that Jupyter takes out': '```python tags=["remove_cell"]\ncanary\n```',
  'a cell that MyST takes out': '```{code-cell} ipython3\n:tags: [a, remove-input]\ncanary\n```',
  'a cell with a head': '```{code-cell}\n---\ntags:\n  - remove-cell\n---\ncanary\n```',
  'a cell that says no': '```{r}\n#| echo: no\ncanary\n```',
  'a cell without a comma': '```{r echo=F}\ncanary\n```',
  'lines of slashes': '////\ncanary\n\ncanary\n////',
  'a line of Org': '#+COMMENT: canary',
  'a section of Org': '###### canary :a:noexport:\n\ncanary\n\n###### seen',
  'a box for nobody': ':::internal\n\ncanary\n\n:::',
  'a division for nobody': '::: {.internal}\n\ncanary\n\n:::',
  'notes of who speaks': '::: notes\n\ncanary\n\n:::',
  'a directive for others': '```{only} latex\ncanary\n```',
  'a directive with a condition': ':::{ifconfig} canary\ncanary\n:::',
  'a directive of a class': ':::{note}\n:name: a\n:class: hidden\n\ncanary\n:::',
  'an admonition for nobody': '!!! private "canary"\n\n    canary\n\n    canary',
  'a callout for nobody': '> [!private]- canary\n> canary\n>\n> canary',
  'lines between comments of Obsidian': '%% begin private %%\n\ncanary\n\n%% end private %%',
  'a secret callout': '> [!secret]+ canary\n> canary',
  'a callout in Korean': '> [!비공개] canary\n> canary',
  'a secret admonition': '??? secret "canary"\n    canary',
  'a box of Admonition': '```ad-private\ntitle: canary\ncanary\n```',
  'a secret box': ':::secret canary\ncanary\n:::',
  'a draft of an admonition': '!!! draft\n    canary',
  'a cell that is not shown': '```{r setup, include=FALSE}\ncanary\n```',
  'a box that its braces hide': ':::note{.hidden title="canary"}\ncanary\n:::',
  'a block of strokes': '/// private\ncanary\n/// note\ncanary\n///\ncanary\n///',
  'a hidden component': '<Foo hidden text="canary canary">\n\ncanary\n\n</Foo>',
  'a component of a hiding style': '<Foo style="display:none" title="canary canary" />',
};
const lines = (text: string, indent: string) => text.replaceAll('\n', `\n${indent}`);
const places: Record<string, (hidden: string) => string> = {
  'between paragraphs': (hidden) => `seen\n\n${hidden}\n\nseen`,
  'in a list': (hidden) => `- seen\n\n  ${lines(hidden, '  ')}\n\n  seen`,
  'in a quote': (hidden) => `> seen\n>\n> ${lines(hidden, '> ')}\n>\n> seen`,
  'in a callout': (hidden) => `> [!tip]- seen\n> seen\n>\n> ${lines(hidden, '> ')}\n\nseen`,
  'in a box': (hidden) => `:::note seen\nseen\n\n${hidden}\n\n:::\n\nseen`,
  'in a footnote': (hidden) => `seen[^1]\n\n[^1]: seen\n\n    ${lines(hidden, '    ')}\n\nseen`,
  'before the title': (hidden) => `${hidden}\n\n# seen\n\nseen`,
  'at the end': (hidden) => `seen seen\n\n${hidden}`,
  'with the ends of lines of Windows': (hidden) => `seen\n\n${hidden}\n\nseen`.replaceAll('\n', '\r\n'),
};
const linePlaces: Record<string, (hidden: string) => string> = {
  'in a sentence': (hidden) => `seen ${hidden} seen`,
  'in a cell': (hidden) => `| a | b |\n|-|-|\n| seen ${hidden.replaceAll('|', '\\|')} | seen |`,
  'in a heading': (hidden) => `## seen ${hidden}\n\nseen`,
  'in the title': (hidden) => `# seen ${hidden}\n\nseen`,
  'in a task': (hidden) => `- [ ] seen ${hidden} seen`,
  'in bold': (hidden) => `**seen ${hidden}** seen`,
  'in the words of a link': (hidden) => `[seen ${hidden}](https://example.org) seen`,
  'in the words of an image': (hidden) => `seen seen ![${hidden}](a.png)`,
  'in HTML': (hidden) => `<div>seen ${hidden} seen</div>`,
  'in a summary': (hidden) => `<details><summary>seen ${hidden}</summary>\n\nseen ${hidden}\n\n</details>`,
  'in front matter': (hidden) =>
    `---\ntitle: 'seen ${hidden}'\nsummary: 'seen ${hidden}'\naliases: ['seen ${hidden}']\n---\n\nseen`,
};

const isElement = /^\[|<(?:b|span|template|script|input) ?/u;
const notes = [
  ...Object.entries(blocks).flatMap(([kind, hidden]) =>
    Object.entries(places).map(([place, write]) => ({ kind, place, text: write(hidden) })),
  ),
  ...Object.entries(inline).flatMap(([kind, hidden]) =>
    Object.entries(linePlaces)
      // An image's words and a field are text: an element there is no element.
      .filter(([place]) => !isElement.test(hidden) || !/image|front matter/u.test(place))
      .map(([place, write]) => ({ kind, place, text: write(hidden) })),
  ),
];

it('a hidden word is in no reading of a note, and what stands around it is', async () => {
  const files = Object.fromEntries(notes.map(({ text }, index) => [`n${index}.md`, text]));
  const { atlas } = await openVault({ ...files, 'a.png': '' });
  const site = { origin: 'https://x.kr', base: '/docs/' };
  const wrong = notes.flatMap(({ kind, place }, index) => {
    const note = atlas.library.byId.get(`n${index}`);
    if (!note) return [`${kind} ${place}: no note`];
    // The body is the author's text, of which the twin is made.
    const read = { ...note, body: '' };
    const twin = [
      writeTwin(note, atlas.library, site),
      ...Object.values(writeSectionTwins(note, atlas.library, site)),
    ].join('\n');
    const seen = (twin.match(/seen/gu) ?? []).length;
    return [
      ...(JSON.stringify(read).includes('canary') ? [`${kind} ${place}: outline`] : []),
      ...(twin.includes('canary') ? [`${kind} ${place}: twin`] : []),
      ...(seen < 2 ? [`${kind} ${place}: lost`] : []),
    ];
  });
  expect(wrong).toEqual([]);
});

const elements = [
  "<div style={{display:'none'}}>canary</div>",
  '<div style={{ display: "none" }}>\n\ncanary\n\n</div>',
  '<div hidden={true}>canary</div>',
  '<p>seen <span hidden={true}>canary</span> <b className="d-none">canary</b></p>',
  '<Callout>seen {/* canary */}</Callout>',
  '<Foo hidden text="canary canary">canary</Foo>',
  '<p>seen <Foo style={{ display: "none" }} a="canary canary">canary</Foo></p>',
  '<Foo secret="canary canary" a={<><style>canary</style> canary</>} />',
  '{/* canary\n\n```\ncanary\n```\n*/}',
];

it('nor does it where MDX hides it', async () => {
  const files = Object.fromEntries(
    elements.map((hidden, index) => [`n${index}.mdx`, `seen\n\n${hidden}\n\nseen\n`]),
  );
  const { atlas } = await openVault(files);
  const site = { origin: 'https://x.kr', base: '/docs/' };
  const told = atlas.library.notes.map((note) => [
    JSON.stringify({ ...note, body: '' }).includes('canary'),
    writeTwin(note, atlas.library, site).includes('canary'),
    (writeTwin(note, atlas.library, site).match(/seen/gu) ?? []).length > 1,
  ]);
  expect(told).toEqual(elements.map(() => [false, false, true]));
});

it('cells show no code where their note or their tool says so for all', async () => {
  const cell = '```{python}\ncanary\n```\n\n```{python}\n#| echo: true\nseen\n```\n';
  const { atlas } = await openVault({
    'a.qmd': `---\nexecute:\n  echo: false\n---\n\n${cell}`,
    'b.Rmd': `\`\`\`{r setup, include=FALSE}\nknitr::opts_chunk$set(echo = FALSE)\n\`\`\`\n\n${cell}`,
  });
  const quarto = await openVault({
    '_quarto.yml': 'execute:\n  echo: false\n',
    'a.qmd': cell,
    'b.qmd': '---\nexecute: {echo: true}\n---\n\n```{python}\nseen\n```\n',
  });
  const bodies = [...atlas.library.notes, ...quarto.atlas.library.notes].map(({ body }) => body);
  expect(bodies.map((body) => [body.includes('canary'), body.includes('seen')])).toEqual(
    Array(4).fill([false, true]),
  );
});

it('nor does the declaration of the folder show what its texts hide', async () => {
  const { atlas } = await openVault({
    'a.md': '# 가\n',
    'atlas.yaml':
      'title: seen %%canary%%\ndescription: seen <!-- canary -->\nhome:\n  title: "seen {# canary #}"\n  lead: seen %%canary%%\ncollections:\n  notes:\n    label: seen %%canary%%\n    folder: n\n',
  });
  expect(JSON.stringify(atlas.subject)).not.toContain('canary');
  expect(atlas.subject.title).toBe('seen');
});
