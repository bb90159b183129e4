import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { inferTitle } from '../../../src/content/infer-title.ts';
import { openVault } from '../flavours/vault.ts';

it('calls the notes of a project by the project, and somebody’s folder by itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-title-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'brewer/src/content/docs'), { recursive: true });
  await mkdir(join(folder, 'kim/docs'), { recursive: true });
  await mkdir(join(folder, 'kim/recipes'), { recursive: true });
  await writeFile(join(folder, 'brewer/package.json'), '{}');
  expect(await inferTitle(join(folder, 'brewer/src/content/docs'), '/nowhere')).toBe('brewer');
  expect(await inferTitle(join(folder, 'brewer/src/content/docs'), join(folder, 'brewer'))).toBe('docs');
  expect(await inferTitle(join(folder, 'kim/docs'), '/nowhere')).toBe('docs');
  expect(await inferTitle(join(folder, 'kim/recipes'), '/nowhere')).toBe('recipes');
});

it.each([
  ['mkdocs.yml', "site_name: 'The House' # ours\nnav: []", 'The House'],
  ['book.toml', '[book]\ntitle = "The Book"', 'The Book'],
  ['myst.yml', 'version: 1\nproject:\n  id: a\n\n  title: The Guide\n', 'The Guide'],
  ['_config.yml', 'title: {{ env.TITLE }}', 'docs'],
  ['_config.yml', 'name     : "김"\ntitle    : " 김의 노트 : 배움 "', '김의 노트 : 배움'],
  ['site-options.json', '{\n  "indexFile": "Home",\n  "siteName": "The Help"\n}', 'The Help'],
])('calls a site as %s says', async (name, text, title) => {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-title-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'docs'));
  await writeFile(join(folder, name), text);
  expect(
    await inferTitle(join(folder, 'docs'), '/nowhere').then((found) =>
      found.startsWith('atlas-title') ? 'docs' : found,
    ),
  ).toBe(title);
});

it('does not call a folder by a title that any first note may have', async () => {
  const { atlas } = await openVault({
    'a/index.md': '# Overview\n\n글',
    'b/index.md': '# 볶기\n\n글',
    'c/README.md': '# 개요\n\n글',
  });
  expect([...atlas.library.folderNames]).toEqual([['b', '볶기']]);
});

it('publishes the posts of a blog that Jekyll or Hexo is set up for, and no drafts', async () => {
  const files = {
    '_posts/2020-01-02-원두.md': '# 원두\n\n글',
    '_drafts/비밀.md': '# 비밀\n\n글',
    'about.md': '# 소개\n\n[글]({% post_url 2020-01-02-원두 %})',
  };
  const blog = await openVault({ ...files, '_config.yml': 'title: 블로그' });
  expect(blog.atlas.library.notes.map(({ path }) => path).sort()).toEqual([
    '_posts/2020-01-02-원두.md',
    'about.md',
  ]);
  expect(blog.links('about')).toEqual(['_posts/2020-01-02-원두.md']);
  expect(blog.atlas.library.folderNames.get('_posts')).toBe('posts');
  const folder = await openVault(files);
  expect(folder.atlas.library.notes.map(({ path }) => path)).toEqual(['about.md']);
});

it('publishes no post of a day that has not come, as Jekyll does not', async () => {
  const { atlas } = await openVault({
    '_config.yml': 'title: 블로그',
    '_posts/2999-01-02-이름.md': '# 비밀\n\n글',
    '_posts/2999-1-2-짧게.md': '# 비밀\n\n글',
    'bean/_posts/2020-01-02-머리말.md': '---\ndate: 2999-01-02 10:00:00 +0900\n---\n\n글',
    '_posts/2999-01-02-지난날.md': '---\ndate: 2020-01-02\n---\n\n글',
    '_posts/hexo.md': '---\ndate: 2020-01-02\n---\n\n글',
    '2999-01-02-일기.md': '# 일기\n\n글',
  });
  expect(atlas.library.notes.map(({ path }) => path).sort()).toEqual([
    '2999-01-02-일기.md',
    '_posts/2999-01-02-지난날.md',
    '_posts/hexo.md',
  ]);
});

it('calls a note of a day by its day, and a post by its name', async () => {
  const { atlas } = await openVault({ '2026-01-05 일기.md': '글', '2026-01-06-소식.md': '글' });
  expect(atlas.library.notes.map(({ title }) => title).sort()).toEqual(['2026-01-05 일기', '소식']);
});

