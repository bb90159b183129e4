/**
 * Every word that the site, its commands and its checks say, in Korean. One export an area; `en.ts` holds the same
 * areas, and TypeScript keeps the two complete. A value is a string, or a function where something is filled in:
 * plurals and particles are decided here, so that no caller glues words together.
 */

import { closeSentence } from './close-sentence.ts';
import { attachParticle, fitParticles } from './particle.ts';
import { writeSize } from './size.ts';

/** Facts about the language itself. */
export const site = {
  /** The language's own code, for `lang`, collation and dates. */
  code: 'ko',
  /** For Open Graph. */
  locale: 'ko_KR',
  /** How numbers and dates are written in the cells of tables. */
  cells: {
    blank: /^[\s\-–—·.]*$|^(?:미정|없음|해당 없음|n\/a)$/iu,
    before: /^(?:약|대략|최대|최소|총|연|월|하루|≈|~|>|<|≥|≤|\+)\s*/u,
    scales: { 천: 1e3, 만: 1e4, 백만: 1e6, 천만: 1e7, 억: 1e8, 조: 1e12, 경: 1e16 } as Record<string, number>,
    scale: /^ ?(백만|천만|천|만|억|조|경)/u,
    after: /\s*(?:이상|이하|미만|초과|내외|안팎|수준)$/u,
    date: /^(\d{4})(?:(?:[-./]\s?|년\s?)(\d{1,2})(?:(?:[-./]\s?|월\s?)(\d{1,2}))?)?\s?[.년월일]?$/u,
  },
};

/** What the commands print: progress, summaries, refusals. */
export const commands = {
  steps: {
    diagrams: '도식',
    pages: '쪽',
    fonts: '글꼴',
    search: '검색',
    cards: '카드',
    pictures: '그림',
    files: '그 밖의 파일',
    print: '인쇄본',
  },
  diagramsDrawn: (all: number, fresh: number) => `도식 ${all}개 (새로 그린 것 ${fresh}개)`,
  pagesMade: (notes: number) => `노트 ${notes}개를 쪽으로 만들었습니다`,
  indexed: (pages: number) => `검색 색인: ${pages}쪽`,
  picturesSized: (all: number, fresh: number) => `그림 ${all}개를 작게도 (새로 만든 것 ${fresh}개)`,
  cardsDrawn: (all: number, fresh: number) => `카드 ${all}개 (새로 그린 것 ${fresh}개)`,
  seconds: (step: string, seconds: number) => `${step} ${seconds}초`,
  done: (notes: number, megabytes: string, steps: readonly string[], folder: string) =>
    `끝: 노트 ${notes}개, ${megabytes} MB, ${steps.join(', ')} → ${folder}`,
  notesChecked: (notes: number, problems: string) => `노트 ${notes}개: ${problems}`,
  noFolder: '폴더가 없습니다',
  noAccess: '읽기 권한이 없습니다',
  notAFolder: '폴더가 아닙니다',
  leadsInCircles: '제자리를 도는 링크입니다',
  notOpened: (reason: string) => `노트 폴더를 열지 못했습니다: ${reason}`,
  idsUsage: '쓰는 법: npm run ids -- retire <id> <옮겨 갈 id나 노트 id>, npm run ids -- repair',
  unknownCards: (value: string, known: readonly string[]) =>
    `CARDS=${value}: 모르는 값입니다. 있는 것: ${known.join(', ')}`,
  newNote: {
    usage: (collections: readonly string[]) =>
      `쓰는 법: npm run new -- <모음> <id>. 모음은 ${collections.join(', ')} 가운데 하나입니다.`,
    usagePlain: '쓰는 법: npm run new -- "<노트의 경로>" (예: "생각/첫 노트").',
    badName: '파일 이름이 될 수 없거나 노트를 숨기는 이름입니다. 다른 이름을 주십시오.',
    badId: 'id는 영문 소문자·숫자·붙임표로 적습니다(예: model-routing).',
    taken: (id: string, path: string) => fitParticles`id "${id}"은(는) ${path}에서 이미 쓰고 있습니다.`,
    exists: (path: string) => `이미 있는 파일입니다: ${path}`,
  },
  server: {
    portTaken: (port: number) =>
      fitParticles`포트 ${port}을(를) 다른 프로그램이 쓰고 있습니다. PORT=다른번호 로 다시 하십시오.`,
    noSuchHost: (host: string) => `HOST=${host}: 이 컴퓨터의 주소가 아닙니다.`,
    failed: (reason: string) => `사이트를 내보내지 못했습니다: ${reason}`,
    otherHost:
      '웹의 다른 쪽이 읽어 가지 못하도록 localhost, 숫자 주소, HOST에 적은 이름으로 온 요청에만 답합니다.\n',
    nothingBuilt: '만들어 둔 사이트가 없습니다. 먼저 npm run build를 하십시오.',
  },
  /** Live authoring. */
  writing: {
    compiles: '사이트의 코드가 바뀐 뒤 처음이라 한 번 컴파일합니다…',
    codeChanged: 'src/의 코드가 바뀌었습니다. 코드를 따라가는 개발 서버로 다시 시작합니다.',
    /** What lies over a page whose notes have problems. */
    panel: { title: '문제', close: '닫기' },
  },
  problemCount: (errors: number, warnings: number) => `오류 ${errors}개, 경고 ${warnings}개`,
  heldBack: (by: string, count: number, paths: readonly string[]) =>
    `싣지 않은 노트 ${count}개 (${by}): ${paths.join(', ')}${paths.length < count ? ' …' : ''}`,
  /** Published because the folder is set up for a tool that does not hide them. */
  shownByTool: (count: number, paths: readonly string[]) =>
    `문서 도구의 폴더라 실은 templates/와 _index.md의 노트 ${count}개: ${paths.join(', ')}${paths.length < count ? ' …' : ''}. 싣지 않으려면 draft: true를 적으십시오`,
  /** Published, because neither a tag nor a folder of such a name holds back. */
  looksPrivate: (count: number, paths: readonly string[]) =>
    `비공개처럼 보이지만 실은 노트 ${count}개: ${paths.join(', ')}${paths.length < count ? ' …' : ''}. 싣지 않으려면 draft: true를 적거나 폴더 이름을 _drafts로 바꾸십시오`,
  /** Published, because the field stands among properties of what the note is about. */
  ofThing: (by: string, count: number, paths: readonly string[]) =>
    `${by}: 다른 속성과 함께 적혀 노트가 아니라 그 대상을 말한다고 보고 실은 노트 ${count}개: ${paths.join(', ')}${paths.length < count ? ' …' : ''}. 싣지 않으려면 draft: true를 적으십시오`,
  unlisted: (count: number, paths: readonly string[]) =>
    `주소로만 여는 노트 ${count}개 (unlisted): ${paths.join(', ')}${paths.length < count ? ' …' : ''}`,
  waitsForBuild: (pid: number, host: string, lock: string) =>
    `이 폴더에서 다른 빌드(프로세스 ${pid}, ${host})가 돌고 있어 기다립니다… 돌고 있지 않다면 ${lock} 파일을 지우십시오.`,
  lockFailed: (lock: string, reason: string) =>
    `빌드 자물쇠 ${lock}를 만들지 못했습니다(${reason}). 이 폴더에 쓸 수 있어야 합니다`,
  lostPages: (paths: readonly string[]) => `쪽이 만들어지지 않은 노트가 있습니다: ${paths.join(', ')}`,
  exampleOrigin: (origin: string) =>
    `경고: SITE_URL을 정하지 않아 복사되는 링크와 피드가 ${origin}을 가리킵니다. 올릴 때는 SITE_URL=https://… 을 주십시오`,
  otherSite: (folder: string, title: string, notes: string, isError: boolean) =>
    `${isError ? '오류' : '경고'}: ${folder}에는 다른 노트${notes && `(${notes})`}로 만든 사이트(${title})가 있습니다. ${
      isError ? '그 자리를 차지하게 되어 빌드를 멈춥니다' : '이 빌드가 그 자리를 차지합니다'
    }. 사이트마다 OUT_DIR을 따로 주거나, 같은 사이트라면 이 폴더를 비우십시오`,
  tooManyFiles: (count: number, most: number) =>
    `경고: 사이트의 파일이 ${count.toLocaleString('en')}개입니다. Cloudflare Pages 무료 요금제는 ${most.toLocaleString('en')}개까지 받습니다. CARDS=none이면 줄어듭니다`,
  tooLargeFile: (path: string, megabytes: string, most: number) =>
    fitParticles`경고: ${path}은(는) ${megabytes} MB입니다. Cloudflare Pages는 파일 하나에 ${most} MB까지 받고, 넘으면 아무것도 올리지 않습니다`,
  /** Why the address that the site is to have cannot be used. */
  address: {
    noAddress: (url: string) =>
      `SITE_URL=${url}: https://…로 시작하는 주소가 아닙니다. 예: SITE_URL=https://example.org`,
    pathInAddress: (url: string, origin: string, path: string) =>
      `SITE_URL=${url}: 경로는 BASE_PATH에 따로 줍니다. SITE_URL=${origin} BASE_PATH=${path}`,
    noBasePath: (path: string) => `BASE_PATH=${path}: 경로가 아닙니다. 예: BASE_PATH=/atlas/`,
  },
  oldSiteStays: '전에 만든 사이트는 그대로 있습니다.',
  newSiteStands: '새 사이트는 이미 들어섰고, 그 뒤에 만드는 것이 빠졌을 수 있습니다. 다시 빌드하십시오.',
  notBuilt: '빌드하지 않았습니다. 위의 오류를 고친 뒤 다시 하십시오.',
  unchanged: (folder: string) => `바뀐 것이 없어 전에 만든 사이트가 그대로입니다 → ${folder}`,
  cleaned: (megabytes: string) => `저장해 둔 것을 지웠습니다: ${megabytes} MB`,
  noteCode: {
    tooLong: (path: string, seconds: number) =>
      `${path}: 노트의 코드가 ${seconds}초 안에 끝나지 않아 빌드를 멈춥니다. 끝나지 않는 식이나 기다림을 찾아보십시오.`,
    ended: (path: string | null) =>
      `${path ? `${path}: 이 노트의 코드가` : '노트의 코드가'} 쪽을 다 만들기 전에 빌드를 끝냈습니다. process.exit나 끝나지 않는 기다림을 찾아보십시오.`,
    tooLarge: (path: string, megabytes: number) =>
      `${path}: 노트의 코드가 메모리를 ${megabytes}MB 넘게 써서 빌드를 멈춥니다. 끝없이 자라는 목록을 찾아보십시오.`,
    failed: (paths: readonly string[], reason: string) =>
      `${paths.join(', ')}: 노트의 코드가 실패했습니다: ${reason}`,
  },
  buildFailed: (reason: string) => `빌드하지 못했습니다: ${reason}`,
  halfExchanged: (folder: string) =>
    `${folder}의 사이트를 바꾸다가 멈추었습니다. 폴더의 권한을 살핀 뒤 다시 빌드하면 마저 바꿉니다.`,
  debugHint: '자세한 내용은 ATLAS_DEBUG=1로 다시 돌리면 나옵니다.',
  /** `npm run check -- --report`, and the last lines of a build. */
  report: {
    kinds: {
      'front-matter': '앞머리',
      reference: '가리킨 노트',
      relation: '관계',
      source: '출처',
      link: '링크',
      anchor: '절 링크',
      image: '그림',
      diagram: '도식',
      markdown: '본문 표기',
      duplicate: '겹친 이름',
      date: '날짜',
      'section-id': '절 id',
      declaration: '주제 선언',
      claim: '출처 없는 수치',
      term: '용어',
      file: '파일',
    },
    group: (kind: string, errors: number, warnings: number, files: number) =>
      `${kind}: ${[errors ? `오류 ${errors}개` : '', warnings ? `경고 ${warnings}개` : ''].filter(Boolean).join(', ')} (파일 ${files}개)`,
    more: (count: number) => `… 그 밖에 ${count}곳`,
    shownAsWritten: (count: number, files: number, first: readonly string[]) =>
      `적힌 그대로 싣거나 뺀 것 ${count}곳 (파일 ${files}개): ${first.join(', ')}`,
    leadsNowhere: (count: number, files: number, first: readonly string[]) =>
      `가리키는 곳이 없는 것 ${count}곳 (파일 ${files}개): ${first.join(', ')}`,
    notShown: (count: number, files: number, first: readonly string[]) =>
      `그리거나 싣지 못한 도식·그림·파일 ${count}곳 (파일 ${files}개): ${first.join(', ')}`,
    all: '종류별로 보기: npm run check -- --report',
  },
  /** `npm run links`. */
  links: {
    count: (notes: number, links: number, relations: number) =>
      `노트 ${notes}개, 노트 사이 링크 ${links}개, 관계 ${relations}개`,
    orphans: (count: number) => `아무 노트도 가리키지 않는 노트 ${count}개`,
    deadEnds: (count: number) => `다른 노트를 가리키지 않는 노트 ${count}개`,
    mostLinked: '가장 많이 가리키는 노트',
    from: (count: number) => `노트 ${count}개`,
    unresolved: (count: number, places: number) =>
      `가리키는 곳이 없는 링크 ${places}곳 (가리킨 것 ${count}가지)`,
    none: '(없음)',
    more: (count: number) => `… 그 밖에 ${count}개. 모두 보기: npm run links -- --all`,
  },
  /** `npm run sources`. */
  sources: {
    count: (citations: number, sources: number) => `인용 ${citations}곳, 인용한 출처 ${sources}개`,
    byStrength: '근거의 강도',
    strength: (name: string, citations: number, share: string, sources: number) =>
      `${name}: 인용 ${citations}곳 (${share}), 출처 ${sources}개`,
    byAge: '살핀 지 오래된 출처',
    age: (months: number, checked: string) => `${months}달 전 (${checked})`,
    unsaid: (count: number) => `주의 글(caution)에 없는 수치가 기대는 출처 ${count}개`,
    unused: (count: number) => `어느 노트도 인용하지 않는 출처 ${count}개`,
    none: '(없음)',
    more: (count: number) => `… 그 밖에 ${count}개. 모두 보기: npm run sources -- --all`,
  },
  /** `npm run rename`. */
  rename: {
    usage:
      '쓰는 법: npm run rename -- <노트> <새 이름> [--dry-run]. 노트는 id나 파일 경로로, 새 이름은 파일 이름(model-routing)이나 노트 폴더에서의 경로(폴더/model-routing)로 적습니다.',
    noNote: (name: string, nearest: string | undefined) =>
      `그런 노트가 없습니다: ${name}${nearest === undefined ? '' : `. 혹시 ${nearest}?`}`,
    severalNotes: (name: string, paths: readonly string[]) =>
      `"${name}"에 드는 노트가 여럿입니다: ${paths.join(', ')}. 경로로 적으십시오.`,
    exists: (path: string) => `이미 있는 파일입니다: ${path}. 아무것도 바꾸지 않았습니다.`,
    taken: (id: string, path: string) =>
      fitParticles`id "${id}"은(는) ${path}에서 이미 쓰고 있습니다. 아무것도 바꾸지 않았습니다.`,
    badName: (name: string) =>
      fitParticles`"${name}"은(는) 노트 폴더 안의 파일 이름이 아닙니다. 아무것도 바꾸지 않았습니다.`,
    isHidden: (name: string) =>
      fitParticles`"${name}"은(는) 싣지 않는 곳의 이름입니다(_나 .으로 시작). 아무것도 바꾸지 않았습니다.`,
    badId: (id: string) =>
      `이 모음의 파일 이름은 영문 소문자·숫자·붙임표로 적습니다: ${id}. 아무것도 바꾸지 않았습니다.`,
    noCollection: (folder: string, folders: readonly string[]) =>
      `"${folder}"에는 선언된 모음이 없습니다. 있는 폴더: ${folders.join(', ')}. 아무것도 바꾸지 않았습니다.`,
    moved: (from: string, to: string) => `${from} → ${to}`,
    edited: (path: string, count: number) => `${path}: ${count}곳`,
    done: (places: number, files: number) => `링크와 참조 ${places}곳을 고쳤습니다 (파일 ${files}개).`,
    planned: (places: number, files: number) =>
      `링크와 참조 ${places}곳을 고치게 됩니다 (파일 ${files}개). 아무것도 바꾸지 않았습니다.`,
    redirect: (from: string) => fitParticles`전 주소 /${from}/은(는) 새 주소로 이어집니다.`,
    notRewritten: (path: string, line: number, column: number, written: string) =>
      `${path}:${line}:${column} 손수 고칠 곳: ${written}`,
    restored: (reason: string) => `다 쓰지 못해 되돌렸습니다: ${reason}`,
  },
  /** Why nothing is remembered in the folder that `CACHE_DIR` names. */
  cache: {
    refused: (folder: string, reason: string) =>
      `CACHE_DIR=${folder}에는 쓰지 않습니다: 그 안의 genai-atlas 폴더는 ${reason}. 아무것도 바꾸지 않았습니다`,
    insideContent: '노트 폴더(CONTENT_DIR) 안에 놓입니다',
    insideOutput: '사이트 폴더(OUT_DIR) 안에 놓입니다',
    insideProject: '이 프로젝트의 소스 안에 놓이거나 소스를 품고 있습니다',
    isForeign: (path: string) => `빌드가 만들지 않은 파일이 들어 있습니다(${path}). 다른 폴더를 고르십시오`,
  },
  /** Why the output folder is not touched. */
  output: {
    refused: (folder: string, reason: string) =>
      `OUT_DIR=${folder}에는 만들지 않습니다: ${reason}. 아무것도 바꾸지 않았습니다`,
    danglingLink: (folder: string) => fitParticles`OUT_DIR=${folder}은(는) 없는 폴더를 가리키는 링크입니다`,
    isRoot: '디스크의 뿌리입니다',
    isAddress: '폴더의 경로가 아닙니다. /home/나/site나 site처럼 적으십시오',
    isTilde: '셸이 풀지 않은 ~로 시작합니다. 경로를 모두 적으십시오',
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
    holdsChanged: (paths: readonly string[]) =>
      `빌드가 만든 뒤에 바뀌었거나 이름만 같은 파일이 들어 있습니다(${paths.slice(0, 3).join(', ')}${
        paths.length > 3 ? ` 밖에 ${paths.length - 3}개` : ''
      }). 필요한 것은 다른 곳에 두고 지우십시오`,
    taken: (folder: string, names: readonly string[]) =>
      fitParticles`${folder}에 빌드가 만들지 않은 ${names.join(', ')}이(가) 있어 사이트를 넣지 못했습니다. 다른 곳으로 옮기십시오`,
  },
};

