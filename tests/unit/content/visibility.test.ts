import { describe, expect, test } from 'vitest';
import {
  guessHeld,
  looksPrivate,
  readPropertyLines,
  readVisibility as readOn,
} from '../../../src/content/visibility.ts';
import { openVault } from '../flavours/vault.ts';

const readVisibility = (data: Record<string, unknown>, declared?: ReadonlySet<string>) =>
  readOn(data, '2026-11-24', declared);

describe('a note is held back', () => {
  test.each([
    { draft: true },
    { draft: 'true' },
    { draft: ' Yes ' },
    { Draft: 1 },
    { publish: false },
    { publish: 'no' },
    { published: 'false' },
    { public: 0 },
    { private: 'on' },
    { draft: [true] },
    { draft: 'perhaps' },
    { draft: { is: 1 } },
    { unlisted: true, draft: true },
    { publish: true, draft: true },
    { hidden: true },
    { isDraft: 'true' },
    { 'dg-publish': false },
    { status: 'Draft' },
    { status: '초안' },
    { visibility: 'private' },
    { publishDate: '2026-11-25' },
    { publishDate: '2099-01-01T09:00:00+09:00' },
    { expiryDate: '2026-11-24' },
    { is_draft: true },
    { unpublished: true },
    { visible: 'no' },
    { state: 'Draft' },
    { headless: true },
    { permalink: false },
    { _build: { render: 'never' } },
    { 비공개: true },
    { 초안: '예' },
    { 공개: '아니오' },
    { 상태: '초안' },
    { access: 'private' },
    { publish: 'never' },
    { published: 'Draft' },
    { published: 'not yet' },
    { status: ['draft'] },
    { status: ['review', 'Draft'] },
    { status: [['Draft']] },
    { status: '[[Draft]]' },
    { status: '#status/draft' },
    { status: '📝 Draft' },
    { status: 'draft, review' },
    { status: 'first draft' },
    { stage: '2nd draft' },
    { maturity: 'draft' },
    { status: '&name draft' },
    { publish: ['&name no'] },
    { publication: { status: 'draft' } },
    { 권한: '나만' },
    { status: 'Draft v0.2' },
    { 'post-status': 'draft' },
    { post_status: 'private' },
    { stage: 'draft' },
    { status: 'trash' },
    { 상태: ['비공개'] },
    { wip: true },
    { secret: true },
    { confidential: 'yes' },
    { confidential: 'highly' },
    { internal: true },
    { visibility: 'internal' },
    { visibility: ['team'] },
    { visibility: false },
    { access: 'members' },
    { classification: 'Strictly confidential' },
    { audience: 'staff' },
    { visibility: 'team-only' },
    { access: 'only for members' },
    { 공개범위: '임직원 전용' },
    { 공개범위: '팀만' },
    { password: 'open sesame' },
    { password: 1234 },
    { 'is draft': true },
    { 'Draft?': 'yes' },
    { ｄｒａｆｔ: 'ｔｒｕｅ' },
    { publish: 'someday' },
    { publish: 'No.' },
    { publish: '❌' },
    { publish: 'some readers' },
    { public: ['students'] },
    { 'quartz-publish': false },
    { publish: '2099-01-01' },
    { published: '2099-01-01' },
    { pubDate: 'Jan 5, 2099' },
    { publishDate: '2099/1/5' },
    { publishDate: '5 January 2099' },
    { publishDate: 'TBD' },
    { publishedAt: '2099년 1월 5일' },
    { embargo: '2099-01-01' },
    { publishDate: '1.12.2099' },
    { publishDate: 2099 },
    { unpublishDate: '2020-01-01' },
    { params: { draft: true } },
    { extra: { status: ['draft'] } },
    { build: { render: 'link' } },
    { build: { render: false } },
    { render: false },
    { 공개여부: '비공개' },
    { 발행: '아니요' },
    { 숨김: true },
    { 상태: '초안(1차)' },
    { status: { value: 'Draft' } },
    { stream: 'draft' },
    { post_status: 'pending' },
    { page_visibility: 'hidden' },
    { embargo: 'next year' },
    { embargo: '2099' },
    { embargo: 'until the paper is out' },
    { embargoed: true },
    { 'embargoed until': 'spring' },
    { embargo_lift: '2099-01-01' },
    { 엠바고: '2099년 1월' },
    { 공개예정일: '2099-01-01' },
    { '공개 시작': '2099년 3월 1일' },
    { visible_from: '2099-01-01' },
    { go_live: '2099-02-01' },
    { not_before: '2099-02-01' },
    { unpublishedAt: '2020-01-01' },
    { visibility: 'paid-members' },
    { visibility: 'tiers' },
    { visibility: 'just me' },
    { access: [{ role: 'admins' }] },
    { access_level: 'owner' },
    { 열람권한: '관리자' },
    { 보안등급: '대외비' },
    { '공개 상태': '나만 보기' },
    { 공개상태: '서로이웃 공개' },
    { security: 'confidential' },
    { classification: 'Company Confidential' },
    { tlp: 'red' },
    { TLP: 'AMBER+STRICT' },
    { do_not_share: true },
    { show: false },
    { live: 'no' },
    { status: 'under embargo' },
    { status: 'do not publish' },
    { status: '🔒' },
    { status: { draft: true } },
    { workflow_state: 'draft' },
    { chapter_status: 'Draft' },
    { review_status: 'draft' },
    { type: 'draft' },
    { layout: 'draft' },
    { 상태: '공개 전' },
    { 상태: '공개 금지' },
    { 종류: '비공개' },
    { 외부공개: '불가' },
    { 공유: '안 함' },
    { 下書き: true },
    { 状態: '下書き' },
    { ステータス: '非公開' },
    { 状态: '草稿' },
    { 发布: '否' },
    { published: '[ ]' },
    { blog: { draft: true } },
    { website: { publish: false } },
    { subscribers_only: true },
    { publishable: false },
    { entwurf: 'ja' },
    { eleventyComputed: { permalink: false } },
    { classification: 'TLP:RED' },
    { marking: 'TLP:AMBER+STRICT' },
    { tags: ['a', 'tlp:amber'] },
    { data_classification: 'confidential' },
    { distribution: 'internal only' },
    { sharing: 'private' },
    { dont_publish: true },
    { "don't publish": true },
    { 'internal-only': 'yes' },
    { for_internal_use: true },
    { private_note: true },
    { audience: 'admins only' },
    { 권한: '관리자만' },
    { '내부 전용': true },
  ])('by %j', (data) => expect(readVisibility(data).kind).toBe('held'));
});

