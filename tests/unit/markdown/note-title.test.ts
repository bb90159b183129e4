import { expect, test } from 'vitest';
import { readOutline } from '../../../src/markdown/parse-note.ts';

test.each([
  ['# C#\n', 'C#'],
  ['# C++ #\n', 'C++'],
  ['# max_reply_tokens\n', 'max_reply_tokens'],
  ['# __init__.py\n', '__init__.py'],
  ['# __init__ 메서드\n', '__init__ 메서드'],
  ['# __제목__\n', '제목'],
  ['밑줄 제목\n===\n', '밑줄 제목'],
  ['두 줄\n제목\n===\n', '두 줄 제목'],
  ['# R&amp;D\n', 'R&D'],
  ['# AT&T\n', 'AT&T'],
  ['# [글](https://example.com)과 [또][r]\n\n[r]: /x\n', '글과 또'],
  ['# 제목 {#top}\n', '제목'],
  ['# **굵은** `code_x` *기운* ~~지운~~\n', '굵은 code_x 기운 지운'],
  ['# 각주[^1]\n\n[^1]: 글\n', '각주'],
  ['# ![그림](a.png) 제목\n', '그림 제목'],
  ['# <b>굵은</b> List<String> 제목\n', '굵은 List<String> 제목'],
  ['# `Map<K, V>`\n', 'Map<K, V>'],
  ['# 5 \\* 3 \\# 2\n', '5 * 3 # 2'],
  ['```sh\n# 명령\n```\n\n# 참 제목\n', '참 제목'],
  ['> # 인용\n\n# 참 제목\n', '참 제목'],
  ['## 절\n\n# 제목\n', '제목'],
  ['글뿐\n', ''],
  ['#\n', ''],
  ['# 📚 목차\n\n- 가\n\n# 1장 가\n', ''],
  ['# Table of Contents\n\n# Intro\n', ''],
  ['# 1장 가\n\n글\n\n# 2장 나\n', ''],
  ['# Chapter 1. A\n\n# Chapter 2. B\n', ''],
  ['# 3장 가\n\n## 나\n', '3장 가'],
  ['# 5가지 원칙\n\n# 1장 가\n', '5가지 원칙'],
])('%j', (body, title) => {
  expect(readOutline(body, 'md', { title: '' }).title).toBe(title);
});

test('the title that a note repeats is no section', () => {
  for (const body of ['# 제목 {#top}\n\n글\n', '# __init__.py\n\n글\n', '# List<String>\n\n글\n']) {
    expect(readOutline(body, 'md', { title: '' }).outline.sections).toEqual([]);
  }
});

const read = (body: string, path = 'guide/hooks.md', title = '') =>
  readOutline(body, 'md', { title, flavour: { path, source: body } });

test('a banner with the name of the project is no title: the heading under it is', () => {
  const banner = '<h1 align="center">Loom</h1>\n\n';
  for (const rest of [
    '## Hooks\n\ntext\n\n### One\n',
    '# Hooks\n\n## One\n',
    '## `Hooks`\n\ntext\n\n## One\n',
  ]) {
    const { title, outline } = read(banner + rest);
    expect(title).toBe('Hooks');
    expect(outline.sections.map(({ text }) => text)).toEqual(['One']);
    expect(outline.titleAnchors).toEqual(['hooks', 'loom']);
    expect(outline.text).toContain('Loom');
    // The page is read with the title that the outline gave.
    expect(read(banner + rest, 'guide/hooks.md', title).outline.sections).toEqual(outline.sections);
  }
});

test.each([
  ['<h1 align="center">Loom</h1>\n\n## Install\n\ntext\n\n## Use\n', 'guide/start.md'],
  ['<h1>Loom</h1>\n\n## Install\n\ntext\n', 'README.md'],
  ['<h1>Loom</h1>\n\nIt weaves.\n\n## Install\n', 'guide/start.md'],
  ['# Loom\n\n## Install\n\ntext\n', 'guide/install.md'],
])('%j of %s is called by its first heading', (body, path) => {
  expect(read(body, path).title).toBe('Loom');
});

test('the first page of a folder in a project is called by its own heading', () => {
  expect(read('<h1>Loom</h1>\n\n## Patterns\n\ntext\n', 'patterns/index.md').title).toBe('Patterns');
});