/** What the content check says of notes, data and the declaration. */
export const problems = {
  sectionIds: {
    lockGone: (count: number) =>
      `커밋된 절 id ${count}개가 든 파일이 없어졌거나 비었습니다. 새로 만들지 않았습니다. git checkout HEAD -- section-ids.lock으로 되돌리십시오. 정말 버리려면 지운 채로 커밋하십시오`,
    linesGone: (count: number, ids: readonly string[]) =>
      `커밋된 줄 ${count}개(${ids.join(', ')}${count > ids.length ? ' …' : ''})가 없어 파일을 고쳐 쓰지 않습니다. git checkout HEAD -- section-ids.lock으로 되돌리십시오. 정말 버리려면 지운 채로 커밋하십시오`,
    frozen:
      '절 id가 바뀌었는데 잠금 파일에 없습니다. npm run build를 하고 section-ids.lock을 함께 올리십시오',
  },
  unknownLine: (name: string) =>
    fitParticles`::${name}은(는) 모르는 낱말이라 적힌 대로 싣습니다. 있는 것: ::table, ::diagram`,
  addresses: {
    duplicate: (id: string, other: string) =>
      fitParticles`id "${id}"을(를) ${other}에서 이미 쓰고 있습니다. 파일 이름을 바꾸십시오`,
    moved: (address: string, other: string) =>
      fitParticles`${other}와(과) 주소가 같아 "/${address}/"에 싣습니다. 파일 이름을 바꾸면 달라집니다`,
    taken: (wanted: string, address: string) =>
      `"/${wanted}/"는 사이트가 쓰는 주소라 "/${address}/"에 싣습니다. 파일 이름을 바꾸십시오`,
  },
  faults: {
    steps: {
      read: '읽기',
      outline: '구조 읽기',
      diagram: '도식 읽기',
      render: '쪽 그리기',
      history: '변경 기록 읽기',
      check: '검사',
    },
    tooDeep: '너무 깊이 겹쳐 있습니다',
    unforeseen: (step: string, reason: string) =>
      `${step}에서 예상하지 못한 문제가 생겼습니다(${reason}). 이 노트와 함께 저장소의 이슈로 알려 주십시오`,
    shownAsWritten: '이 노트는 적힌 그대로 싣습니다',
  },
  /** What does not fit the fields that are declared. */
  fields: {
    frontMatter: '앞머리',
    unknown: (key: string, nearest: string | undefined, known: readonly string[]) =>
      `모르는 필드 "${key}"${nearest ? `; 혹시 "${nearest}"?` : known.length ? `; 있는 필드: ${known.join(', ')}` : ''}`,
    oneOf: (name: string, options: readonly string[]) =>
      fitParticles`${name}은(는) ${options.join(', ')} 가운데 하나입니다`,
    missing: (name: string, values?: readonly string[]) =>
      `${fitParticles`필드 "${name}"이(가) 없습니다`}${values?.length ? `. 쓸 수 있는 값: ${values.join(', ')}` : ''}`,
    cutAtHash: (name: string) =>
      fitParticles`YAML은 # 뒤를 주석으로 읽으므로 ${name}은(는) # 앞에서 끝납니다. 글이면 값을 따옴표로 묶습니다`,
    noValue: (name: string, value: string, nearest: string | undefined, known: readonly string[]) =>
      fitParticles`${name}에 "${value}"은(는) 없습니다${nearest ? `; 혹시 "${nearest}"?` : ''}; 쓸 수 있는 값: ${known.join(', ')}`,
    wrongType: (name: string, expected: string, actual: string) =>
      fitParticles`${name}은(는) ${expected}이어야 하는데 ${actual}입니다`,
    inQuotes: '. 따옴표로 감싸세요',
    types: {
      string: '글',
      number: '수',
      int: '정수',
      array: '목록',
      object: '필드 묶음',
      boolean: '참·거짓',
      null: '빈 값',
    },
    noSuchDay: (name: string, value: string) => fitParticles`${name}: ${value}은(는) 없는 날입니다`,
    noDate: (name: string, value: string) =>
      fitParticles`${name}: "${value}"은(는) 날짜(YYYY-MM-DD)가 아닙니다`,
    leftOut: '(싣지 않습니다)',
    listExpected: '목록(- id: …)이어야 합니다',
    idTaken: (id: string, line: number) =>
      fitParticles`id "${id}"을(를) ${line}번째 줄에서 이미 쓰고 있습니다`,
  },
  frontMatter: {
    tooLong: (kilobytes: number) => `${kilobytes} kB보다 길어 읽지 않습니다. 나누거나 줄이십시오`,
    unclosed: '앞머리를 여는 --- 는 있으나 닫는 --- 가 없습니다',
    noFields: '앞머리는 "이름: 값" 줄로 적습니다',
    unreadable: (reason: string) => `YAML을 읽지 못했습니다: ${reason || '너무 깊이 겹쳐 있습니다'}`,
    comma: (value: string) => `{ … } 안에서는 쉼표가 값을 끝냅니다. 값을 따옴표로 감싸십시오: "${value}"`,
    unreadableToml: (reason: string) => `TOML을 읽지 못했습니다: ${reason}`,
    yaml: {
      DUPLICATE_KEY: '같은 이름의 필드가 두 번 있습니다',
      MULTILINE_IMPLICIT_KEY:
        '"이름: 값" 꼴의 줄이 아닙니다. 쌍점 뒤에 빈칸을 두고, 이름에 딸린 것은 그 아래에 들여 씁니다',
      BAD_INDENT: '들여쓰기가 맞지 않습니다',
      TAB_AS_INDENT: '들여쓰기에 탭을 쓸 수 없습니다. 빈칸을 쓰십시오',
      MISSING_CHAR: '따옴표나 괄호를 닫지 않았습니다',
      BAD_SCALAR_START: '값은 이 부호로 시작할 수 없습니다. 따옴표로 감싸십시오',
      BAD_DQ_ESCAPE: '큰따옴표 안의 역빗금은 두 번 적거나, 값을 작은따옴표로 감싸십시오',
      BAD_ALIAS: '값이 * 나 & 로 시작하면 따옴표로 감싸십시오',
      BLOCK_AS_IMPLICIT_KEY: '한 줄에 쌍점(:)이 둘입니다. 값을 따옴표로 감싸십시오',
      BLOCK_IN_FLOW: '{ … } 안의 값에 쌍점(:)이 있습니다. 값을 따옴표로 감싸십시오: { why: "까닭: 설명" }',
      UNEXPECTED_TOKEN: '값이 여기서 이미 끝났습니다. 값 전체를 따옴표로 감싸십시오',
      MULTIPLE_DOCS: '--- 줄이 두 번째 글을 시작합니다. 그 줄을 지우십시오',
      TAG_RESOLVE_FAILED: '꼬리표(!…)는 여기에서 뜻이 없습니다. 지우십시오',
    },
    readAsText: (field: string, type: string, text: string) =>
      fitParticles`${field}은(는) 글이 아니라 ${type}이라 "${text}"(으)로 읽습니다`,
    ignored: (field: string, type: string) => fitParticles`${field}에 ${type}은(는) 쓸 수 없어 싣지 않습니다`,
    emptyItem: (field: string) => `${field}에 빈 항목이 있어 뺍니다`,
    noNumber: (field: string, text: string) =>
      fitParticles`${field}: "${text}"은(는) 수가 아니라 차례에 쓰지 않습니다`,
    noDay: (field: string, text: string) =>
      fitParticles`${field}: "${text}"은(는) 날짜(YYYY-MM-DD)로 읽을 수 없어 싣지 않습니다`,
    noRelation: (field: string) => `${field}: 관계는 { type: …, to: … }로 적습니다`,
    types: { boolean: '참·거짓', list: '목록', fields: '필드 묶음', null: '빈 값', text: '글' },
  },
  folder: {
    misnamed: (name: string, isThere: boolean) =>
      isThere
        ? `읽지 않습니다. 이미 있는 ${name}을 읽습니다`
        : fitParticles`읽지 않습니다. 이름을 ${name}(으)로 바꾸십시오`,
    isEmpty: (others: number) =>
      `노트(.md, .mdx)가 하나도 없습니다${others ? `(다른 파일 ${others}개)` : ''}. CONTENT_DIR이 맞는지 보고, 맞으면 이 폴더에 index.md를 만들어 "# 제목"부터 적으십시오`,
    notOpened: (reason: string) => `폴더나 파일을 열지 못했습니다: ${reason}`,
    leftOut: (reason: string) => `읽지 않고 남겨 둡니다: ${reason}`,
    leadsOut: '노트 폴더 밖을 가리키는 링크입니다. 파일을 폴더 안에 두십시오',
    leadsNowhere: '가리키는 파일이 없습니다',
    leadsInCircles: '제자리를 도는 링크입니다',
    notAFile: '파일도 폴더도 아닙니다',
    sameName: '이름이 같고 글자를 합치는 방식(NFC·NFD)만 다른 파일이 있습니다. 하나의 이름을 바꾸십시오',
    noPermission: '읽기 권한이 없습니다',
    tooLarge: (size: number, most: number) =>
      `노트가 너무 큽니다(${size.toFixed(1)} MB). ${most} MB 아래로 나누십시오`,
    isBinary: '글이 아니라 이진 파일입니다',
    notUtf8: (encoding: string) =>
      fitParticles`UTF-8이 아니라 ${encoding}(으)로 읽었습니다. 편집기에서 UTF-8로 다시 저장하십시오`,
    brokenBytes: (count: number) =>
      `글자가 아닌 바이트가 ${count}곳에 있어 �로 보입니다. 처음 있는 곳이 여기입니다`,
    notRead: (reason: string) => `읽지 못했습니다(${reason})`,
  },
  pictures: {
    fileTooLarge: (path: string, bytes: number) =>
      `"${path}"는 ${bytes / 1024 ** 3} GB보다 커서 싣지 않고, 링크는 글로 남습니다`,
    fileNotRead: (path: string, reason: string) =>
      fitParticles`"${path}"을(를) 싣지 못해 링크를 글자로 둡니다: ${reason}`,
    notShown: (path: string, reason: string) =>
      fitParticles`그림 파일 "${path}"을(를) 보이지 못합니다: ${reason}`,
    cleaned: (path: string, removed: readonly string[]) =>
      fitParticles`그림 파일 "${path}"에서 ${removed.join(', ')}을(를) 빼고 싣습니다: 그림이 스스로 움직이거나 바깥 것을 부를 수 없습니다`,
    isEmpty: '빈 파일입니다',
    isBroken: '깨졌거나 모르는 형식입니다',
    tooLarge: (bytes: number) => `SVG가 ${bytes / 1024 / 1024} MB를 넘습니다`,
    noCopies: (path: string, bytes: number, pixels: number) =>
      fitParticles`그림 파일 "${path}"이(가) 너무 커서(${bytes / 1024 / 1024} MB나 ${pixels / 100_000_000}억 화소를 넘음) 전화기가 열지 못하므로 쪽에 보이지 않고 링크로 싣습니다. 작은 그림을 폴더에 두십시오`,
    notSized: (path: string, reason: string) =>
      fitParticles`그림 파일 "${path}"을(를) 열지 못해 작은 그림 없이 원본을 그대로 싣습니다: ${reason}`,
    noTool: '그림 도구(sharp)가 이 컴퓨터에 없어 작은 그림을 만들지 않고 원본을 그대로 싣습니다',
  },
  idExpected: '노트 id는 영문 소문자·숫자·붙임표로 적습니다',
  urlExpected: 'http(s) 주소가 아닙니다',
  /** A new note that `npm run new` writes. */
  skeleton: {
    summary: '이것이 무엇인지 한 문장으로 적는다.',
    heading: '무엇인가',
  },
  claims: {
    /** Sums that a note does before the reader's eyes rest on what it says it assumes. */
    assumed: /가정|계산 보기|예를 들어|예컨대|셈하면|셈이다/u,
    /** A figure that somebody measured, priced or decreed: a number with a unit, a price, a percentage. */
    figure:
      /(?:[$€₩]\s?\d+(?:[.,]\d+)*|\d[\d,.]*\s?(?:%|퍼센트|억|조\s?원|만\s?(?:명|건|개|원|달러|곳|장)|천만|원(?![가-힣])|달러|유로|[TGMk]?Wh|[GMk]W|W(?![A-Za-z])|[TG]i?B|TFLOPS|톤|CO₂))/u,
    uncited: (figure: string) =>
      `"${figure}"에 출처가 없습니다. 근거가 있으면 [@출처id]를, 셈하여 보인 값이면 ‘가정’이나 ‘계산 보기’라고 밝히십시오`,
  },
  names: {
    aliasIsTitle: (alias: string, other: string) =>
      fitParticles`aliases: "${alias}"은(는) ${other}의 제목입니다. 이름 하나는 노트 하나로 이끕니다`,
  },
  dates: {
    reviewedBefore: (reviewBy: string, asOf: string) =>
      `다음 검토일(${reviewBy})이 기준일(${asOf})보다 앞섭니다`,
    toCome: (field: string, day: string) =>
      `${field}: ${day}은 아직 오지 않은 날입니다. 확인한 날을 적으십시오`,
    checkedBefore: (date: string, checked: string) =>
      `date: 나온 날(${date})이 확인한 날(checked: ${checked})보다 늦습니다`,
    overdue: (reviewBy: string) =>
      `검토할 날(${reviewBy})이 지났습니다. 내용을 다시 확인하고 asOf와 reviewBy를 고치십시오`,
  },
  chosenIds: {
    badForm: (id: string) => fitParticles`절 id "${id}"은(는) 영문자로 시작해 영문·숫자·붙임표만 씁니다`,
    taken: (id: string, place: string) => fitParticles`절 id "${id}"은(는) ${place}에서 이미 쓰고 있습니다`,
    emptyHeading: '제목에 글이 없어 목차와 검색에 나오지 않습니다',
  },
  emptyText: '비어 있습니다',
  oneLine: '한 줄로 적습니다',
  dayExpected: '날짜는 있는 날을 YYYY-MM-DD로 적습니다',
  monthExpected: '날짜는 YYYY-MM-DD 또는 YYYY-MM으로 적습니다',
  yearExpected: '날짜는 YYYY, YYYY-MM, YYYY-MM-DD로 적습니다',
  /** What is wrong in `atlas.yaml`. */
  subject: {
    collection: '모음',
    role: '역할',
    value: '값',
    path: '경로',
    note: '노트',
    unreadable: (reason: string, hasLast: boolean) =>
      `atlas.yaml을 읽지 못했습니다${reason ? `: ${reason}` : ''}. 고칠 때까지 ${hasLast ? '마지막으로 읽힌 선언을 따릅니다' : '선언이 없는 폴더로 읽습니다'}`,
    noMapping: '"이름: 값" 줄로 적습니다',
    noName: '이름은 글 하나입니다. 목록이나 여러 줄은 이름이 될 수 없습니다',
    twice: (key: string) => fitParticles`"${key}"이(가) 두 번 적혀 있습니다. 뒤의 것을 씁니다`,
    unknownKey: (key: string, nearest: string | undefined, known: readonly string[]) =>
      `모르는 이름 "${key}"${nearest ? `; 혹시 "${nearest}"?` : known.length ? `; 있는 이름: ${known.join(', ')}` : ''}`,
    badValue: (
      key: string,
      value: string,
      nearest: string | undefined,
      allowed: readonly string[],
      forms: readonly string[],
    ) =>
      `${key ? `${key}에 ` : ''}쓸 수 없는 값입니다: ${value}${nearest ? `; 혹시 "${nearest}"?` : ''}${allowed.length ? `; 쓸 수 있는 값: ${allowed.join(', ')}` : ''}${forms.length ? `; 적는 꼴: ${forms.join(' 또는 ')}` : ''}`,
    /** How a value is written, by the type that is expected. */
    forms: {
      string: '글 하나',
      url: '주소 https://…',
      number: '수',
      boolean: 'true나 false',
      array: '목록 [가, 나]',
      tuple: '둘 [가는 쪽, 오는 쪽]',
      map: '이름마다 그에 딸린 것 { 하나: …, 다른 것: … }',
      entry: '제목과 그 경로 { 제목: 경로 }',
      keys: (known: readonly string[]) => `{ 이름: 값 }, 쓸 수 있는 이름: ${known.join(', ')}`,
    },
    nameless: (key: string, keys: readonly string[]) =>
      `${key}에 이름이 빠졌습니다: ${keys.join(', ')}. 적는 꼴: ${key}: { 이름: { ${keys.map((one) => `${one}: …`).join(', ')} } }`,
    namelessItem: (key: string, keys: readonly string[], nameKey: string) =>
      `${key}의 이 항목에 이름이 없습니다. ${keys.join(', ')} 옆에 "${nameKey}: 이름"을 적으십시오`,
    indent: (name: string, keys: readonly string[]) =>
      fitParticles`${keys.join(', ')}은(는) "${name}"에 딸린 것이라 그보다 들여 씁니다`,
    commentedColour: (key: string, colour: string) =>
      `${key}: 여기서 #은 주석의 시작입니다. 색을 따옴표에 넣으십시오: "${colour}"`,
    badMerge: '<<에는 *…가 가리키는 것(map 하나나 그 목록)만 둡니다',
    /** Keys of `atlas.yaml` as people say them, each with a name that holds or means the same. */
    spoken: {
      제목: 'title',
      이름: 'label',
      이름표: 'label',
      라벨: 'label',
      영문: 'english',
      설명: 'description',
      소개: 'story',
      언어: 'language',
      주소: 'url',
      첫화면: 'home',
      홈: 'home',
      모음: 'collections',
      갈래: 'collections',
      분류: 'collections',
      필드: 'fields',
      속성: 'fields',
      관계: 'relations',
      출처: 'sources',
      종류: 'type',
      유형: 'type',
      선택지: 'options',
      보기: 'options',
      목록: 'list',
      필수: 'required',
      기본값: 'default',
      표시: 'show',
      폴더: 'folder',
      색: 'hue',
      색깔: 'hue',
      역할: 'roles',
      표: 'tables',
      열: 'columns',
      칸: 'columns',
      묶음: 'group',
      지도: 'map',
      도식: 'map',
      선: 'edges',
      용어집: 'glossary',
      경로: 'paths',
      노트: 'notes',
      시작: 'start',
      역: 'inverse',
      무게: 'weight',
      차례: 'order',
    } as Partial<Record<string, string>>,
    tooDeep: '괄호가 너무 깊이 겹쳐 있습니다',
    holdsItself: '별칭(*…)이 제가 가리키는 것 안에 있습니다',
    tooManyAliases: '별칭(*…)이 되풀이하는 것이 너무 많습니다',
    markup: (key: string, text: string) =>
      `${key}: 표시는 적은 그대로 보이며, 여기에는 쓰지 않습니다: ${text}`,
    noAnchor: (name: string) => `*${name}의 자리에 올 것이 없습니다. 그 위에 &${name} 표시가 있어야 합니다`,
    noLanguage: (wanted: string, known: readonly string[], used: string) =>
      `"${wanted}" 화면은 없습니다; 있는 것: ${known.join(', ')}. 고칠 때까지 ${used} 화면으로 보입니다`,
    badDefault: (value: string, type: string) => `default: ${value}: ${type} 값이 아닙니다`,
    unknownName: (what: string, wanted: string, nearest: string | undefined, known: readonly string[]) =>
      fitParticles`"${wanted}"(이)라는 ${what}이(가) 없습니다${nearest ? `; 혹시 "${nearest}"?` : known.length ? `; 있는 것: ${known.join(', ')}` : ''}`,
    noMap: (name: string) => `모음 "${name}"에 map이 없습니다`,
    noInverse: (type: string) =>
      `"${type}"의 두 쪽 이름표가 다른데 inverse가 없습니다. 저쪽에서 본 이름을 inverse로 적으십시오`,
    inverseTaken: (type: string) => fitParticles`inverse "${type}"은(는) 이미 있는 관계의 이름입니다`,
    noBackLabel: (type: string, inverse: string) =>
      `"${type}"의 이름표가 하나뿐입니다. "${inverse}"의 이름표를 함께 적으십시오: label: [이쪽, 저쪽]`,
    takenName: (name: string) =>
      fitParticles`"${name}"은(는) 모음 이름으로 쓸 수 없습니다. 다른 이름을 쓰고 folder를 적으십시오`,
    badFolder: (folder: string) =>
      fitParticles`폴더 "${folder}"은(는) 쓸 수 없습니다. 노트 폴더 안의 상대 경로를 적으십시오`,
    takenAddress: (folder: string) =>
      fitParticles`"/${folder}/"은(는) 사이트가 쓰는 주소입니다. 다른 폴더를 쓰십시오`,
    sameFolder: (folder: string, owner: string) =>
      fitParticles`폴더 "${folder}"은(는) 모음 "${owner}"의 것입니다`,
    noFolder: (folder: string, nearest: string) => `폴더 "${folder}"에 노트가 없습니다; 혹시 "${nearest}"?`,
    sameTable: (name: string) => fitParticles`표 "${name}"이(가) 두 번 선언되어 있습니다`,
    fieldIsRelation: (name: string) => `필드 "${name}"의 이름이 관계의 이름과 같습니다`,
    fieldIsProperty: (name: string) =>
      fitParticles`"${name}"은(는) 본래 있는 속성이라 필드로 선언할 수 없습니다`,
    builtInKey: (name: string, key: string) =>
      fitParticles`"${name}"은(는) 본래 있는 속성이라 required만 적을 수 있습니다(${key})`,
    badFieldName: (name: string) => fitParticles`"${name}"은(는) 필드 이름으로 쓸 수 없습니다`,
    noOptions: (name: string) => `고르는 필드 "${name}"에 options가 없습니다`,
    noFields: (name: string) => `묶음 필드 "${name}"에 fields가 없습니다`,
    noList: (name: string) => fitParticles`rows의 "${name}"은(는) 목록(list: true)이 아닙니다`,
    noStoreys: 'strata에는 고르는 필드(type: select)를 가리키는 group이 있어야 합니다',
    betweenNeedsStrata: 'between은 kind: strata에서만 씁니다',
    edgeWithoutEnd: '선에 from, to, between 가운데 하나가 있어야 합니다',
    noColour: (text: string) =>
      fitParticles`"${text}"은(는) 색이 아닙니다. 0–360의 각도나 CSS 색을 적으십시오`,
    noType: (text: string) =>
      fitParticles`jsonld: "${text}"은(는) schema.org의 유형이 아닙니다. 유형은 대문자로 시작합니다: Product, HowTo`,
    asTwice: (name: string, other: string, as: string) =>
      `"${name}", "${other}" 두 필드에 모두 as: ${as}가 있습니다. 노트마다 하나만 둘 수 있습니다`,
    oneEnd: '선에는 from이나 to 가운데 하나만 적습니다. 둘 다 필요하면 선을 둘로 나누십시오',
    sameEnds: (value: string) => fitParticles`between이 "${value}"을(를) 저 자신과 잇습니다`,
    noContrast: (scheme: 'light' | 'dark', corrected: string) =>
      fitParticles`${scheme === 'light' ? '밝은' : '어두운'} 바탕에서 글로 읽을 수 없는 색이라 ${corrected}(으)로 바꿉니다`,
    turnedHue: (written: string, turned: number) =>
      fitParticles`hue: ${written}은(는) 0–360의 각도가 아닙니다. ${String(turned)}(으)로 읽습니다`,
    similarFolder: (folder: string, other: string) =>
      fitParticles`폴더 "${folder}"와(과) "${other}"은(는) 대소문자만 다릅니다. 둘을 하나로 보는 디스크와 호스트가 많으니 하나의 이름을 바꾸십시오`,
    sameLabel: (name: string, label: string, other: string) =>
      fitParticles`"${name}"와(과) "${other}"의 이름표가 "${label}"(으)로 같아 독자가 가려 볼 수 없습니다. 하나를 바꾸십시오`,
    ownInverse: (type: string) =>
      `"${type}"의 inverse가 저 자신입니다. 양쪽에서 똑같이 읽히며 이름표도 하나이니 inverse를 빼십시오`,
    badRelationName: (name: string) => fitParticles`"${name}"은(는) 관계 이름으로 쓸 수 없습니다`,
    weightRange: (weight: number, most: number) =>
      fitParticles`weight: ${String(weight)}은(는) 0–${String(most)} 밖입니다. 가까운 값을 씁니다`,
    idleKey: (key: string, place: string) =>
      fitParticles`${key}은(는) 여기서 아무 일도 하지 않습니다. ${place}에 딸린 것입니다`,
    emptyPath: (name: string) => `경로 "${name}"에 노트가 없습니다`,
    twiceInPath: (note: string) => fitParticles`"${note}"이(가) 이 경로에 두 번 있습니다`,
    hidden: (key: string) => `${key}: 보이지 않는 글자는 빼고 읽습니다`,
    isFolder: (name: string) =>
      fitParticles`"${name}"이(가) 파일이 아니라 폴더입니다. 주제는 이 이름의 파일에 선언합니다`,
    badClass: (name: string) =>
      fitParticles`class "${name}"은(는) 영문자로 시작하는 영문자·숫자·붙임표로 적습니다`,
    classTaken: (name: string) => fitParticles`class "${name}"은(는) 이미 쓰고 있는 이름입니다`,
  },
  visibility: {
    doubtful: (field: string) =>
      `${field}의 값이 참·거짓이 아니어서 싣지 않습니다. 실으려면 ${field}: false라고 적거나 지우십시오`,
  },
  links: {
    settings: (path: string) =>
      `"${path}"는 도구의 설정이나 열쇠로 보이는 이름인데, 링크가 있어 사이트에 실립니다. 남이 보아도 되는지 살피십시오`,
    withheld: (path: string, published: readonly string[]) =>
      fitParticles`"${path}"은(는) 싣지 않는 종류의 파일이라 링크를 글로 바꿉니다. 싣는 것: ${published.join(' ')}`,
    toHeldNote: (url: string) => fitParticles`"${url}"은(는) 싣지 않는 노트라 링크를 글로 바꿉니다`,
    unsafeScheme: (scheme: string) => `${scheme}: 주소는 걸 수 없어 글로 바꿉니다`,
    emptyAddress: (text: string) => `"${text}"의 주소가 비어 있습니다`,
    noNote: (wanted: string, nearest?: string) =>
      fitParticles`"${wanted}"(이)라는 노트가 없습니다${nearest ? `; 혹시 "${nearest}"?` : ''}`,
    noSection: (title: string, anchor: string, nearest: string | undefined, known: readonly string[]) =>
      `"${title}" 노트에 "#${anchor}" 절이 없습니다${nearest ? `; 혹시 "#${nearest}"?` : known.length ? `; 있는 절: ${known.join(', ')}` : ''}`,
    outsideImage: '바깥 그림은 싣지 않고 링크로 바꿉니다. 그림 파일을 노트 옆에 두십시오',
    noImage: (url: string, nearest?: string) =>
      fitParticles`그림 파일 "${url}"이(가) 없습니다${nearest ? `; 혹시 "${nearest}"?` : ''}`,
    noAlternative: '그림에 대체 글이 없습니다(![대체 글](…))',
  },
  references: {
    noNote: (field: string, id: string, nearest?: string) =>
      fitParticles`${field}: "${id}"(이)라는 노트가 없습니다${nearest ? `; 혹시 "${nearest}"?` : ''}`,
    noNode: (node: string) => fitParticles`click: 그림에 "${node}"(이)라는 노드가 없습니다`,
    noSource: (id: string, nearest?: string) =>
      fitParticles`"${id}"(이)라는 출처가 없습니다${nearest ? `; 혹시 "${nearest}"?` : ''}`,
    noSection: (id: string, section: string, nearest?: string) =>
      fitParticles`relations: "${id}"에 "${section}"(이)라는 절이 없습니다${nearest ? `; 혹시 "${nearest}"?` : ''}`,
    otherCollection: (field: string, id: string, expected: string, actual: string) =>
      fitParticles`${field}: "${id}"은(는) ‘${actual}’의 노트입니다. 여기에는 ‘${expected}’의 노트를 적습니다`,
    wrongStart: (type: string, collections: string) =>
      fitParticles`관계 "${type}"은(는) ‘${collections}’의 노트에만 적습니다`,
    wrongEnd: (type: string, id: string, collections: string) =>
      fitParticles`관계 "${type}"은(는) ‘${collections}’의 노트로만 이어집니다("${id}")`,
    citedInHeading: '제목에는 인용을 달지 않습니다. 근거가 필요한 문장 끝으로 옮기십시오',
    noSources: '출처가 하나도 없습니다',
    selfRelation: '노트가 자기 자신과 관계를 맺을 수 없습니다',
    relationTwice: (relation: string) => fitParticles`관계 "${relation}"이(가) 두 번 적혀 있습니다`,
    bothWays: (id: string, type: string, inverse: string) =>
      fitParticles`"${id}"와의 ${type}와(과) ${inverse}은(는) 함께 참일 수 없습니다`,
    circle: (name: string, loop: string) => fitParticles`${name}이(가) 돕니다: ${loop}`,
    definedTwice: (word: string, owner: string) =>
      fitParticles`"${word}"은(는) ${owner}에도 있습니다. 한 낱말은 한 곳에서만 풀이합니다`,
    wrongWord: (word: string, standard: string) =>
      fitParticles`"${word}" 대신 표준 표기인 "${standard}"을(를) 따라 쓰십시오`,
    unknownKind: (kind: string, nearest: string | undefined, known: readonly string[]) =>
      fitParticles`kind에 "${kind}"은(는) 없습니다${nearest ? `; 혹시 "${nearest}"?` : ''}; 쓸 수 있는 값: ${known.join(', ')}`,
    noBlock: (name: string, of: string, nearest: string | undefined, known: readonly string[]) =>
      fitParticles`::${name}{of="${of}"}은(는) 없습니다${nearest ? `; 혹시 "${nearest}"?` : ''}. 있는 것: ${known.join(', ') || '없음'}`,
    heldNote: (field: string, id: string) =>
      fitParticles`${field}: "${id}"은(는) 싣지 않거나 목록에 없는 노트라 잇지 않습니다`,
  },
  canvas: {
    unreadable: 'JSON Canvas로 읽을 수 없어 싣지 않습니다',
    database: '노션 데이터베이스를 표로 읽지 못해 싣지 않습니다',
    excalidraw:
      'Excalidraw 그림은 그리지 않고 그 안의 글과 파일만 싣습니다. 그림으로 내보낸 SVG나 PNG를 넣으면 보입니다',
    base: 'Obsidian의 .base(데이터베이스 보기)는 지원하지 않아 싣지 않습니다',
    other: (ending: string, count: number) =>
      `${ending} 파일은 Markdown이 아니라 쪽이 되지 않습니다${count > 1 ? `(${count}개)` : ''}`,
  },
  conventions: {
    unreadable: '읽을 수 없는 파일이라 쓰지 않습니다',
  },
  marks: {
    docstrings: (name: string, count: number) =>
      count === 1
        ? `MkDocs가 노트에 없는 코드에서 ${name}의 설명을 만드는 자리라 이름만 싣습니다`
        : `MkDocs가 노트에 없는 코드에서 설명을 만드는 자리가 ${count}곳이라 이름만 싣습니다: ${name} …`,
    autorefs: (count: number) =>
      `MkDocs가 코드에서 만드는 곳을 가리키는 참조 ${count}개는 여기서 가리킬 곳이 없어 글만 싣습니다`,
    asWritten: (name: string, written: string, count: number) =>
      fitParticles`${name}은(는) 여기서 뜻이 없어 적힌 대로 싣습니다: ${written}${count > 1 ? ` (모두 ${count}곳)` : ''}`,
    names: {
      hugo: 'Hugo 쇼트코드',
      jekyll: 'Jekyll(Liquid) 태그',
      logseq: 'Logseq 매크로',
      blockReference: 'Logseq 블록 참조',
      snippet: '노트에 없는 파일을 넣는 MkDocs 스니펫',
      icon: 'MkDocs 아이콘',
      include: '파일 끼우기',
      definitionList: '정의 목록(이름 아래의 : 줄)',
      templater: 'Templater 명령',
      metaBind: 'Meta Bind 입력칸',
      inlineQuery: '줄 안의 Dataview 질의',
      citation: '출처 목록이 없는 인용',
    },
  },
  embeds: {
    circle: (path: string) => fitParticles`${path}이(가) 자기 자신을 끼우게 되어 링크로 바꿉니다`,
    tooMany: (path: string) => fitParticles`끼운 노트가 너무 깊거나 많아 ${path}은(는) 링크로 바꿉니다`,
    noPartial: (url: string) => fitParticles`"${url}"을(를) 이 폴더에서 찾지 못해 끼우지 못했습니다`,
    nothing: (target: string) => `"${target}"에 끼울 절이나 블록이 없어 링크로 바꿉니다`,
  },
  maths: {
    unreadable: (fault: string) => {
      const why = fault.endsWith('…')
        ? `‘${fault}’ 뒤에 닫는 괄호나 \\end가 없습니다`
        : fitParticles`‘${fault}’을(를) 읽을 수 없습니다`;
      return `수식을 읽지 못해 적힌 대로 싣습니다${fault ? `: ${why}` : ''}`;
    },
    leaves: '수식이 제자리를 벗어나 쪽의 다른 부분을 덮게 되어, 적힌 대로 보입니다',
    tooMuch: (most: number, count: number) =>
      `이 노트의 수식이 ${most.toLocaleString('ko-KR')}자를 넘어 여기부터 ${count}개는 적힌 대로 싣습니다. 노트를 나누십시오`,
  },
  wikilinks: {
    bar: (target: string) => `표 안에서 [[${target}|…]]의 |는 \\|로 적습니다. 나뉜 칸을 다시 이었습니다`,
    many: (count: number, wanted: readonly string[]) =>
      `없는 노트를 가리키는 [[…]]가 ${count}곳입니다: ${wanted.join(', ')}${wanted.length < count ? ' …' : ''}`,
  },
  code: {
    query: (language: string, count: number) =>
      `${language} 질의${count > 1 ? ` ${count}개` : ''}는 여기서 돌지 않으므로 쓰인 그대로 접어 싣습니다. 결과를 표나 목록으로 옮겨 쓰십시오`,
    loops: (count: number) =>
      `Liquid 반복${count > 1 ? ` ${count}개를` : '을'} 여기서 돌리지 않고 쓰인 그대로 접어 싣습니다. 결과를 표나 목록으로 옮겨 쓰십시오`,
  },
  boxes: {
    ofCode: (name: string) => fitParticles`:::${name}은(는) 여기서 모르는 상자라 그 안의 코드만 싣습니다`,
    stray: (line: string) => `"${line}" 줄은 상자를 열지도 닫지도 않아 글로 싣습니다`,
    unknown: (name: string, known: readonly string[]) =>
      fitParticles`:::${name}은(는) 모르는 상자라 적힌 대로 싣습니다. 있는 것: ${known.join(', ')}`,
    unclosed: (name: string) =>
      fitParticles`:::${name}을(를) 닫는 ::: 줄이 없어 다음 제목 앞에서(제목이 없으면 끝에서) 닫습니다`,
    closedInLine: '상자를 닫는 :::는 한 줄에 따로 적습니다. 여기서 닫았습니다',
  },
  html: {
    dropped: (name: string, lines: number) =>
      fitParticles`<${name}>은(는) 그 안의 것까지 싣지 않습니다${lines > 1 ? `(${lines}줄)` : ''}`,
    hidden: (name: string, lines: number) =>
      fitParticles`화면에 보이지 않게 한 <${name}>은(는) 그 안의 것까지 싣지 않습니다${lines > 1 ? `(${lines}줄)` : ''}. 보이게 하려면 hidden이나 스타일을 빼십시오`,
    unwrapped: (name: string) => `<${name}> 태그는 빼고 그 안의 글만 싣습니다`,
    frame: (url: string) => `다른 사이트를 끼워 넣지 않고 링크로 바꿉니다: ${url}`,
    removed: (names: readonly string[], attributes: readonly string[], count: number) =>
      `${names.map((name) => `<${name}>`).join(', ')}에서 뺀 속성: ${attributes.join(', ')}${count > 1 ? ` (모두 ${count}곳)` : ''}`,
    unclosed: (name: string) => fitParticles`<${name}>을(를) 닫는 </${name}>이(가) 없어 이 문단에서 닫습니다`,
    shownAsText: (name: string) =>
      fitParticles`<${name}>을(를) 닫는 </${name}>이(가) 없어 글로 싣습니다. 글이면 \`<${name}>\`로 적으십시오`,
    unknown: (name: string, count: number) =>
      fitParticles`<${name}>은(는) HTML 요소도 여기의 컴포넌트도 아니라 쓴 그대로 보입니다${count > 1 ? `(${count}곳)` : ''}. 뜻하는 글을 쓰십시오`,
    outsideMedia: (url: string) => `바깥 소리·영상은 싣지 않습니다. 파일을 노트 옆에 두십시오: ${url}`,
    strayClosing: (name: string) => fitParticles`</${name}>에 맞는 <${name}>이(가) 없어 뺍니다`,
  },
  markdown: {
    tooMuch: (lines: number) =>
      `표시가 너무 많아 여기부터 ${lines}줄을 적힌 그대로 싣습니다. 문단이나 노트를 나누십시오`,
    tooDeep: (levels: number) => `${levels}겹보다 깊은 인용·목록·강조는 풀어 싣습니다`,
    surplusCells: (columns: number, cells: number) =>
      `표의 머리는 ${columns}칸인데 이 줄은 ${cells}칸이라 칸을 늘렸습니다. 칸 안의 |는 \\|로 적습니다`,
    uncalledFootnote: (label: string) =>
      fitParticles`본문에서 각주 [^${label}]을(를) 부르지 않아 제자리에 싣습니다`,
    doubleFootnote: (label: string) => `각주 [^${label}]의 풀이가 둘이라 이것은 제자리에 싣습니다`,
    doubleDefinition: (label: string) => `"[${label}]:"의 주소가 둘이라 앞의 것만 씁니다`,
    uncalledDefinition: (label: string) => `"[${label}]:"을 본문에서 부르지 않아 그 제목이 나오지 않습니다`,
    unusedDefinition: (label: string) =>
      fitParticles`"[${label}]:"은(는) 쓰지 않는 주소 줄의 꼴이지만 주소가 아니라 글로 싣습니다`,
  },
  mdx: {
    syntax: (reason: string) => `MDX 문법이 맞지 않습니다: ${reason}`,
    notMdx: (line: string) =>
      `MDX로 읽을 수 없어 적힌 대로 싣습니다: ${line} — 글이면 { 와 < 앞에 \\를 적거나 \`…\`로 감싸고, 주석은 {/* … */}로 적으십시오`,
    readAsMarkdown: 'MDX로 읽을 수 없는 곳이 많아 이 노트를 Markdown으로 읽습니다',
    noCode: (line: string) => `노트의 코드는 실행하지 않습니다. 이 줄을 지우십시오: ${line}`,
    noExpression: (code: string) =>
      fitParticles`{…} 안에는 "글"이나 숫자만 쓸 수 있어 ${code}을(를) 뺐습니다. 값을 그대로 적으십시오`,
    noComponent: (name: string, nearest?: string) =>
      fitParticles`<${name}>은(는) 모르는 컴포넌트라 그 안의 글만 싣습니다${nearest ? `. 혹시 <${nearest}>?` : ''}`,
    unboundName: (code: string) =>
      fitParticles`${code}은(는) 이 노트에 없는 이름이라 쓰인 그대로 싣습니다. 글이면 \\{ 로 적으십시오`,
  },
  comments: {
    unclosed: (opening: string, closing: string, lines: number, toTheEnd: boolean) =>
      `여기서 시작한 주석 ${opening}을 닫는 ${closing}가 없어 ${toTheEnd ? `노트 끝까지 ${lines}줄을` : '이 문단의 나머지를'} 싣지 않습니다`,
    hidden: (written: string) =>
      `${written} 사이를 주석으로 읽어 싣지 않습니다. 글이면 백틱으로 감싸거나 앞에 \\를 적으십시오`,
    shown: (written: string) =>
      fitParticles`주석처럼 보이는 ${written}을(를) 적힌 대로 싣습니다. 감추려면 <!-- … -->로 적고, 글이면 백틱으로 감싸십시오`,
    literal: '짝이 없는 %%는 주석이 아니라 글로 싣습니다. 주석이면 뒤에 %%를 적어 닫으십시오',
  },
};