describe('a note is published', () => {
  test.each([
    { 권한: '관리자' },
    { maturity: 'evergreen' },
    {},
    { draft: false },
    { draft: 'false' },
    { draft: null },
    { draft: '' },
    { publish: true },
    { access: 'open' },
    { published: 'The Daily' },
    { publish: 'true' },
    { publish: null },
    { published: '2026-01-01' },
    { published: 2026 },
    { publisher: false },
    { unlisted: 'no' },
    { hidden: false },
    { status: 'done' },
    { status: '초안 검토 끝' },
    { status: ['done'] },
    { status: 'wip' },
    { status: 'archived' },
    { archived: true },
    { status: 'not a draft' },
    { hide: ['navigation', 'toc'] },
    { hide: 'toc' },
    { cover: { hidden: true } },
    { wip: false },
    { secret: '' },
    { password: '' },
    { password: false },
    { visibility: '10 km' },
    { visibility: 'public' },
    { audience: 'students' },
    { audience: 'Admin' },
    { audience: ['developers', 'administrators'] },
    { 'target audience': 'editors' },
    { secret: 'none' },
    { draft: 'none' },
    { distribution: 'none' },
    { tags: ['tlp'] },
    { dont_publish: false },
    { visibility: 'read only' },
    { 공개범위: '전체 공개' },
    { classification: 'mammal' },
    { publish: '✅' },
    { publish: '2026-01-01' },
    { published: 'Spring 2020' },
    { pubDate: 'May 3, 2024' },
    { embargo: '2020-01-01' },
    { embargo: false },
    { embargo: 'oil' },
    { publishDate: '2024' },
    { publishDate: '2024-05' },
    { publishDate: '03.05.2024' },
    { published: 2020 },
    { scheduled: '2099-01-01' },
    { expires: '2020-01-01' },
    { stage: 'seedling' },
    { publishDate: '2026-11-24' },
    { expiryDate: '2026-11-25' },
    { date: '2099-01-01' },
    { permalink: '/a/' },
    { build: { render: 'always' } },
    { 공개: true },
    { state: '완료' },
    { security: 'high' },
    { tlp: 'clear' },
    { visibility: 'everyone' },
    { access: 'anyone' },
    { embargo: 'trade' },
    { type: 'private' },
    { company_status: 'private' },
    { go_live: '2020-01-01' },
    { show: 'Friends' },
    { 공개범위: '모두' },
    { release_date: '2099-01-01' },
    { share: false },
    { status: 'retracted' },
  ])('with %j', (data) => expect(readVisibility(data).kind).toBe('public'));
});