it('calls a site as settings in JavaScript do, without running them', async () => {
  const titleOf = async (file: string, text: string, below = 'docs') =>
    (await openVault({ [file]: text, 'docs/a.md': '글' }, below)).atlas.library.subject.title;
  const written =
    "export default {\n  // title: 'x',\n  title: 'Own \"site\"',\n  themes: [{\n    title: 'b' }],\n}";
  expect(await titleOf('docusaurus.config.js', written)).toBe('Own "site"');
  expect(await titleOf('docs/.vitepress/config.mts', 'export default {\n\ttitle: "이름"\n}')).toBe('이름');
  expect(await titleOf('quartz.config.ts', 'x = {\n  pageTitle: "정원",\n}')).toBe('정원');
  expect(await titleOf('docusaurus.config.ts', 'x = {\n  title: name,\n}')).not.toBe('name');
});

it('calls a folder whose name says nothing by the page that opens it, if that is published', async () => {
  const titleOf = async (files: Record<string, string>, below: string) =>
    (await openVault(files, below)).atlas.library.subject.title;
  expect(await titleOf({ 'ko/README.md': '# 도자기 손본\n\n글' }, 'ko')).toBe('도자기 손본');
  expect(await titleOf({ 'guide/index.md': '---\ntitle: Kiln book\n---\n글' }, 'guide')).toBe('Kiln book');
  expect(await titleOf({ 'docs/README.md': '# Overview\n\n글' }, 'docs')).toBe('docs');
  expect(
    await titleOf({ 'docs/README.md': '---\ndraft: true\n---\n# 비밀', 'docs/a.md': '글' }, 'docs'),
  ).toBe('docs');
  expect(await titleOf({ 'docs/README.md': '# 다른 말', 'docs/atlas.yaml': 'title: docs\n' }, 'docs')).toBe(
    'docs',
  );
  const quoted = { 'docs/README.md': '# 다른 말', 'docs/atlas.yaml': '"title": docs\n' };
  expect(await titleOf(quoted, 'docs')).toBe('docs');
  expect(await titleOf({ 'oven/README.md': '# 다른 말' }, 'oven')).toBe('oven');
});

it('calls a site as the Docusaurus beside its notes says', async () => {
  const { atlas } = await openVault(
    {
      'website/docusaurus.config.ts': "export default {\n  title: 'The Boats',\n};\n",
      'website/book.toml': 'title = "Another"',
      'docs/a.md': '글',
    },
    'docs',
  );
  expect(atlas.library.subject.title).toBe('The Boats');
});

it('takes a short sentence for a summary, and no later item', async () => {
  const { atlas } = await openVault({
    'README.md': '# 노트\n\n배를 짓는 노트입니다.\n\n- 매일 혹은 자주 신경 써야 할 가장 먼저 할 작업\n',
  });
  expect(atlas.library.notes[0]?.summary).toBe('배를 짓는 노트입니다.');
  const { atlas: others } = await openVault({
    'a.md': '# 가\n\n{{ version }}.\n\nboat.hulls.WoodenHull\n\n배를 짓는 일을 이른다. 더.\n',
    'b.md': '# 나\n\n일: [[a]] #배 #짓기 #나무 #돛 #물때\n\n## 요약\n\n배를 띄우는 때를 물때표로 정한다.\n',
  });
  expect(others.library.notes.map(({ summary }) => summary)).toEqual([
    '배를 짓는 일을 이른다. 더.',
    '배를 띄우는 때를 물때표로 정한다.',
  ]);
});

it('calls folders by the language that they hold other notes in', async () => {
  const { atlas } = await openVault({
    ...Object.fromEntries(
      ['', 'ko/', 'zh_hans/', 'docs/en/', 'docs/ja/', 'cs/'].flatMap((folder) =>
        ['a', 'in/b'].map((name) => [`${folder}${name}.md`, '글']),
      ),
    ),
    'os/scheduler.md': '글',
    'os/a.md': '글',
    'ml/a.md': '글',
    ...{ 'ml/loss.md': '글', 'ml/data.md': '글', 'ko/index.md': '# 처음' },
  });
  expect([...atlas.library.folderNames]).toEqual([
    ['cs', 'Čeština'],
    ['docs/en', 'English'],
    ['docs/ja', '日本語'],
    ['ko', '한국어'],
    ['zh_hans', '简体中文'],
  ]);
});
