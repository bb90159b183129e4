/**
 * Every word that the site, its commands and its checks say, in Korean. One export an area; `en.ts` holds the same
 * areas, and TypeScript keeps the two complete. A value is a string, or a function where something is filled in:
 * plurals and particles are decided here, so that no caller glues words together.
 */

/** Facts about the language itself. */
export const site = {
  /** The language's own code, for `lang`, collation and dates. */
  code: 'ko',
};

/** What the commands print: progress, summaries, refusals. */
export const commands = {};

/** What the content check says of notes, data and the declaration. */
export const problems = {};

/** What is said of section ids and their lock. */
export const sections = {};

/** Diagrams in words, their types, and what is wrong in a Mermaid source. */
export const diagrams = {};

/** What the renderer writes into a note: labels of figures, tables, boxes, footnotes, citations. */
export const notes = {};

/** The search: its field, results, answers, facets, help. */
export const search = {};

/** Headings and labels of pages that are made, and their navigation. */
export const pages = {};

/** Buttons, menus, dialogs and announcements that browser code adds to a page. */
export const reading = {
  close: '닫기',
  keys: {
    title: '단축키',
    singleKeys: '한 글자 단축키(/ j k [ ] ?) 쓰기',
    openSearch: '검색 열기',
    chooseResult: '검색 결과 고르기',
    openResult: '고른 절로 가기',
    stepSection: '다음 절, 이전 절',
    stepNote: '이전 노트, 다음 노트',
    help: '이 도움말',
    preview: '링크의 미리보기',
    closePopup: '미리보기와 창 닫기',
  },
};

/** Feeds, twins, print editions, cards. */
export const outputs = {};