test('a declared field says something of the matter, not of the note', () => {
  expect(readVisibility({ status: 'draft' }, new Set(['status'])).kind).toBe('public');
  expect(readVisibility({ status: 'draft', draft: true }, new Set(['status'])).kind).toBe('held');
});

test.each(['wip', 'secret', 'internal', 'render'])('so does a declared %s', (field) => {
  const data = { [field]: field !== 'render' };
  expect(readVisibility(data).kind).toBe('held');
  expect(readVisibility(data, new Set([field]))).toEqual({ kind: 'public', fields: [] });
});

test('what opens a note is no field of it', () => {
  expect(readVisibility({ password: 'open sesame' })).toEqual({
    kind: 'held',
    by: 'password: …',
    fields: ['password'],
  });
});

test('a note that only its collections leave out has its page', () => {
  expect(readVisibility({ eleventyExcludeFromCollections: true }).kind).toBe('unlisted');
  expect(readVisibility({ build: { list: 'never' } }).kind).toBe('unlisted');
});

test('lines of properties at the top of a text', () => {
  expect(
    readPropertyLines('public:: false\n- draft:: true\n\ntags::\n글 draft:: no\nprivate:: true'),
  ).toEqual({
    public: 'false',
    draft: 'true',
    tags: '',
  });
});

test('a note is held back in every form of front matter', async () => {
  const { atlas } = await openVault({
    'a.md': '{\n  "title": "가",\n  "draft": true\n}\n\n# 가\n',
    'a2.md': '{ "draft": true }\n\n# 가\n',
    'b.md': ';;;\n{ "draft": true }\n;;;\n# 나\n',
    'c.md': '---json\n{ "draft": true }\n---\n# 다\n',
    'd.md': '---toml\ndraft = true\n---\n# 라\n',
    'e.md': '---yaml\ndraft: true\n---\n# 마\n',
    'f.md': 'public:: false\n\n# 바\n',
    'g.md': '- private:: true\n- # 사\n',
    'j.md': '\n\n+++\ndraft = true\n+++\n# 자\n',
    'k.md': '\u200b---\ndraft: true\n---\n# 차\n',
    'l.md': '---\nd: &d { draft: true }\n<<: *d\n---\n# 카\n',
    'm.md': '<!-- 메모 -->\n---\ndraft: true\n---\n# 타\n',
    'n.md': 'draft: true\ntitle: 파\n\n글\n',
    'o.md': ' ---\ndraft: true\n ---\n글\n',
    'p.md': '---\ntitle: 하\n---\n---\ndraft: true\n---\n글\n',
    'q.md': '# 거\n\n글\n\npublish:: false\n',
    'r.md': '# 너\n\n- 글 [draft:: true]\n',
    's.md': '<!--\n.. title: 더\n.. status: draft\n-->\n\n글\n',
    't.md': '<!-- publish: false -->\n# 러\n',
    'u.md': '[//]: # (draft: true)\n# 머\n',
    'u2.md': '---\ntitle: 머\n---\n\n<!-- draft: true -->\n\n글\n',
    'u3.md': '---\ntitle: 머\n---\n<!-- 쓴 이: 나\nstatus: draft\n-->\n[//]: # (메모)\n\n글\n',
    'v.md': '---\ntitle: "열림\nstatus: [draft]\n---\n글\n',
    'w.md': '---\ndraft： true\n---\n글\n',
    'x.md': '--\ndraft: true\n--\n글\n',
    'y.md': '---\n\0draft: true\n---\n글\n',
    'z.md': '---\u2028draft: true\u2028---\u2028글',
    'aa.md': '---\u0085draft: true\u0085---\u0085글\n',
    'h.md': '{\n  "title": "보이는 글"\n}\n\n본문 `[draft:: true]`\n\n```\ndraft:: true\n```\n',
    'i.md': '{ 글 }\n\n{\n  "draft": true\n}\n',
  });
  expect(atlas.library.notes.map(({ title }) => title).sort()).toEqual(['i', '보이는 글']);
});