/** What is said of section ids and their lock. */
export const sections = {
  kinds: { section: '절', figure: '그림', table: '표' },
  taken: (id: string, place: { note: string; kind: string; name: string; isFormer: boolean }) =>
    fitParticles`절 id "${id}"은(는) 노트 ${place.note}의 ${place.kind}${place.name ? ` "${place.name}"` : ''}의 ${
      place.isFormer ? '예전 ' : ''
    }id라 쓸 수 없습니다. 다른 id를 고르십시오`,
  hidden: (id: string, name: string, ofName: string) =>
    fitParticles`절 id "${id}"은(는) 절 "${name}"(${ofName})의 제목에서 나오는 앵커와 같아 그 링크를 가로챕니다. 다른 id를 고르십시오`,
  noteGone: (name: string, id: string) =>
    `노트가 사라졌습니다: "${name}"(${id}). 이어받을 노트를 정하십시오: npm run ids -- retire note:${id} <이어받을 노트 id>`,
  successor: '<이어받을 절이나 노트 id>',
  gone: (
    place: { note: string; kind: string; name: string; id: string; canRename: boolean },
    target: string,
  ) =>
    `노트 ${place.note}의 ${place.kind} ${place.name ? `"${place.name}"(${place.id})` : place.id} 링크가 끊깁니다. ${
      place.canRename ? `바뀐 제목이 있으면 그 끝에 {#${place.id}}를 적고, 없앴다면 ` : ''
    }이어받을 곳을 정하십시오: npm run ids -- retire ${place.id} ${target}`,
  noSuccessor: (id: string, wanted: string, asked: string) =>
    fitParticles`"${id}"을(를) 이어받을 "${wanted}"이(가) 없습니다: npm run ids -- retire ${asked} <이어받을 절이나 노트 id>`,
  circle: (target: string, id: string) =>
    fitParticles`"${target}"은(는) 다시 "${id}"(으)로 이어집니다. 다른 곳을 고르십시오`,
  goesToo: (target: string, note: string) =>
    `"${target}"도 없어지는 노트 "${note}"에 있습니다. 다른 곳을 고르십시오`,
  unknown: (id: string, nearest: string | undefined, name: string) =>
    fitParticles`잠금 파일에 "${id}"이(가) 없습니다${nearest === undefined ? '' : `. 혹시 "${nearest}"(${name})?`}`,
  usage: '쓰는 법: npm run ids -- retire <없앤 id> [<없앤 id> …] <이어받을 절이나 노트 id>',
  repaired: (count: number) => (count ? `${count}곳을 고쳤습니다` : '고칠 것이 없습니다'),
  notOpened: (path: string, reason: string) => fitParticles`${path}을(를) 열지 못했습니다: ${reason}`,
  lines: {
    more: (count: number) => `이 줄부터 ${count}줄이 더 잘못되었습니다. 커밋된 파일로 되돌리십시오`,
    noJson: 'JSON이 아닙니다',
    noObject: '{…}가 아닙니다',
    wrong: (name: string) => `${name} 값이 잘못되었습니다`,
    noId: 'id가 없습니다',
    noAddress: 'address가 없습니다',
    noKind: '모르는 kind입니다',
    noNote: 'note나 texts가 없습니다',
    newer: (version: number) =>
      `더 새로운 형식(${version})의 잠금 파일이라 고쳐 쓰지 않습니다. 이 프로젝트를 최신으로 올리십시오`,
    unreadable: (reason: string) => `읽을 수 없는 줄입니다(${reason}). 이 줄을 커밋된 내용으로 되돌리십시오`,
    twice: (id: string, line: number) =>
      fitParticles`id "${id}"이(가) ${line}번째 줄과 다르게 적혀 있습니다. 두 줄을 하나로 합치십시오: npm run ids -- repair`,
    clash: (id: string, line: number) =>
      fitParticles`id "${id}"을(를) ${line}번째 줄의 다른 곳도 씁니다. 한 줄만 남기십시오. 지운 쪽은 새 id를 받습니다`,
    merging: '합치다 만 자국이 있습니다. 두 쪽의 줄을 모두 남기고 표시만 지우십시오: npm run ids -- repair',
  },
};

/** Diagrams in words, their types, and what is wrong in a Mermaid source. */
export const diagrams = {
  /** What each of Mermaid's kinds is called; `railroad` and `other` stand for those without a name. */
  types: {
    'flowchart-v2': '흐름도',
    'flowchart-elk': '흐름도',
    flowchart: '흐름도',
    agentflow: '에이전트 흐름도',
    swimlane: '구간별 흐름도',
    sequence: '시퀀스 다이어그램',
    class: '클래스 다이어그램',
    classDiagram: '클래스 다이어그램',
    state: '상태도',
    stateDiagram: '상태도',
    er: '개체 관계도',
    gantt: '간트 차트',
    pie: '원그래프',
    quadrantChart: '사분면 차트',
    mindmap: '마인드맵',
    timeline: '연표',
    xychart: '그래프',
    sankey: '생키 다이어그램',
    block: '블록 다이어그램',
    architecture: '구성도',
    packet: '패킷 구조도',
    kanban: '칸반 보드',
    radar: '방사형 그래프',
    treemap: '트리맵',
    c4: 'C4 다이어그램',
    requirement: '요구사항 다이어그램',
    gitGraph: '커밋 그래프',
    journey: '사용자 여정',
    venn: '벤 다이어그램',
    ishikawa: '원인 결과도',
    treeView: '나무 그림',
    eventmodeling: '이벤트 모델',
    wardley: '워들리 맵',
    cynefin: '커네빈 틀',
    usecase: '유스케이스 다이어그램',
    railroad: '문법 도식',
    other: '도식',
  },
  /** A diagram in sentences. */
  text: {
    states: ['상태', '다음 상태', '조건'],
    note: (about: string, text: string) => `메모${about ? `(${about})` : ''}: ${text}`,
    /** `6개 항목과 5개 연결로 된 흐름도입니다.` */
    graph: (type: string, groups: number, nodes: number, edges: number, isStates: boolean) => {
      const counts = [
        ...(groups > 0 ? [`${groups}개 묶음`] : []),
        `${nodes}개 ${isStates ? '상태' : '항목'}`,
        ...(edges > 0 ? [`${edges}개 ${isStates ? '전이' : '연결'}`] : []),
      ];
      const last = counts.at(-1) ?? '';
      const others = counts.slice(0, -1);
      const joined =
        others.length > 0
          ? `${[...others.slice(0, -1), attachParticle(others.at(-1) ?? '', '와/과')].join(', ')} ${last}`
          : last;
      return `${attachParticle(joined, '으로/로')} 된 ${type}입니다.`;
    },
    starts: (labels: readonly string[]) => `시작: ${labels.join(', ')}`,
    ends: (labels: readonly string[]) => `끝: ${labels.join(', ')}`,
    forks: (count: number) => `갈림: ${count}곳`,
    roles: { start: '시작', end: '끝', choice: '갈림', fork: '나뉘고 모이는 곳' },
    unnamedGroup: '이름 없는 묶음',
    edge: (label: string, target: string, directed: boolean, isTwoWay: boolean) =>
      `${label ? `${label}: ` : ''}${attachParticle(target, directed && !isTwoWay ? '으로/로' : '와/과')} ${isTwoWay ? '양쪽으로 ' : ''}이어집니다`,
    otherwise: '그 밖에',
    message: (from: string, to: string, text: string, reply: boolean) =>
      `${attachParticle(from, '이/가')} ${from === to ? '스스로' : `${to}에게`}${reply ? ' 응답' : ''}${text ? `: ${text}` : ''}`,
    sequence: (names: readonly string[], count: number, type: string) =>
      `${attachParticle(names.join(', '), '이/가')} 메시지 ${count}개를 주고받는 ${type}입니다.`,
    tree: (root: string, branches: number, items: number, type: string) =>
      `${attachParticle(`‘${root}’`, '을/를')} ${branches}갈래, 모두 ${items}개 항목으로 나눈 ${type}입니다.`,
    ordered: (items: number, type: string) => `${items}개 항목이 차례로 이어지는 ${type}입니다.`,
    groups: (groups: number, items: number, type: string) =>
      `${groups}묶음, 모두 ${items}개 항목을 담은 ${type}입니다.`,
    table: (rows: number, columns: readonly string[], type: string) =>
      `${rows}개 항목을 ${attachParticle(columns.join(', ') || '값', '으로/로')} 보인 ${type}입니다.`,
    texts: (count: number, type: string) => `${count}개 글귀를 담은 ${type}입니다.`,
  },
  /** Parts of a diagram that Mermaid knows by a keyword. */
  parts: {
    item: '항목',
    value: '값',
    share: '비율',
    kinds: { bar: '막대', line: '선' },
    across: '가로',
    upright: '세로',
    place: '자리',
    meaning: '뜻',
    axis: '축',
    flow: ['출발', '도착', '양'],
    packet: ['비트', '내용'],
    journey: ['단계', '할 일', '만족도', '누가'],
    gantt: ['구분', '일', '시작', '끝', '상태'],
    states: { done: '마침', active: '진행 중', crit: '중요', milestone: '이정표' },
    wardley: ['요소', '보이는 정도', '진화'],
    dependencies: ['요소', '기대는 것'],
    notes: '메모',
    events: ['차례', '종류', '이름'],
    c4: {
      kinds: { person: '사람', system: '시스템', container: '컨테이너', component: '컴포넌트' },
      external: (kind: string) => `외부 ${kind}`,
      stores: { db: '데이터베이스', queue: '큐' },
    },
    eventKinds: { ui: '화면', command: '명령', event: '사건', readModel: '읽기 모델', processor: '처리기' },
    relations: {
      realization: '구현',
      association: '연관',
      extension: '상속',
      composition: '합성',
      aggregation: '집합',
      dependency: '의존',
      lollipop: '제공',
    },
    requirement: {
      requirementId: '번호',
      text: '내용',
      risk: '위험',
      verifyMethod: '확인',
      type: '종류',
      docRef: '문서',
    },
    card: { ticket: '번호', assigned: '맡은 사람', priority: '우선순위' },
    domains: { complex: '복합', complicated: '난해', clear: '명료', chaotic: '혼돈', confusion: '혼란' },
    overlap: (names: readonly string[]) =>
      ` (${names.map((name, index) => (index < names.length - 1 ? attachParticle(name, '와/과') : name)).join(' ')}의 겹침)`,
    merged: (branch: string) => `${branch} 가지를 합침`,
    commit: (number: number) => `${number}번째 커밋`,
    blocks: {
      loop: '반복',
      opt: '선택',
      alt: '조건',
      par: '동시에',
      critical: '중요 구간',
      break: '중단',
    },
  },
  /** What is wrong in a source, or makes its drawing worse. */
  faults: {
    untitled: '그림에 제목이 없습니다',
    lonely: (label: string) => `‘${label}’에 이어진 선이 없습니다`,
    longLabel: (length: number, most: number) =>
      `이름표가 깁니다(${length}자): ${most}자가 넘으면 <br/>로 나누거나 줄이세요`,
    literalColour: (colour: string) =>
      `색을 직접 적었습니다(${colour}): 밝은 화면과 어두운 화면에 모두 맞는 :::risk, :::cost, :::good, :::warn, :::muted 같은 이름을 쓰세요`,
    unknownClass: (name: string, known: readonly string[]) =>
      `모르는 모양 이름입니다: ‘${name}’. 쓸 수 있는 이름: ${known.join(', ')}`,
    picture: '그림 파일을 쓰는 항목(img)은 그릴 수 없습니다',
    unclosedBlock: (line: string, closing: string) => fitParticles`‘${line}’: 닫는 ${closing}이(가) 없습니다`,
    unquoted: (excerpt: string) => `‘${excerpt}’: 이 종류의 도식에서는 한글을 큰따옴표로 감싸야 합니다`,
    unclosed: (excerpt: string) => `‘${excerpt}’: 괄호나 따옴표가 닫히지 않았습니다`,
    unreadable: (excerpt: string) =>
      `Mermaid 문법에 맞지 않습니다: ${attachParticle(`‘${excerpt}’`, '을/를')} 읽을 수 없습니다`,
    cutOff: 'Mermaid 문법에 맞지 않습니다: 내용이 끝까지 적히지 않았습니다',
    notUnderstood: 'Mermaid가 이 내용을 읽지 못했습니다',
    tooLong: (length: number, most: number) =>
      `도식이 너무 깁니다: ${length.toLocaleString('ko-KR')}자 (최대 ${most.toLocaleString('ko-KR')}자)`,
    empty: '도식이 비어 있습니다',
    tooMany: (count: number, most: number) => `도식의 항목이 너무 많습니다: ${count}개 (최대 ${most}개)`,
    unknownType: (header: string, guess: string | null) =>
      `모르는 도식 종류입니다: ‘${header}’${guess ? `. ‘${guess}’인가요?` : ''}`,
    frontMatter: (reason: string) => `도식의 머리말을 읽을 수 없습니다: ${reason}`,
    layout: (words: string) =>
      `선이나 이름이 겹치지 않는 배치가 없습니다(‘${words}’). 목록으로 그릴 수 있으면 목록으로 그립니다. 그림을 나누거나 선을 줄이세요`,
  },
  /** What the build prints while it draws. */
  noBrowser: '그릴 브라우저가 없습니다',
  undrawn: (count: number, why: string) =>
    `경고: 도식 ${count}개를 그리지 못해 읽는 이의 브라우저가 그립니다 (${why})`,
  damaged: (paths: readonly string[]) => `경고: 온전하지 않아 쓰지 않은 그림 파일: ${paths.join(', ')}`,
  /** What a drawing cannot show as it was written. */
  losses: {
    word: (word: string) =>
      `‘${word}’: 그림에 나오지 않는 글입니다. 이름표를 큰따옴표로 묶고, 그 안의 따옴표는 #quot;로 적으세요`,
    tag: (tag: string) =>
      `‘${tag}’: Mermaid가 태그로 읽어 지웁니다. #lt;와 #gt;로 적거나 이름표를 큰따옴표로 묶으세요`,
    generic: '~: 클래스 그림에서는 ~T~처럼 짝을 이루어 꺾쇠 <T>로 읽습니다. 물결표라면 #126;으로 적으세요',
    score: '콜론 뒤에 점수가 없습니다. ‘할 일: 5: 누가’로 적고, 이름 속의 콜론은 #58;로 적으세요',
    direction: (group: string, direction: string) =>
      `‘${group}’ 묶음의 direction ${direction}: 안의 노드가 묶음 밖과 이어지면 Mermaid가 따르지 않습니다. 선을 노드 대신 묶음에 이으세요`,
    circle: (mark: string, name: string) =>
      fitParticles`‘---${mark}${name}’: 선 끝의 ${mark} 표시와 ‘${name}’(으)로 읽습니다. 이름이 ‘${mark}${name}’이면 앞을 띄어 쓰세요`,
    tex: (command: string) =>
      `수식의 \\${command}: 그림에 쓸 글자가 없어 이름으로 적습니다. 유니코드 글자로 적으세요`,
  },
  /** A `click` that leads nowhere. */
  click: {
    node: (name: string) => fitParticles`click: 그림에 "${name}"(이)라는 노드가 없습니다`,
    place: (wanted: string, nearest: string | undefined) =>
      fitParticles`click: "${wanted}"(이)라는 노트가 없습니다${nearest ? `; 혹시 "${nearest}"?` : ''}`,
    anchor: (title: string, wanted: string) => `click: "${title}" 노트에 "${wanted}" 절이 없습니다`,
    scheme: (wanted: string) => `click: "${wanted}" 주소는 걸 수 없습니다`,
  },
};

