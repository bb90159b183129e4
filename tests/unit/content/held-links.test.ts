import { expect, it } from 'vitest';
import { writeSectionTwins, writeTwin } from '../../../src/outputs/write-twin.ts';
import { openVault } from '../flavours/vault.ts';

const links = [
  '[[plan]]',
  '[[h/plan]]',
  '[[plan.md]]',
  '[[plan#절]]',
  '[[plan#^block]]',
  '![[plan]]',
  '![[plan#절]]',
  '[글](h/plan.md)',
  '[](h/plan.md)',
  '<h/plan.md>',
  '[글][ref]',
  '[글](/h/plan/)',
  '[글](note:h/plan)',
  '[[PLAN]]',
  '[[별명]]',
  '[[plan|글]]',
  '<a href="h/plan.md">글</a>',
];
it('a link to a note that is held back shows what its author typed, and nothing of the note', async () => {
  const held =
    '---\ntitle: canary\naliases: [별명, canary2]\nsummary: canary\ndraft: true\n---\n\n# canary\n\n## 절\n\ncanary ^block\n';
  const files = Object.fromEntries(
    links.map((link, index) => [
      `n${index}.md`,
      `# 노트\n\n앞 ${link} 뒤\n\n- ${link}\n\n| 가 |\n|-|\n| ${link.replace('|', '\\|')} |\n\n## 절 ${link}\n\n[ref]: h/plan.md "말"\n`,
    ]),
  );
  const { atlas } = await openVault({ ...files, 'h/plan.md': held });
  const site = { origin: 'https://x.kr', base: '/docs/' };
  for (const [index, link] of links.entries()) {
    const note = atlas.library.byId.get(`n${index}`);
    if (!note) throw new Error(link);
    const twin = [
      writeTwin(note, atlas.library, site),
      ...Object.values(writeSectionTwins(note, atlas.library, site)),
    ].join('\n');
    // An embed without words of its own leaves nothing.
    const typed =
      /글|별명|PLAN|plan/u.exec(
        /^!|\[\]/u.test(link) ? '' : link.replace(/\(.*\)|<a[^>]*>|plan\|/u, ''),
      )?.[0] ?? '';
    expect(twin).toContain(typed);
    expect(twin + JSON.stringify({ ...note, body: '' })).not.toContain('canary');
  }
});

it('a property does not name it by its title or an alias either', async () => {
  const { atlas } = await openVault({
    'h/plan.md': '---\ntitle: canary\naliases: [canary two]\ndraft: true\n---\n글\n',
    'a.md':
      '---\nrelated: ["[[canary]]", "[[b]]"]\nup: "[[Canary Two]]"\n---\n# 가\n\nnext:: [[canary]], [[b]]\n',
    'b.md': '# 나\n',
  });
  const note = atlas.library.byId.get('a');
  expect(JSON.stringify({ ...note, marks: [] })).not.toMatch(/canary/iu);
  expect(note?.body).toContain('[[b]]');
});