test('keys and values in prose hold back only by words of publishing', async () => {
  const { atlas } = await openVault({
    'a.md': 'Password: hunter2\n\n보임\n',
    'b.md': 'Access: team\n\n보임\n',
    'c.md': 'Enabled: false\nStatus: internal\n\n보임\n',
    'd.md': '# 보임\n\n- Status::Draft\n- `draft::true`\n- password:: x\n',
    'e.md': 'draft: true\n\n숨김\n',
    'f.md': 'Status: draft\n\n숨김\n',
    'g.md': 'public: no\n\n숨김\n',
    'h.md': 'title: 숨김\naccess: team\n\n숨김\n',
    'i.md': '# 숨김\n\n- draft::true\n',
    'j.md': '---\naccess: team\n---\n숨김\n',
    'k.md': '<!--\npassword: x\n-->\n숨김\n',
    'l.md': 'status: 비공개\n\n숨김\n',
  });
  expect(atlas.library.notes.map(({ path }) => path).sort()).toEqual(['a.md', 'b.md', 'c.md', 'd.md']);
});

test('what MDX exports of itself holds back', async () => {
  const { atlas } = await openVault({
    'a.mdx': 'export const frontmatter = { title: "가", draft: true }\n\n# 숨김\n',
    'b.mdx': '# 숨김\n\nexport const meta = {\n  title: "나",\n  published: false,\n}\n',
    'c.mdx': 'export const meta = { published: true }\n\n# 보임\n',
    'd.md': '# 보임\n\n```js\nexport const metadata = {\n  draft: true,\n}\n```\n',
    'e.mdx': '```js\nexport const meta = {}\n```\n\nexport const meta = { draft: true }\n\n# 숨김\n',
    'd.mdx': 'export const config = { draft: true }\n\n# 보임\n',
  });
  expect(atlas.library.notes.map(({ path }) => path).sort()).toEqual(['c.mdx', 'd.md', 'd.mdx']);
});

test('a year is no day of publishing, but where a field asks for one', () => {
  expect(readVisibility({ published: 2099 }).kind).toBe('public');
  expect(readVisibility({ published: '2099-01' }).kind).toBe('held');
  expect(readVisibility({ publishDate: 2099 }).kind).toBe('held');
});

test('a text that YAML cuts off at a sign is said to be, what is a comment is not', async () => {
  const { atlas, problems } = await openVault({
    'a.md': '---\ntitle: 고침 #2 숨김\nsummary: 글 # 숨김\n---\n글\n',
    'b.md': '---\ntitle: C#\nsummary: "글 #2"\nother: 글 #2\n---\n글 #2\n',
  });
  expect(atlas.library.notes.map(({ title }) => title)).toEqual(['고침', 'C#']);
  expect(problems.filter((problem) => problem.includes('#'))).toEqual([
    expect.stringMatching(/^a\.md:2:11 /u),
  ]);
});

test('a text that a sign cuts off is said at its own line, and only in front matter', async () => {
  const { problems } = await openVault({
    'a.md': '---\nsubtitle: 고침 #1\ntitle: 고침 #2\n---\n글\n',
    'b.md': '---\ntitle:\ntags: 글 #가\n---\n글\n',
    'c.md': '---\n\ntitle: 본문 #2\n\n글\n',
  });
  expect(problems.filter((problem) => problem.includes('#')).sort()).toEqual([
    expect.stringMatching(/^a\.md:2:14 /u),
    expect.stringMatching(/^a\.md:3:11 /u),
  ]);
});