/** What the renderer writes into a note: labels of figures, tables, boxes, footnotes, citations. */
export const notes = {
  mentions: (count: number) => `언급 ${count}: 이 절을 언급한 곳`,
  mentionCount: (count: number) => `언급 ${count}`,
  moreMentions: (count: number) => `그 밖의 ${count}곳은 노트 끝의 목록에`,
  source: (number: number) => `출처 ${number}`,
  callouts: { note: '알아 두기', tip: '도움말', warning: '주의', danger: '위험' },
  noteApart: '다른 노트',
  /** What begins the line above a table that is its caption. */
  /** 차례의 제목, 장의 제목 앞에 오는 것: 정규식의 일부. */
  contentsName: '목차|차례',
  chapterMark: String.raw`(?:제\s*)?\d+\s*(?:장|부|강|절|주차|일차)(?![가-힣])`,
  captionMark: '표',
  footnotes: '각주',
  backToFootnote: (number: number) => fitParticles`본문의 각주 ${number}(으)로 돌아가기`,
  figure: '그림',
  numberedFigure: (number: number) => `그림 ${number}`,
  figureAsText: '글로 보기',
  noSuchNote: (url: string) => `이어지는 노트가 없습니다: ${url}`,
  outsideImage: '바깥 그림',
  /** A picture that is too large for a page, as the words of a link to it. */
  largeImage: (alt: string, bytes: number) =>
    `${alt || '그림'}${bytes < 1e6 ? '' : ` (${writeSize(bytes, 'ko-KR')})`}`,
  missingImage: (alt: string) => (alt ? `그림 없음: ${alt}` : '그림 없음'),
  /** What a picture that is a link leads to. */
  wholePicture: '원본 그림 보기',
  /** Before the day of a section's last change. */
  changed: '고침',
  boxes: {
    note: '알아 두기',
    info: '정보',
    seealso: '함께 보기',
    abstract: '개요',
    summary: '요약',
    tldr: '한눈에',
    todo: '할 일',
    tip: '도움말',
    hint: '힌트',
    important: '중요',
    success: '성공',
    check: '확인',
    done: '완료',
    question: '물음',
    help: '도움',
    faq: '자주 묻는 물음',
    warning: '주의',
    caution: '조심',
    attention: '주목',
    failure: '실패',
    missing: '빠짐',
    danger: '위험',
    error: '오류',
    bug: '버그',
    example: '보기',
    quote: '인용',
    cite: '출처',
  },
  details: '자세히',
  query: (language: string) => `Obsidian 질의 (${language})`,
  loop: 'Liquid 반복',
  canvasCard: '카드',
  table: {
    named: (start: string) => `표: ${start}`,
    thisOne: '이 표',
    find: (caption: string) => `‘${caption}’ 표에서 찾기`,
    findHere: '이 표에서 찾기',
    copy: '표 복사',
    copyNamed: (caption: string) => `‘${caption}’ 표 복사`,
  },
  copyLinkTo: (name: string) => `‘${name}’ 링크 복사`,
  copyLink: '이 절 링크 복사',
  codeCopy: '코드 복사',
  task: '할 일',
  /** What a task is that is neither to do nor done, by its sign. */
  taskStates: { '-': '취소', '/': '진행 중', '>': '미룸', '<': '일정 잡음', '!': '중요', '?': '물음' },
  embedded: (name: string) => `끼운 글: ${name}`,
};

