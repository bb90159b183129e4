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
  heldBack: (by: string, count: number, paths: readonly string[]) =>
    `싣지 않은 노트 ${count}개 (${by}): ${paths.join(', ')}${paths.length < count ? ' …' : ''}`,
  unlisted: (count: number, paths: readonly string[]) =>
    `주소로만 여는 노트 ${count}개 (unlisted): ${paths.join(', ')}${paths.length < count ? ' …' : ''}`,
};

/** What the content check says of notes, data and the declaration. */
export const problems = {
  visibility: {
    doubtful: (field: string) =>
      `${field}의 값이 참·거짓이 아니어서 싣지 않습니다. 실으려면 ${field}: false라고 적거나 지우십시오`,
  },
  links: {
    toHeldNote: (url: string) => `"${url}"은(는) 싣지 않는 노트라 링크를 글로 바꿉니다`,
    unsafeScheme: (scheme: string) => `${scheme}: 주소는 걸 수 없어 글로 바꿉니다`,
    emptyAddress: (text: string) => `"${text}"의 주소가 비어 있습니다`,
    noNote: (wanted: string, nearest?: string) =>
      `"${wanted}"라는 노트가 없습니다${nearest ? `; 혹시 "${nearest}"?` : ''}`,
    noSection: (title: string, anchor: string, nearest: string | undefined, known: readonly string[]) =>
      `"${title}" 노트에 "#${anchor}" 절이 없습니다${nearest ? `; 혹시 "#${nearest}"?` : known.length ? `; 있는 절: ${known.join(', ')}` : ''}`,
    outsideImage: '바깥 그림은 싣지 않고 링크로 바꿉니다. 그림 파일을 노트 옆에 두십시오',
    noImage: (url: string, nearest?: string) =>
      `그림 파일 "${url}"이(가) 없습니다${nearest ? `; 혹시 "${nearest}"?` : ''}`,
    noAlternative: '그림에 대체 글이 없습니다(![대체 글](…))',
  },
  references: {
    heldNote: (field: string, id: string) =>
      `${field}: "${id}"는 싣지 않거나 목록에 없는 노트라 잇지 않습니다`,
  },
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
export const notes = {
  noSuchNote: (url: string) => `이어지는 노트가 없습니다: ${url}`,
  outsideImage: '바깥 그림',
  missingImage: (alt: string) => (alt ? `그림 없음: ${alt}` : '그림 없음'),
};

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