test('comments in the texts of fields are kept back too', async () => {
  const { atlas } = await openVault({
    'a.md':
      '---\ntitle: 가 %%비밀%%\naliases: ["나 <!-- 비밀 -->"]\ntags: [다, "%%비밀%%"]\nsummary: "%%비밀%%라 50%% 마"\n---\n글\n',
  });
  const [note] = atlas.library.notes;
  expect(JSON.stringify(note)).not.toContain('비밀');
  expect(note).toMatchObject({ title: '가', aliases: ['나'], tags: ['다'], summary: '라 50%% 마' });
});

test('an unlisted note is neither', () => {
  expect(readVisibility({ listed: false }).kind).toBe('unlisted');
  expect(readVisibility({ unlisted: true }).kind).toBe('unlisted');
  expect(readVisibility({ visibility: 'unlisted' }).kind).toBe('unlisted');
  expect(readVisibility({ unlisted: 'yes', draft: 'false' }).kind).toBe('unlisted');
});

test('says what held it back, and which fields it understood', () => {
  expect(readVisibility({ title: '가', publish: 'FALSE' })).toEqual({
    kind: 'held',
    by: 'publish: false',
    fields: ['publish'],
  });
  expect(readVisibility({ draft: 'perhaps' })).toMatchObject({ doubtful: 'draft', fields: [] });
  // A day is a field of its own, for whoever declares one.
  expect(readVisibility({ published: '2026-01-01' }).fields).toEqual([]);
});

test('a front matter that cannot be read still holds back', () => {
  expect(guessHeld('---\ntitle: "열림\ndraft: true\n---\n', '2026-01-01')).toBe('draft: true');
  expect(guessHeld('+++\npublish = false # 아직\n+++\n', '2026-01-01')).toBe('publish: false');
  expect(guessHeld('{\n  "unlisted": "yes",\n}', '2026-01-01')).toBe('unlisted: true');
  // Even far down, and in the words of other tools.
  const long = `---\ntitle: "열림\naliases:\n${'  - 말\n'.repeat(500)}status: draft\n---\n`;
  expect(guessHeld(long, '2026-01-01')).toBe('status: draft');
  expect(guessHeld('---\ntitle: "열림\ndraft: false\n---\n', '2026-01-01')).toBeNull();
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])(
  'a draft that is spelt like a part of the language (%s) stays a draft',
  (word) => {
    expect(readOn({ draft: word }, '2026-01-01').kind).toBe('held');
    expect(readOn({ [word]: 'true' }, '2026-01-01')).toEqual({ kind: 'public', fields: [] });
  },
);

test.each([
  ['a.md', ['draft'], true],
  ['a.md', ['Area/WIP'], true],
  ['a.md', ['초안'.normalize('NFD')], true],
  ['Drafts/a.md', [], true],
  ['b/비공개/a.md', [], true],
  ['archive/2020/a.md', [], true],
  ['drafts.md', ['drafting', '초안 쓰기'], false],
  ['privacy/a.md', ['privacy'], false],
])('%s with the tags %j looks private: %s', (path, tags, wanted) => {
  expect(looksPrivate({ path, tags })).toBe(wanted);
});