/** The search: its field, results, answers, facets, help. */
export const search = {
  /** The field and its window. */
  name: '검색',
  page: { description: '노트, 절, 표, 그림, 용어를 찾습니다.' },
  placeholder: '낱말, 질문, 첫소리(ㅎㄹㅅ)',
  hint: '낱말, 질문, 첫소리(ㅎㄹㅅ)로 노트·절·표·그림·용어를 찾습니다.',
  escape: 'Esc',
  close: '닫기',
  keys: { choose: '고르기', open: '열기', newTab: '새 탭' },
  withoutScript: {
    text: '검색에는 자바스크립트가 필요합니다. 없이도 찾을 수 있는 곳:',
    glossary: '용어',
    tags: '태그',
    home: '첫 화면',
  },
  /** What a hit is. */
  kinds: { lead: '첫머리', section: '절', table: '표', diagram: '그림', term: '용어' },
  note: '노트',
  moreSections: (count: number) => `이 노트의 다른 절 ${count}곳`,
  /** The answer on top. */
  answer: {
    name: '답',
    kinds: { definition: '뜻', date: '날짜', fact: '값', list: '목록', difference: '비교', passage: '본문' },
    asOf: (day: string) => `기준일 ${day}`,
    strengths: { primary: '1차 원문', copy: '공개 사본', secondary: '2차 자료', unverified: '미확인' },
    copy: '링크 복사',
    sideBySide: '두 노트를 나란히 보기',
    copyOf: (place: string) => `답의 자리 ‘${place}’ 링크 복사`,
    copied: '답의 링크를 복사했습니다',
    copyFailed: (url: string) => `복사하지 못했습니다. 주소: ${url}`,
    given: '답이 있습니다.',
  },
  facets: { kind: '모음', tag: '태그', year: '출처 연도' },
  year: (year: string) => `${year}년`,
  moreFacets: '더 거르기',
  suggestions: '추천',
  found: (count: number) => `노트 ${count}개에서 찾았습니다.`,
  foundNone: '찾은 노트가 없습니다.',
  loading: '색인을 불러오는 중입니다.',
  scattered: '낱말이 흩어져 있거나 다른 낱말 속에 든 노트',
  moreNotes: (count: number) => `더 찾은 노트 ${count}개`,
  loadMore: '내용까지 더 보기',
  notLoaded: (count: number) => `노트 ${count}개는 불러오지 못했습니다. 연결을 확인하고 다시 찾아 주세요.`,
  /** Why something else than typed was searched. */
  explanations: {
    typo: '비슷한 낱말로 찾았습니다',
    keyboard: '한/영 자판을 바꾸어 찾았습니다',
    choseong: '첫소리로 찾았습니다',
    synonym: '같은 뜻의 말도 함께 찾았습니다',
    fewer: '모두 나오는 노트가 없어 일부 낱말로 찾았습니다',
  },
  literally: (query: string) => `‘${query}’ 그대로 찾기`,
  isLiteral: '입력한 그대로 찾은 결과입니다.',
  withSynonyms: '같은 뜻의 말까지 찾기',
  empty: {
    text: (query: string) => `‘${query}’에 맞는 노트가 없습니다. 낱말을 줄이거나 바꾸어 보십시오.`,
    words: '가까운 낱말:',
    places: '가까운 노트와 용어:',
  },
  allTerms: '용어 전체',
  allTags: '태그 전체',
  recent: { name: '최근 검색', forget: (query: string) => `‘${query}’ 지우기`, clear: '모두 지우기' },
  browse: '모음별로 보기',
  keepOffline: '오프라인에서도 찾기: 기기에 보관',
  failure: {
    offline:
      '네트워크에 연결되어 있지 않아 검색할 수 없습니다. 연결되어 있을 때 ‘오프라인으로 보관’을 해 두면 언제나 찾을 수 있습니다.',
    noIndex: '검색 색인을 불러오지 못했습니다. 잠시 뒤 다시 찾아 주세요.',
    retry: '다시 찾기',
  },
  clearMarks: '검색 표시 지우기',
};

