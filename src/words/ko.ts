/**
 * Every word that the site, its commands and its checks say, in Korean. One export an area; `en.ts` holds the same
 * areas, and TypeScript keeps the two complete. A value is a string, or a function where something is filled in:
 * plurals and particles are decided here, so that no caller glues words together.
 */

/** Facts about the language itself. */
export const site = {
  /** The language's own code, for `lang`, collation and dates. */
  code: 'ko',
  /** For Open Graph. */
  locale: 'ko_KR',
};

/** What the commands print: progress, summaries, refusals. */
export const commands = {
  waitsForBuild: (pid: number, host: string, lock: string) =>
    `이 폴더에서 다른 빌드(프로세스 ${pid}, ${host})가 돌고 있어 기다립니다… 돌고 있지 않다면 ${lock} 파일을 지우십시오.`,
  lockFailed: (lock: string, reason: string) =>
    `빌드 자물쇠 ${lock}를 만들지 못했습니다(${reason}). 이 폴더에 쓸 수 있어야 합니다`,
  lostPages: (paths: readonly string[]) => `쪽이 만들어지지 않은 노트가 있습니다: ${paths.join(', ')}`,
  oldSiteStays: '전에 만든 사이트는 그대로 있습니다.',
  notBuilt: '빌드하지 않았습니다. 위의 오류를 고친 뒤 다시 하십시오.',
  buildFailed: (reason: string) => `빌드하지 못했습니다: ${reason}`,
  halfExchanged: (folder: string) =>
    `${folder}의 사이트를 바꾸다가 멈추었습니다. 폴더의 권한을 살핀 뒤 다시 빌드하면 마저 바꿉니다.`,
  debugHint: '자세한 내용은 ATLAS_DEBUG=1로 다시 돌리면 나옵니다.',
  /** Why the output folder is not touched. */
  output: {
    refused: (folder: string, reason: string) =>
      `OUT_DIR=${folder}에는 만들지 않습니다: ${reason}. 아무것도 바꾸지 않았습니다`,
    danglingLink: (folder: string) => `OUT_DIR=${folder}는 없는 폴더를 가리키는 링크입니다`,
    isRoot: '디스크의 뿌리입니다',
    isHome: '홈 폴더이거나 홈 폴더를 품은 폴더입니다',
    isContent: '노트 폴더(CONTENT_DIR) 자체입니다',
    holdsContent: '노트 폴더(CONTENT_DIR)를 품고 있습니다',
    insideContent: '노트 폴더(CONTENT_DIR) 안에 있습니다',
    holdsProject: '이 프로젝트를 품은 폴더입니다',
    insideProject: '이 프로젝트의 소스가 있는 폴더입니다',
    isFile: '폴더가 아니라 파일이거나, 파일 아래를 가리킵니다',
    isClosed: (reason: string) => `열 수 없습니다(${reason})`,
    isBusy: (pid: number) => `다른 빌드(프로세스 ${pid})가 이 폴더에 만들고 있습니다`,
    isForeign:
      '비어 있지 않은데 빌드가 만든 표시(.atlas-site)가 없습니다. 지워도 되는 폴더라면 손수 비우고, 아니면 다른 폴더를 고르십시오',
    brokenMark: '빌드가 만든 표시(.atlas-site)가 깨졌습니다. 지워도 되는 폴더라면 손수 비우십시오',
    holdsForeign: (paths: readonly string[]) =>
      `빌드가 만들지 않은 파일이 들어 있습니다(${paths.slice(0, 3).join(', ')}${
        paths.length > 3 ? ` 밖에 ${paths.length - 3}개` : ''
      }). 다른 곳으로 옮기십시오`,
    taken: (folder: string, names: readonly string[]) =>
      `${folder}에 빌드가 만들지 않은 ${names.join(', ')}이(가) 있어 사이트를 넣지 못했습니다. 다른 곳으로 옮기십시오`,
  },
};

/** What the content check says of notes, data and the declaration. */
export const problems = {
  comments: {
    unclosed: (opening: string, closing: string, lines: number, toTheEnd: boolean) =>
      `여기서 시작한 주석 ${opening}을 닫는 ${closing}가 없어 ${toTheEnd ? `노트 끝까지 ${lines}줄을` : '이 문단의 나머지를'} 싣지 않습니다`,
    literal: '짝이 없는 %%는 주석이 아니라 글로 싣습니다. 주석이면 뒤에 %%를 적어 닫으십시오',
  },
};

/** What is said of section ids and their lock. */
export const sections = {};

/** Diagrams in words, their types, and what is wrong in a Mermaid source. */
export const diagrams = {};

/** What the renderer writes into a note: labels of figures, tables, boxes, footnotes, citations. */
export const notes = {};

/** The search: its field, results, answers, facets, help. */
export const search = {};

/** Headings and labels of pages that are made, and their navigation. */
export const pages = {
  frame: {
    skip: '본문으로 건너뛰기',
    skipToToc: '목차로 건너뛰기',
    glossary: '용어',
    sources: '출처',
    tags: '태그',
    changedSections: (title: string) => `${title}: 고친 절`,
  },
  toc: { title: '이 노트에서', short: '목차' },
  note: {
    described: (title: string) => `‘${title}’ 노트`,
    place: '위치',
    asOf: '기준일',
    changed: '고침',
    readingTime: '읽는 시간',
    minutes: (count: number) => `${count}분`,
    sources: '출처',
    sourcesNamed: (count: number) => `출처 ${count}건 보기`,
    mentionedBy: '언급한 노트',
    mentionedByNamed: (count: number) => `이 노트를 언급한 노트 ${count}개 보기`,
    overdue: (day: string) => `검토할 날(${day})이 지났습니다. 수치와 제도가 그 뒤에 바뀌었을 수 있습니다.`,
    tags: '태그',
    neighbours: '앞뒤 노트',
    previous: '이전',
    following: '다음',
  },
  /** What stands under a note's text. */
  ending: {
    next: '다음에 읽을 노트',
    otherNext: (count: number) => `그 밖에 읽을 만한 노트 ${count}개`,
    relations: '관계',
    sources: '출처',
    citedPlaces: (places: readonly string[]) => `인용한 곳: ${places.join(', ')}`,
    mentions: '이 노트를 언급한 곳',
    otherMentions: '그 밖에 언급한 곳',
    moreMentions: (count: number) => `${count}곳 더 보기`,
  },
};

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