test('a folder holds back what is in it, as Hugo and Eleventy have it; the note itself has the last word', async () => {
  const { atlas } = await openVault({
    'a/_index.md': '---\ntitle: 가\ncascade:\n  draft: true\n---\n글\n',
    'a/b/c.md': '# 숨김\n',
    'a/b/d.md': '---\ndraft: false\n---\n# 보임\n',
    'e/_index.md': '+++\n[[cascade]]\n[cascade.build]\nrender = "never"\n+++\n',
    'e/f.md': '# 숨김\n',
    'g/g.json': '{ "permalink": false }',
    'g/h.md': '# 숨김\n',
    'i/i.11tydata.json': '{ "draft": true }',
    'i/j.md': '# 숨김\n',
    'm/m.11tydata.js': "module.exports = {\n  layout: 'a', // draft: false\n  draft: true,\n};\n",
    'm/n.md': '# 숨김\n',
    't/t.11tydata.js': "export default {\n  permalink: '/a/*',\n  draft: true, // it's *\/\n  b: '*/',\n};\n",
    't/u.md': '# 숨김\n',
    'w/x.11tydata.js': 'export const draft = true;',
    'w/x.md': '# 숨김\n',
    'o/p.11tydata.json': '{ "draft": true }',
    'o/p.md': '# 숨김\n',
    'o/p/q.md': '# 보임\n',
    'r/r.11tydata.mjs': 'export default {\n  // draft: true,\n};\n',
    'r/s.md': '# 보임\n',
    'k/k.json': '[broken',
    'k/l.md': '# 보임\n',
  });
  const titles = atlas.library.notes.map(({ title }) => title);
  expect(titles).not.toContain('숨김');
  expect(titles.filter((title) => title === '보임')).toHaveLength(4);
});

test.each<[string, Record<string, string>, string[], string?]>([
  [
    'MkDocs and Lume, by a file of its data',
    {
      'a/.meta.yml': 'draft: true\n',
      'a/b/c.md': '숨김\n',
      'a/d.md': '---\ndraft: false\n---\n보임\n',
      'e/_data.json': '{ "draft": true, "enabled": false }',
      'e/f.md': '숨김\n',
      'g/_data.yml': 'enabled: false\n',
      'g/h.md': '보임\n',
    },
    ['a/d.md', 'g/h.md'],
  ],
  [
    'Jekyll, by its defaults',
    {
      '_config.yml':
        'defaults:\n  - scope: { path: plans }\n    values: { published: false }\n  - scope: { path: "", type: posts }\n    values: { draft: true }\n  - scope: { type: drafts }\n    values: { published: false }\n  - scope: { type: 5 }\n    values: { published: false }\n  - null\n',
      'plans/a.md': '숨김\n',
      'plans/b.md': '---\npublished: true\n---\n보임\n',
      '_posts/2020-01-02-c.md': '숨김\n',
      'd.md': '보임\n',
    },
    ['d.md', 'plans/b.md'],
  ],
  [
    'Quartz, where only what says so is published',
    {
      'quartz.config.ts': 'filters: [Plugin.ExplicitPublish()]',
      'content/a.md': '숨김\n',
      'content/b.md': '---\nPublish: true\n---\n보임\n',
    },
    ['b.md'],
    'content',
  ],
  [
    'Quartz, where that is a comment',
    { 'quartz.config.ts': 'filters: [\n  // Plugin.ExplicitPublish(),\n]', 'content/a.md': '보임\n' },
    ['a.md'],
    'content',
  ],
  [
    'Logseq, where pages are not public',
    {
      'logseq/config.edn': '{;; :publishing/all-pages-public? true\n :publishing/all-pages-public? false}',
      'pages/a.md': '- 숨김\n',
      'pages/b.md': 'public:: true\n\n- 보임\n',
    },
    ['pages/b.md'],
  ],
  [
    'an export of Notion, by lines below its title',
    {
      'A 0123456789abcdef0123456789abcdef.md': '# 가\n\n주인: 나\nStatus: Draft\n\n숨김\n',
      'B 0123456789abcdef0123456789abcdee.md': '# 나\n\nStatus: Done\n\n보임\n',
      'c.md': '# 다\n\nStatus: Draft\n\n보임\n',
    },
    ['B 0123456789abcdef0123456789abcdee.md', 'c.md'],
  ],
])('notes are held back as in %s', async (_, files, shown, below) => {
  const { atlas } = await openVault(files, below);
  expect(atlas.library.notes.map(({ path }) => path).sort()).toEqual(shown);
});

test('a text that others import is kept back by its own word', async () => {
  const { atlas, problems } = await openVault({
    'a.mdx':
      "import Held from './_held.mdx';\nimport Shown from './_shown.mdx';\n\n# 가\n\n<Held />\n\n<Shown />\n",
    '_held.mdx': '---\ndraft: true\n---\n\n숨김\n',
    '_shown.mdx': '보임\n',
  });
  const { text } = atlas.library.notes[0]?.outline ?? { text: '' };
  expect(text).toContain('보임');
  expect(text).not.toContain('숨김');
  expect(problems.join('\n')).toContain('_held.mdx');
});