/** Headings and labels of pages that are made, and their navigation. */
export const pages = {
  figureNamed: (title: string | undefined) => `그림: ${title ?? '도식'}`,
  showAll: (count: number) => `모두 보기 (${count})`,
  countNotes: (count: number) => `노트 ${count}개.`,
  /** How near to the original a source was read, and what that means. */
  strengths: {
    primary: { name: '1차 원문', meaning: '낸 곳의 문서에서 그 내용을 읽었습니다.' },
    copy: { name: '공개 사본', meaning: '원문을 그대로 옮긴 공개 사본에서 읽었습니다.' },
    secondary: { name: '2차', meaning: '보도나 해설에서 읽었습니다.' },
    unverified: { name: '미확인', meaning: '내용을 확인하지 못했습니다.' },
  },
  home: {
    search: '검색',
    searchHint: '무엇을 찾으세요?',
    start: '여기서 시작',
    recent: '최근에 바뀐 노트',
    described: (title: string, count: number) => `${title}: 노트 ${count}개`,
    size: (notes: number, folders: number) => `노트 ${notes}개${folders ? `, 폴더 ${folders}개` : ''}`,
    about: '소개 읽기',
    hubs: '많이 이어진 노트',
    linked: (count: number) => `노트 ${count}개가 가리킴`,
    folders: '폴더',
    loose: '폴더 밖의 노트',
    notes: '노트',
    more: (count: number) => `외 ${count}개`,
    tags: '여러 폴더에 걸친 태그',
    byTitle: '제목으로 찾기',
  },
  titleIndex: {
    title: '가나다 찾아보기',
    lead: (count: number) => `노트 ${count}개를 제목의 첫 글자로 찾습니다.`,
    letter: (initial: string) => `${initial} · 가나다 찾아보기`,
    initials: '첫 글자',
    filter: '제목 거르기',
  },
  about: {
    title: '정보',
    described: (title: string) => fitParticles`${title}은(는) 무엇이고 어떻게 읽고 어떻게 인용하는가.`,
    lead: (count: number) => `노트 ${count}개를 엮은 사이트.`,
    reading: '읽는 법',
    map: '지도',
    search: '검색',
    /** Around the links to home and search. */
    finding: ['', '에서 자리를 고르거나 ', '으로 절·표·그림을 바로 찾습니다.'],
    cited:
      '노트마다 기준일이 있고, 수치와 제도에는 출처 번호가 붙습니다. 번호를 누르면 노트 끝의 출처로 갑니다.',
    strengths: '출처의 세기',
    keys: '단축키',
    /** Around the key that opens the help. */
    keysLead: ['한 글자 단축키는 위쪽 ‘읽기 설정’이나 ', ' 도움말에서 끌 수 있습니다.'],
    tools: '글꼴과 도구',
    toolsText:
      '글꼴은 Pretendard(SIL Open Font License 1.1)입니다. 이 사이트는 쿠키와 추적기를 쓰지 않고 바깥에 아무것도 요청하지 않습니다.',
    licences: '함께 나가는 프로그램과 글꼴의 사용권',
  },
  glossary: {
    title: '용어',
    described: (title: string, count: number) => `${title}의 용어 ${count}개의 정의와 이어지는 노트.`,
    kicker: '모음',
    lead: (count: number) => `낱말 ${count}개의 한 문장 뜻과, 그것을 풀어 쓴 노트.`,
    initials: '첫소리',
    filter: '용어 거르기',
    collections: '모음',
    alike: (words: readonly string[]) => `함께 찾는 말: ${words.join(', ')}`,
  },
  notDrawn: (path: string) => `${path}: 노트를 그리지 못했습니다. npm run check로 까닭을 보십시오.`,
  plainNotes: '노트',
  yes: '예',
  no: '아니요',
  relationFrom: (name: string) => `${name} (이 노트를 가리킴)`,
  /** Built-in properties, as headings of columns. */
  properties: {
    english: '영문 이름',
    summary: '다루는 것',
    asOf: '기준일',
    reviewBy: '다음 검토일',
    tags: '태그',
    aliases: '다른 이름',
    parent: '위의 노트',
    order: '차례',
    role: '구실',
    collection: '모음',
    sources: '출처',
  },
  frame: {
    skip: '본문으로 건너뛰기',
    skipToToc: '목차로 건너뛰기',
    site: '사이트',
    notes: '노트',
    noteList: '노트 목록',
    fold: (title: string) => `‘${title}’ 펼치고 접기`,
    search: '검색',
    searchField: '노트, 절, 표, 그림 검색',
    searchDescribed: '노트, 절, 표, 그림, 용어를 찾습니다.',
    map: '전도',
    paths: '학습 경로',
    changes: '변경 기록',
    review: '복습',
    about: '정보',
    glossary: '용어',
    sources: '출처',
    tags: '태그',
    changedSections: (title: string) => `${title}: 고친 절`,
  },
  toc: { title: '이 노트에서', short: '목차' },
  settings: {
    title: '읽기 설정',
    /** The letter on the button. */
    letter: '가',
    size: '글자 크기',
    small: '작게',
    usual: '보통',
    large: '크게',
    width: '줄 너비',
    wide: '넓게',
    singleKeys: '한 글자 단축키',
    showKeys: '단축키 보기',
    offline: '오프라인으로 보관',
  },
  collection: {
    described: (title: string, promise: string, count: number) =>
      `${title}: ${closeSentence(promise)} 노트 ${count}개.`,
    folderDescribed: (title: string, count: number) => `${title}의 노트 ${count}개.`,
    lead: (promise: string, count: number) =>
      `${promise ? `${closeSentence(promise)} ` : ''}노트 ${count}개.`,
    folder: '폴더',
    folders: '폴더',
    collection: '모음',
    notes: '노트',
    overview: '한눈에 보기',
    onPaper: '종이로',
    printEdition: '인쇄판',
    filter: '노트 거르기',
  },
  paths: {
    title: '학습 경로',
    lead: '차례로 읽는 노트 묶음입니다. 읽은 데까지는 이 기기에 남습니다.',
    none: '정해 둔 학습 경로가 없습니다.',
    /** A path that leads to a note by what it requires. */
    before: (title: string) => `‘${title}’까지`,
    inferred: '먼저 알아야 할 노트가 앞에 있습니다.',
    /** Relations whose other end is read first. */
    required: [
      'requires',
      'require',
      'prerequisite',
      'prerequisites',
      'depends-on',
      'builds-on',
      '선행',
      '선수',
    ],
    size: (notes: number, minutes: number) => `노트 ${notes}개, ${minutes}분쯤`,
  },
  compare: {
    title: '견주기',
    described: '두 노트를 나란히 놓고 견줍니다.',
    lead: '두 노트의 사실과 정의, 함께 이어진 노트, 이름이 같은 절을 나란히 봅니다. 주소를 그대로 나눌 수 있습니다.',
    withoutScript: '견주기에는 자바스크립트가 필요합니다. 아래 노트는 따로 열어 읽을 수 있습니다.',
    pairs: '노트가 견주는 짝',
    pair: (one: string, other: string) => `${one} · ${other}`,
    link: '견주기',
  },
  map: {
    title: '전도',
    described: (title: string, count: number) => `${title}의 노트 ${count}개를 한 장에 놓은 지도.`,
    lead: (places: number, regions: number, isLinked: boolean) =>
      `노트 ${places}개를 ${regions}구역에 놓았습니다.${isLinked ? ' 가리키거나 누르면 이어진 곳이 켜집니다.' : ''}`,
    key: '지도표',
    hint: '노트를 가리키거나 누르면 이어진 노트가 켜지고, 어떻게 이어지는지 여기에 나옵니다. 화살표 글쇠로 차례로 둘러볼 수 있습니다.',
    walk: '화살표 글쇠로 차례로 둘러볼 수 있습니다.',
    crossing: (from: string, to: string) => `${from} → ${to}:`,
    mentionedBy: '언급한 노트',
    links: '링크한 노트',
    search: '지도에서 찾기',
    region: '구역',
    allRegions: '모든 구역',
    relation: '관계',
    allRelations: '모든 관계',
    tag: '태그',
    allTags: '모든 태그',
    year: '해',
    allYears: '모든 해',
    without: (field: string) => `${field} 없음`,
    whole: '전도 보기',
    fold: (names: readonly string[], more: number) => `${names.join(', ')} 외 ${more}개`,
    here: (title: string) => `전도에서 ‘${title}’의 자리`,
  },
  review: {
    title: '복습',
    described: '노트에서 떠올려 본 것을 잊을 때쯤 다시 묻습니다.',
    lead: '노트에서 답을 가리고 떠올린 것은 잊을 때쯤 여기에서 다시 묻습니다. 기록은 이 기기에만 있습니다.',
    withoutScript: '복습에는 자바스크립트가 필요합니다. 노트의 표와 확인 질문은 없이도 읽을 수 있습니다.',
    begin: '노트를 골라 시작하기',
    about: (count: number) => `물음 ${count}개쯤`,
  },
  moved: {
    described: (title: string) => `‘${title}’ 노트는 자리를 옮겼습니다.`,
    lead: '이 노트는 자리를 옮겼습니다.',
    go: '새 자리로 가기',
  },
  missing: {
    title: '찾는 곳이 없습니다',
    heading: '이 주소에는 노트가 없습니다',
    why: '이름이 바뀌었거나 주소가 덜 복사되었을 수 있습니다. 여기에서 찾아보세요:',
    home: '첫 화면',
    withoutScript:
      '검색에는 자바스크립트가 필요합니다. 없이도 노트 목록과 아래쪽 링크로 모든 노트에 갈 수 있습니다.',
  },
  sources: {
    title: '출처',
    described: (count: number) => `노트가 기대는 출처 ${count}건과 그 세기.`,
    lead: (count: number) =>
      `노트가 기대는 출처 ${count}건. 누가 무엇을 냈고, 얼마나 가까이서 보았고, 어느 노트가 인용하는가.`,
    kinds: '출처의 종류',
    ofKind: (kind: string) => `${kind} · 출처`,
    filter: '출처 거르기',
    strength: '원문과의 거리',
    citedBy: '인용한 노트',
    citedCount: (count: number) => `인용 ${count}`,
  },
  tags: {
    title: '태그',
    described: (tag: string, count: number) => `‘${tag}’ 태그가 붙은 노트 ${count}개.`,
    lead: (count: number) => `노트를 가로지르는 주제 ${count}개.`,
    count: (count: number) => `노트 ${count}개`,
    inside: '안의 태그',
    beside: '함께 붙은 태그',
    filter: '태그 거르기',
    shared: '여러 노트를 잇는 태그',
    single: '노트 하나에만 있는 태그',
  },
  note: {
    described: (title: string) => `‘${title}’ 노트`,
    place: '위치',
    asOf: '기준일',
    changed: '고침',
    readingTime: '읽는 시간',
    minutes: (count: number) => `${count}분`,
    sources: '출처',
    mentionedBy: '언급한 노트',
    selfTest: '답을 가리고 떠올리기',
    notRendered: '노트를 그리지 못했습니다. npm run check로 까닭을 보십시오.',
    overdue: (day: string) => `검토할 날(${day})이 지났습니다. 수치와 제도가 그 뒤에 바뀌었을 수 있습니다.`,
    tags: '태그',
    neighbours: '앞뒤 노트',
    previous: '이전',
    following: '다음',
  },
  changes: {
    title: '변경 기록',
    lead: '새로 실린 노트와 고친 절을 날짜별로, 무엇이 어떻게 달라졌는지와 함께 봅니다.',
    unknown:
      '고친 날을 알 수 있는 노트가 아직 없습니다. 노트 폴더가 저장소에 올라 있으면 그 기록을 읽습니다.',
    feeds: '받아 보기:',
    notesAtom: '노트 (Atom)',
    notesJson: '노트 (JSON)',
    sectionsAtom: '고친 절 (Atom)',
    changedKind: (kind: string) => `${kind} · 고침`,
    newNotes: '새 노트',
    beforeAndAfter: '전과 후',
    inNote: '최근에 고친 말',
    sinceVisit: '이 기기에서 지난번에 본 뒤로 바뀐 것을 표시합니다.',
    removed: '뺀 말:',
    added: '넣은 말:',
  },
  /** What stands under a note's text. */
  ending: {
    next: '다음에 읽을 노트',
    /** Why it is the next one, where no sentence says it. */
    linkedHere: '이 노트가 가리킵니다',
    linksHere: '이 노트를 가리킵니다',
    followsIn: (name: string) => `‘${name}’의 다음 노트`,
    follows: '읽는 차례에서 다음 노트',
    otherNext: (count: number) => `그 밖에 읽을 만한 노트 ${count}개`,
    relations: '관계',
    sources: '출처',
    citedIn: '인용한 절',
    /** The part of a note before its first section. */
    opening: '첫머리',
    citedPlaces: (places: readonly string[]) => `인용한 곳: ${places.join(', ')}`,
    mentions: '이 노트를 언급한 곳',
    otherMentions: '그 밖에 언급한 곳',
    moreMentions: (count: number) => `${count}곳 더 보기`,
  },
};