test('Quartz leaves out a folder that is named private; elsewhere one is only counted', async () => {
  const files = { 'notes/private/a.md': '# 가\n', 'notes/b.md': '# 나\n' };
  const titles = async (more: Record<string, string>) => {
    const { atlas } = await openVault({ ...files, ...more }, 'notes');
    return atlas.library.notes.map(({ title }) => title).sort();
  };
  expect(await titles({ 'quartz.config.ts': '' })).toEqual(['나']);
  expect(await titles({})).toEqual(['가', '나']);
});

test('Quartz publishes what begins with a stroke, but what says that it is private', async () => {
  const files = {
    'notes/_cs, math/가.md': '# 가\n',
    'notes/_나.md': '# 나\n',
    'notes/_private/다.md': '# 다\n',
    'notes/_drafts/라.md': '# 라\n',
    'notes/_draft.md': '# 마\n',
    'notes/_draft-ideas/아.md': '# 아\n',
    'notes/_Private Notes/자.md': '# 자\n',
    'notes/_my-wip.md': '# 차\n',
    'notes/_내부 회의/카.md': '# 카\n',
    'notes/_templates/바.md': '# 바\n',
    'notes/.obsidian/사.md': '# 사\n',
  };
  const titles = async (more: Record<string, string>) => {
    const { atlas } = await openVault({ ...files, ...more }, 'notes');
    return atlas.library.notes.map(({ title }) => title).sort();
  };
  expect(await titles({ 'quartz.config.ts': '' })).toEqual(['가', '나']);
  expect(await titles({})).toEqual([]);
});

test('lines that begin with a percent sign are comments where MyST is set up, and nowhere else', async () => {
  const files = { 'docs/a.md': '# 가\n\n% 숨김\n\n글\n% 숨김\n글\n\n```python\n%보임\n```\n' };
  const read = async (more: Record<string, string>) => {
    const { atlas } = await openVault({ ...files, ...more }, 'docs');
    return atlas.library.notes[0]?.body.match(/숨김|보임/gu) ?? [];
  };
  expect(await read({ 'myst.yml': '' })).toEqual(['보임']);
  expect(await read({})).toEqual(['숨김', '숨김', '보임']);
});

test('what was thrown away on a disk, and what programs keep beside it, is no note', async () => {
  const { atlas } = await openVault({
    'a.md': '# 가\n',
    '$RECYCLE.BIN/b.md': '# 숨김\n',
    'c/#recycle/d.md': '# 숨김\n',
    'c/@eaDir/e.md': '# 숨김\n',
    'lost+found/f.md': '# 숨김\n',
    'bower_components/g/README.md': '# 숨김\n',
    '@people/h.md': '# 나\n',
  });
  expect(atlas.library.notes.map(({ title }) => title).sort()).toEqual(['가', '나']);
});

test('what a convention hides for good is put into no note', async () => {
  const { atlas } = await openVault({
    'a.md':
      '# 가\n\n{{#include _part.md}}\n\n{{#include _drafts/b.md}}\n\n--8<-- "templates/c.md"\n\n{{#include .d/e.md}}\n\n{{#include _p/_private/f.md}}\n',
    '_part.md': '보임\n',
    '_drafts/b.md': '숨김\n',
    'templates/c.md': '숨김\n',
    '.d/e.md': '숨김\n',
    '_p/_private/f.md': '숨김\n',
  });
  const { text } = atlas.library.notes[0]?.outline ?? { text: '' };
  expect(text).toContain('보임');
  expect(text).not.toContain('숨김');
});

test.each([
  { 발행일: '2024년 3월' },
  { 발행일: '2024. 3.' },
  { 공개: '2024년' },
  { sensitivity: 'none' },
  { classification: 'none' },
])('%j is published', (data) => {
  expect(readVisibility(data).kind).toBe('public');
});

test('fields of a month to come hold back in all their ways of writing', () => {
  for (const month of ['2027-03', '2027년 3월', '2027. 3.', 2027])
    expect(readVisibility({ 발행일: month }).kind).toBe('held');
});

test('what a subject declares says something of its matter, also in a map and for plain notes', async () => {
  expect(readVisibility({ config: { enabled: false } }, new Set(['config'])).kind).toBe('public');
  expect(readVisibility({ config: { draft: true } }, new Set(['config'])).kind).toBe('held');
  const { atlas } = await openVault({
    'atlas.yaml': 'title: 가\nfields:\n  enabled:\n    label: 켜짐\n    type: boolean\n',
    'a.md': '---\ntitle: 보임\nenabled: false\n---\n글\n',
  });
  expect(atlas.library.notes.map(({ title }) => title)).toEqual(['보임']);
});

test('data of something else and text between rules hold no note back', async () => {
  const { atlas } = await openVault({
    'people/people.json': '[{ "name": "김", "private": true }]',
    'people/a.md': '# 가\n',
    'package/package.json': '{ "private": true }',
    'package/b.md': '# 나\n',
    'config/config.json': '{ "password": "x", "enabled": false }',
    'config/c.md': '# 다\n',
    'd.md': '---\ntitle: 라\n---\n\n---\n\n글이다.\n\n```yaml\nenabled: false\n```\n\n---\n',
    'e.md': '---\ntitle: 마\n---\n\n---\ndraft: true\n---\n',
  });
  expect(atlas.library.notes.map(({ title }) => title).sort()).toEqual(['가', '나', '다', '라']);
});

test('a note that its folder holds back is listed with the file that says so', async () => {
  const { atlas } = await openVault(
    {
      'quartz.config.ts': 'filters: [Plugin.ExplicitPublish()]',
      'content/_config.yml': 'defaults:\n  - values: { published: false }\n    scope: { path: b }\n',
      'content/a.md': '글\n',
      'content/b/c.md': '---\npublish: true\n---\n글\n',
      'content/d/.meta.yml': 'draft: true\n',
      'content/d/e.md': '---\npublish: true\n---\n글\n',
      'content/f.md': '---\npublish: false\n---\n글\n',
      'content/g.md': '---\npublish: true\n---\n글\n',
    },
    'content',
  );
  expect(atlas.held.map(({ path, by }) => `${path} ${by}`).sort()).toEqual([
    'a.md ../quartz.config.ts, publish: false',
    'b/c.md _config.yml, published: false',
    'd/e.md d/.meta.yml, draft: true',
    'f.md publish: false',
  ]);
});

describe('a field that is said of things as often as of texts', () => {
  const things: Record<string, unknown>[] = [
    { live: false },
    { online: 'no' },
    { ready: false },
    { enabled: false },
    { disabled: true },
    { protected: true },
    { state: 'Internal' },
    { status: 'deleted' },
    { scope: 'internal' },
  ];
  test.each(things)('holds back a note whose other fields tell of the text: %o', (field) => {
    expect(readVisibility({ title: '가', tags: ['a'], updated: '2026-01-01', ...field }).kind).toBe('held');
    expect(readVisibility(field).kind).toBe('held');
  });

  test.each([
    { project: 'a', client: 'b', due: '2026-01-01' },
    { rating: 3, mood: 'a', course: 'b' },
    { host: 'a', guest: 'b', vendor: 'c', price: 1, phone: '1', model: 'd' },
    { 담당: '가', 고객사: '나', 우선순위: 1 },
  ])('holds back beside properties that texts, plans and persons have too: %o', (own) => {
    for (const field of things) expect(readVisibility({ title: '가', ...own, ...field }).kind).toBe('held');
  });

  test.each(things)('speaks of the thing among its other properties: %o', (field) => {
    const { kind, ofThing } = readVisibility({ title: '가', ip: '10.0.0.1', ...field });
    expect([kind, typeof ofThing]).toEqual(['public', 'string']);
  });

  test.each([
    { scope: 'private' },
    { release: 'private' },
    { release: 'draft' },
    { state: 'draft' },
    { draft: true },
  ])('no other property opens what can only be said of a text: %o', (field) => {
    expect(readVisibility({ ip: '10.0.0.1', ...field }).kind).toBe('held');
  });
});