/** Buttons, menus, dialogs and announcements that browser code adds to a page. */
export const reading = {
  /** Figures: their tools, the dialog that shows one large, its editor. */
  figures: {
    untitled: '도식',
    enlarge: '크게 보기',
    enlargeAll: '전체를 크게 보기',
    edit: '고쳐 보기',
    menu: '저장과 복사',
    named: (name: string, tool: string) => `‘${name}’ ${tool}`,
    copySource: '원본 복사',
    sourceCopied: '원본을 복사했습니다',
    saveSvg: 'SVG 저장',
    savePng: 'PNG 저장 (2배)',
    savedSvg: 'SVG로 저장했습니다',
    savedPng: 'PNG로 저장했습니다',
    notSaved: '저장하지 못했습니다',
    copyLink: '그림 링크 복사',
    copyTitled: '제목과 링크 복사',
    titledCopied: '제목과 링크를 복사했습니다',
    openWords: '글로 보기',
    closeKey: '닫기 (Esc)',
    zoom: '크기',
    zoomOut: '축소',
    zoomIn: '확대',
    scale: '배율',
    fit: '맞춤',
    fitKey: '화면에 맞춤 (0)',
    actual: '원래 크기 1:1',
    actualKey: '원래 크기 (1)',
    stage: (title: string) => `${title}: 화살표로 옮기고 +, −, 0으로 크기를 바꿉니다`,
    source: '원본',
    sourceField: 'Mermaid 원본',
    undo: '되돌리기',
    shareLink: '링크 복사',
    help: 'Tab은 들여쓰기, Esc를 누른 뒤 Tab은 다음 단추로 갑니다. 고친 것은 이 화면에만 있습니다.',
    escaped: 'Tab은 다음 단추로, Esc는 닫기',
    linkCopied: '고친 도식의 링크를 복사했습니다',
    tooLong: (length: number, most: number) =>
      `도식이 너무 깁니다: ${length.toLocaleString('ko-KR')}자 (최대 ${most.toLocaleString('ko-KR')}자)`,
    notLoaded: 'Mermaid를 불러오지 못했습니다',
    problem: (line: number, message: string) => `${line}번째 줄: ${message}`,
    edited: '고친 도식',
    undrawn: (line: number, message: string) => `그리지 못한 도식의 원본입니다. ${line}번째 줄: ${message}`,
    shared: '받은 링크의 도식은 이 노트의 그림과 다릅니다.',
    showShared: '받은 도식',
    showOwn: '노트의 그림',
  },
  copyFailed: '복사하지 못했습니다',
  codeCopied: '코드를 복사했습니다',
  copyMarkdown: 'Markdown으로 복사',
  /** Beside a list's filter: how many of all are left. */
  filtered: (all: number, left: number) => `${all}개 가운데 ${left}개`,
  nothingFits: '맞는 것이 없습니다',
  searchFor: (words: string) => `‘${words}’ 검색하기`,
  didYouMean: '혹시 이 노트인가요?',
  theme: { auto: '자동', light: '밝게', dark: '어둡게', label: (theme: string) => `화면 밝기: ${theme}` },
  moved: {
    section: '이 절은 자리를 옮겼습니다. 새 자리로 왔습니다',
    note: '이 노트는 자리를 옮겼습니다. 새 자리로 왔습니다',
  },
  preview: {
    source: (number: string) => `출처 ${number}`,
    citedAt: (place: string) => `인용한 곳: ${place}`,
    more: '자세히:',
    term: '용어',
  },
  qr: { alt: (url: string) => `${url} QR 코드`, save: 'SVG로 저장' },
  /** What changed since this reader was here before. */
  since: {
    first: '다음에 오면 그사이에 바뀐 것을 표시합니다. 본 날은 이 기기에만 남습니다.',
    changes: (day: string, count: number) =>
      count > 0
        ? `지난번(${day})에 본 뒤로 바뀐 노트 ${count}개를 표시했습니다.`
        : `지난번(${day})에 본 뒤로 바뀐 것이 없습니다.`,
    changed: '지난번에 본 뒤로 바뀜',
    note: (day: string, sections: number) =>
      sections > 0
        ? `지난번(${day})에 읽은 뒤로 절 ${sections}개가 바뀌었습니다`
        : `지난번(${day})에 읽은 뒤로 바뀌었습니다`,
    short: (sections: number) => (sections > 0 ? `그사이 ${sections}절` : '그사이 바뀜'),
    erase: '본 기록 지우기',
    erased: '이 기기에서 본 기록을 지웠습니다.',
  },
  resume: {
    label: '이어서 하기',
    go: '이어 읽기',
    close: '이어 읽기 닫기',
    due: (count: number) => `복습할 것 ${count}개`,
    next: '다음에 읽을 노트',
  },
  sentence: { copy: '이 문장 링크 복사', copied: '문장 링크를 복사했습니다' },
  table: {
    copy: '표 복사',
    copyCsv: 'CSV로 복사',
    copied: (format: string) => `표를 ${format} 형식으로 복사했습니다`,
    rowsLeft: (all: number, left: number) => `${all}줄 가운데 ${left}줄`,
    noRow: '맞는 줄이 없습니다',
  },
  /** The ways to take a section, figure or table along. */
  section: {
    link: '링크 복사',
    linkCopied: '링크를 복사했습니다',
    copyFailedAt: (url: string) => `복사하지 못했습니다. 주소: ${url}`,
    more: '다른 방법으로 복사',
    moreNamed: (name: string) => `‘${name}’ 다른 방법으로 복사`,
    takeAlong: (name: string) => `‘${name}’ 가져가기`,
    titled: '제목과 링크 복사',
    titledCopied: '제목과 링크를 복사했습니다',
    markdownCopied: '이 절을 Markdown으로 복사했습니다',
    reference: '인용 표기 복사',
    referenceCopied: '인용 표기를 복사했습니다',
    qr: 'QR 코드 보기',
    addressBar: '주소창에 넣기',
    addressBarDone: '주소창이 이 자리를 가리킵니다',
    share: '공유…',
    shareNamed: (name: string) => `‘${name}’ 공유`,
    writeReference: (of: { note: string; section: string; site: string; asOf: string; url: string }) =>
      [`「${of.note}」`, of.section && `‘${of.section}’`, of.site, of.asOf && `기준일 ${of.asOf}`, of.url]
        .filter(Boolean)
        .join(', '),
  },
  close: '닫기',
  keys: {
    title: '단축키',
    singleKeys: '한 글자 단축키(/ j k [ ] ?) 쓰기',
    openSearch: '검색 열기',
    chooseResult: '검색 결과 고르기',
    openResult: '고른 절로 가기',
    stepSection: '다음 절, 이전 절',
    stepNote: '이전 노트, 다음 노트',
    selfTest: '답을 가리고 떠올리기',
    help: '이 도움말',
    preview: '링크의 미리보기',
    closePopup: '미리보기와 창 닫기',
  },
};

/** Testing oneself. */
export const study = {
  title: '답을 가리고 떠올리기',
  /** What asks in a note, and what announces an answer (`knowledge/asked.ts`); in lower case. */
  asked: {
    headings: [
      '문제',
      '문제 풀이',
      '예상 문제',
      '연습 문제',
      '연습문제',
      '기출 문제',
      '기출문제',
      '객관식 문제',
      '주관식 문제',
      '스스로 확인',
      '이해 확인',
      '질의응답',
      'exercises',
      'faq',
      'q&a',
    ],
    headingEnds: ['질문', '질문들', '퀴즈', '물음', 'questions', 'quiz'],
    marks: ['q', '질문', '문제', '물음', '퀴즈', '문', 'question', 'quiz'],
    answers: ['정답', '해답', '답', '답안', '답변', '풀이', '해설', 'answer', 'solution'],
  },
  nothing: '이 노트에는 가리고 물을 것이 없습니다',
  started: (count: number) => `답 ${count}개를 가렸습니다. 눌러서 답을 봅니다`,
  show: '답 보기',
  showNamed: (question: string) => `답 보기: ${question}`,
  again: '다시',
  good: '알았음',
  end: '끝내기',
  progress: (done: number, all: number) => `${all}개 가운데 ${done}개`,
  done: (count: number) => `${count}개를 떠올렸습니다`,
  toReviews: '복습으로 가기',
  notKept: '브라우저가 기록을 저장하지 못했습니다. 이 쪽을 닫으면 사라집니다',
  newerDeck:
    '이 기기의 기록은 이 사이트의 더 새 판이 쓴 것이라 그대로 두고, 여기에서는 더하지 않습니다. 쪽을 새로 고치십시오',
  empty: '아직 기록이 없습니다. 노트에서 ‘답을 가리고 떠올리기’를 누르거나 글쇠 t로 시작합니다.',
  dueNow: (due: number, all: number) =>
    due > 0 ? `지금 떠올릴 것 ${due}개 (모두 ${all}개)` : `지금 떠올릴 것이 없습니다 (모두 ${all}개)`,
  start: (count: number) => `${count}개 떠올리기`,
  noteProgress: (due: number, all: number, next: string) =>
    due > 0 ? `${all}개 가운데 ${due}개가 때가 되었습니다` : `${all}개 · 다음은 ${next}`,
  exportJson: '기록 내보내기 (JSON)',
  exportAnki: 'Anki로 내보내기',
  printSheet: '시험지 인쇄',
  importJson: '기록 가져오기',
  imported: (count: number) => `가져왔습니다. 모두 ${count}개입니다`,
  brokenFile: '읽을 수 없는 파일입니다. 여기에서 내보낸 JSON 파일을 고르십시오',
  otherSite: '다른 사이트의 기록입니다',
  newerFile: '이 사이트의 더 새 판이 내보낸 기록입니다. 쪽을 새로 고친 뒤 다시 가져오십시오',
  erase: '기록 지우기',
  eraseSure: '이 기기의 복습 기록을 모두 지울까요?',
  questions: '물음',
  answers: '답',
};

/** What browser code says on a reader's wish: self-test, comparison, learning paths, the map. */
export const places = {
  compare: {
    first: '첫째 노트',
    second: '둘째 노트',
    choose: '견줄 노트 둘을 고르십시오.',
    same: '같은 노트입니다. 서로 다른 노트 둘을 고르십시오.',
    unknown: (name: string) => `‘${name}’ 노트가 없습니다.`,
    failed: '노트를 읽지 못했습니다. 연결을 확인하고 다시 해 보십시오.',
    definition: '정의',
    between: '서로의 관계',
    opening: '본문',
    shared: '둘 다 이어진 노트:',
    only: (sections: readonly string[]) => `에만 있는 절: ${sections.join(' · ')}`,
    pair: (one: string, other: string) => `${one} · ${other}`,
  },
  path: {
    read: '(읽음)',
    progress: (done: number, all: number) => `${all}개 가운데 ${done}개를 읽었습니다`,
    place: (label: string, at: number, all: number) => `${label} ${at}/${all}`,
    previous: '경로의 앞 노트',
    following: '경로의 다음 노트',
  },
  map: { alone: '이어진 노트가 없습니다.', left: (count: number) => `노트 ${count}개` },
};

/** The copy of the whole site on the device. */
export const offline = {
  title: '오프라인으로 보관',
  lead: '사이트 전체를 이 기기에 두면 네트워크 없이 읽고, 찾고, 복습할 수 있습니다. 사이트가 바뀌면 바뀐 파일만 새로 받습니다.',
  looking: '크기를 알아보는 중입니다',
  size: (count: number, bytes: number) =>
    `파일 ${count.toLocaleString('ko-KR')}개, ${writeSize(bytes, 'ko-KR')}`,
  room: (bytes: number) => `이 사이트가 쓸 수 있는 자리 ${writeSize(bytes, 'ko-KR')}`,
  extras: (bytes: number) => `메신저에 링크를 보낼 때 보이는 카드 그림도 (${writeSize(bytes, 'ko-KR')})`,
  again: '다시 해 보기',
  keep: '보관하기',
  progress: (done: number, all: number) => `${writeSize(all, 'ko-KR')} 가운데 ${writeSize(done, 'ko-KR')}`,
  stop: '그만두기',
  stopped: '그만두었습니다. 받던 것은 지웠습니다',
  done: '이제 네트워크 없이도 열립니다',
  kept: (bytes: number, day: string) => `이 기기에 있습니다: ${writeSize(bytes, 'ko-KR')}, ${day}에 받음`,
  renew: '새 판 확인',
  upToDate: '가장 새 판입니다',
  renewed: '보관한 사이트를 새 판으로 바꾸었습니다. 다음에 여는 쪽부터 보입니다',
  remove: '지우기',
  removed: (bytes: number) => `지웠습니다. ${writeSize(bytes, 'ko-KR')}를 비웠습니다`,
  faults: {
    insecure: 'https 주소가 아니어서 브라우저가 보관을 허락하지 않습니다',
    blocked:
      '브라우저가 저장을 막고 있어 보관하지 못했습니다. 비공개 창이 아닌지, 이 사이트의 데이터 저장을 허용하는지 확인해 주세요',
    full: '이 기기에 남은 자리가 모자라 보관하지 못했습니다. 자리를 비우고 다시 누르면 이어서 받습니다',
    offline: '네트워크에 연결되어 있지 않습니다. 연결된 뒤 다시 누르면 이어서 받습니다',
    unlisted: '이 사이트에는 보관할 파일의 목록이 없습니다',
    unlike: '받은 파일이 목록과 달라 멈추었습니다. 사이트가 바뀌는 중일 수 있으니 잠시 뒤 다시 눌러 주세요',
  },
};

/** Feeds, twins, print editions, cards. */
export const outputs = {
  cards: {
    home: '지식베이스',
    collection: '모음',
    notes: (count: number) => `노트 ${count}개`,
    asOf: (day: string) => `기준일 ${day}`,
  },
  /** What a shared place is called where its note is named beside it. */
  shared: {
    untitledSection: '제목 없는 절',
    figure: (title: string | undefined, number: number) => (title ? `그림: ${title}` : `그림 ${number}`),
    table: (title: string) => `표: ${title || '제목 없는 표'}`,
    placeIn: (title: string) => `‘${title}’ 노트의 한 곳`,
    open: '이 절로 가기',
  },
  changedSections: (title: string) => `${title}: 고친 절`,
  print: {
    title: (title: string) => `${title} 인쇄판`,
    lead: (count: number) =>
      `노트 ${count}개를 읽는 차례로 이었습니다. 브라우저의 인쇄로 종이나 PDF에 옮기십시오.`,
    back: '화면으로 돌아가기',
    page: (number: string) => `${number}쪽`,
    volume: (number: number) => `${number}권`,
    volumeTitle: (title: string, number: number, count: number) => `${title} ${number}권(모두 ${count}권)`,
  },
  twin: {
    asOf: (day: string) => `기준일 ${day}`,
    address: (url: string) => `주소 ${url}`,
    sectionOf: (title: string) => `「${title}」의 절`,
    image: (alt: string) => `그림: ${alt || '설명 없음'}`,
    sources: '출처',
  },
  /** A caption as notes write it right above a table. */
  tableCaption: (title: string) => `표: ${title}`,
};
