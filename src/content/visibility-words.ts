/** The fields and values, of many tools and two languages, by which authors say that a note is not for everybody. */

/** Field → the answer that holds a note back. Fields are read without regard to case, blanks, `_` and `-`. */
export const holding: Record<string, boolean> = {
  draft: true,
  isdraft: true,
  private: true,
  isprivate: true,
  hidden: true,
  ishidden: true,
  hide: true,
  unpublished: true,
  unpublish: true,
  nopublish: true,
  donotpublish: true,
  donotshare: true,
  noshare: true,
  dontpublish: true,
  neverpublish: true,
  dontshare: true,
  nevershare: true,
  notpublic: true,
  notforpublication: true,
  showonsite: false,
  headless: true,
  publish: false,
  published: false,
  ispublished: false,
  publishable: false,
  public: false,
  ispublic: false,
  visible: false,
  초안: true,
  비공개: true,
  숨김: true,
  미공개: true,
  미발행: true,
  공개: false,
  공개여부: false,
  발행: false,
  게시: false,
  외부공개: false,
  공개가능: false,
  공개가능여부: false,
  발행여부: false,
  게시여부: false,
  下書き: true,
  草稿: true,
  非公開: true,
  非公开: true,
  公開: false,
  公开: false,
  发布: false,
  發布: false,
  entwurf: true,
  unveröffentlicht: true,
  veröffentlicht: false,
  veröffentlichen: false,
  brouillon: true,
  publié: false,
  borrador: true,
  rascunho: true,
  bozza: true,
};
/** States that nobody gives to anything but a text; lines in prose say `Status: internal` of other things, too. */
export const statesOfTexts = new Set([
  ...['draft', 'drafts', 'private', 'hidden', 'unpublished', 'not published', 'skip'],
  ...['초안', '초고', '비공개', '미공개', '미발행', '숨김', '임시저장', '下書き', '草稿', '非公開', '非公开'],
]);
/** The same, but where a subject declares such a field: then it says something of its matter. */
export const holdingUndeclared: Record<string, boolean> = {
  wip: true,
  workinprogress: true,
  secret: true,
  confidential: true,
  internal: true,
  restricted: true,
  personal: true,
  sensitive: true,
  protected: true,
  encrypt: true,
  encrypted: true,
  exclude: true,
  excluded: true,
  ignore: true,
  ignored: true,
  trashed: true,
  deleted: true,
  embargo: true,
  embargoed: true,
  underembargo: true,
  unreleased: true,
  classified: true,
  nda: true,
  isinternal: true,
  issecret: true,
  isconfidential: true,
  internalonly: true,
  internaluse: true,
  internaluseonly: true,
  forinternaluse: true,
  forinternaluseonly: true,
  privateonly: true,
  privatenote: true,
  privatepage: true,
  teamonly: true,
  staffonly: true,
  membersonly: true,
  subscribersonly: true,
  companyconfidential: true,
  draftmode: true,
  live: false,
  online: false,
  show: false,
  display: false,
  ready: false,
  disabled: true,
  enabled: false,
  render: false,
  routable: false,
  비밀: true,
  대외비: true,
  내부용: true,
  개인용: true,
  작성중: true,
  내부전용: true,
  사내용: true,
  나만보기: true,
  기밀: true,
  엠바고: true,
  공유: false,
  외부공유: false,
};
/** What opens a note for those who know it; tools that read such a field publish the note under lock and key. */
export const keyFields = new Set(['password', 'passwords', 'passphrase', '비밀번호', '암호']);
/** Field → the answer that takes a note out of all lists. */
export const unlisting: Record<string, boolean> = {
  unlisted: true,
  listed: false,
  eleventyexcludefromcollections: true,
  dghide: true,
};
/** Fields of the state of a note, and the states in which nobody publishes one. */
export const stateField =
  /^(?:status|state|stage|visibility|access|(?:post|note|page|article|doc|document|publish|publishing|publication|content|review|editorial|workflow|writing)(?:status|state|stage|visibility)|stream|workflow|phase|release|scope|상태|공개범위|공개여부|공개상태|(?:公開)?状態|(?:公開)?ステータス|(?:发布)?状态|(?:發布)?狀態|公開範囲)$/u;
export const heldStates = new Set([
  ...[
    'draft',
    'drafts',
    'autodraft',
    'drafting',
    'private',
    'hidden',
    'unpublished',
    'not published',
    'secret',
  ],
  ...['confidential', 'internal', 'restricted', 'embargoed', 'trash', 'trashed', 'deleted', 'skip', 'future'],
  ...['초안', '초고', '비공개', '미공개', '미발행', '숨김', '비밀', '대외비', '임시저장', '내부용', '개인용'],
  ...['下書き', '草稿', '非公開', '非公开'],
  ...['embargo', 'under embargo', 'unreleased', 'do not publish', 'do not share', 'not public'],
  ...['not for publication', 'entwurf', 'brouillon', 'borrador', 'rascunho', 'bozza'],
  ...['엠바고', '공개전', '공개금지', '공개불가', '공개안함', '공개예정', '외부공개금지', '외부비공개'],
  ...['발행전', '발행예정', '게시전', '게시예정', '미게시', '기밀', '극비'],
  ...['🔒', '🔐', '🔏', '🙈'],
]);
/** Any other field of a state (`chapter_status`), or of a kind, and the words that mean in it what they mean of a text. */
export const looseStateField = /(?:status|state|상태)$|^(?:type|kind|layout|maturity|종류|유형)$/u;
export const looseStates = new Set([
  ...['draft', 'drafts', 'unpublished', 'not published', '초안', '초고', '비공개', '미공개', '미발행'],
  ...['임시저장', '下書き', '草稿', '非公開', '非公开'],
]);
/** Whom alone a note is for; and the fields that say so. */
export const audienceField =
  /^(?:(?:data|info|information|doc|document|content|security)?(?:visibility|access|audience|classification|sensitivity|confidentiality|privacy|security)(?:level|class|classification|control)?|distribution|dissemination|handling|markings?|share|sharing|permissions?|readers|viewers|(?:공개|공유|열람|접근)(?:범위|대상|권한|상태|여부)|열람|권한|(?:보안|비밀)(?:등급|수준)?)$/u;
/** The traffic lights of those who share what they know of attacks. */
export const trafficLightField = /^tlp(?:level|marking)?$/u;
/** A text has them among its tags, or where it says for whom it is, under their own name. */
export const namedTrafficLight = /^tlp (?:red|amber|amber strict|green)$/u;
export const tagField = /^(?:tags?|labels?)$/u;
export const trafficLights = /^(?:tlp )?(?:red|amber|amber strict|green)$/u;
/** Of these a field says for whom a text is written, or who may do what it tells of; such an office is no secret, where not `only` it may. */
export const addresseeField = /^(?:target)?(?:audience|readers|viewers)$|^권한$/u;
export const offices = new Set([
  ...['owner', 'owners', 'admin', 'admins', 'administrators', 'editors', 'authors', 'moderators'],
  ...['management', 'leadership', 'executives', 'registered', '관리자', '운영진', '임원', '경영진'],
]);
export const audiences = new Set([
  ...[
    'members',
    'member',
    'paid',
    'subscribers',
    'team',
    'staff',
    'employees',
    'self',
    'me',
    'only me',
    'nobody',
  ],
  ...[
    'none',
    'protected',
    'password',
    'sensitive',
    'personal',
    'strictly confidential',
    'top secret',
    'friends',
    'patrons',
    'premium',
    'invited',
    'company',
    'owner',
    'owners',
    'admin',
    'admins',
    'administrators',
    'editors',
    'authors',
    'moderators',
    'tiers',
    'paid members',
    'supporters',
    'organization',
    'org',
    'workspace',
    'specific users',
    'specific people',
    'just me',
    'myself',
    'logged in',
    'authenticated',
    'registered',
    'board',
    'leadership',
    'management',
    'executives',
    'family',
    'internal use',
    'for internal use',
    'company confidential',
  ],
  ...[
    '나만',
    '나만보기',
    '회원',
    '친구',
    '사내',
    '내부',
    '임직원',
    '팀',
    '팀원',
    '부서',
    '구독자',
    '유료',
    '관계자',
    '관리자',
    '운영진',
    '임원',
    '경영진',
    '직원',
    '본인',
    '가족',
    '지인',
    '이웃',
    '서로이웃',
  ],
]);
/** `first draft`, `draft v2`: a draft all the same. */
export const draftWords =
  /^(?:초안|초고)(?: ?\d+차?)?$|^(?:(?:first|second|third|last|final|\d(?:st|nd|rd|th)|rough|early|working|initial|in|unfinished|very) )?draft(?: (?:v ?)?\d[\d.]*| in progress| only)?$/u;
/** What a field that asks for a yes may say instead of a no. */
export const refusals = new Set([
  ...heldStates,
  ...[
    'never',
    'none',
    'not yet',
    'later',
    'soon',
    'someday',
    'tbd',
    'tba',
    'todo',
    'pending',
    'wip',
    'nope',
    'na',
    'n a',
  ],
  ...['안함', '미정', '아직', '나중', '나중에', '추후', '보류', '대기'],
]);
/** Days before which nobody publishes a note; where it says no day that can be read, it is not yet time. */
export const fromField =
  /^(?:publish(?:date|on|at|from|after|time)|embargo(?:ed)?(?:until|till|date|ends|end|lift|lifts|lifted|release)|visible(?:from|after|at|on)|show(?:from|after)|(?:게시|발행|공개)(?:일|예정일?|시작일?)|엠바고해제일?)$/u;
/** Hugo's other names for that day; elsewhere such a field may hold anything. */
export const fromDayField =
  /^(?:publish|published|public|embargo|pubdate(?:time)?|published(?:at|on|date)|datepublished|golive(?:at|on|date)?|live(?:at|on|from|date)|notbefore|scheduledpublish(?:date|at|on)?|공개|발행|게시|엠바고)$/u;
export const untilField = /^(?:expirydate|expirationdate|unpublish(?:ed)?(?:date|on|at))$/u;
/** A day said in words: `embargo: next year`. */
export const embargoField = /^(?:embargo|엠바고)/u;
export const saysLater =
  /(?<![a-z])(?:next|until|till|after|soon|later|tomorrow|pending|tbd|tba|active|q[1-4]|week|month|year|spring|summer|autumn|winter|release|publication)(?![a-z])|다음|내년|이후|까지|추후|발표/u;

/** Keys and values alone are prose, if no mark stands around them, nor a key that only fields have. */
export const looksLikeFields =
  /^\s*(?:<!--|-->|\[(?:\/\/|comment)\]:|[-*+;]{2,}\s*$|\.\.\s|#\+|["']?(?:title|layout|slug|permalink|tags|categories|제목|태그)["']?\s*[:=])/imu;

/** Fields that hold back what they do not clearly release; the others often carry days (`published: 2026-01-01`). */
export const cautious = new Set(
  'draft isdraft private isprivate unlisted publish dgpublish public ispublic secret confidential nopublish donotpublish donotshare 초안 비공개 공개 공개여부 외부공개 비밀 대외비'.split(
    ' ',
  ),
);
/** Maps of fields in which tools keep those of their own, or of the page. */
export const containers = new Set(
  'extra params meta metadata page post note website web blog hugo dg obsidian publishing publication options settings config properties attributes props data custom frontmatter eleventycomputed status state visibility flags'.split(
    ' ',
  ),
);

const yes = 'true yes on y t 1 예 네 참 はい 是 oui si sí ja ✅ ✔ ✓ ☑'.split(' ');
const no = 'false no off n f 0 아니오 아니요 거짓 안함 いいえ 否 non nein ❌ ✗ ✘ ☐'.split(' ');
/** A box of a list of tasks is ticked, or not. */
export const answers = new Map([
  ...[...yes, '[x]'].map((word) => [word, true] as const),
  ...[...no, '[ ]'].map((word) => [word, false] as const),
]);

/**
 * Answers that are given as often of a thing as of its note. Beside a property that no text has (`ip`, `firmware`) they speak
 * of the thing: `live: false` of a server holds no note back.
 */
export const switchesOfThings = new Set([
  'live',
  'online',
  'ready',
  'enabled',
  'disabled',
  'protected',
  'show',
  'display',
]);
export const stateOfThings = /^(?:status|state|stage|phase|stream|workflow|release|scope|상태)$/u;
export const statesOfThings = new Set([
  'internal',
  'restricted',
  'deleted',
  'trash',
  'trashed',
  'future',
  'skip',
]);
/**
 * Properties of devices, machines, parts and matter. None that a text, a plan, a person or a contract could have too
 * (`project`, `host`, `vendor`, `phone`): beside those, such an answer is more likely of the note, and holds back.
 */
export const fieldsOfThings =
  /^(?:ip(?:v?[46])?(?:addr(?:ess)?)?|mac(?:addr(?:ess)?)?|(?:host|server|device|machine|node)names?|fqdn|dns|ports?|endpoints?|subnet|gateway|vlan|manufacturers?|model(?:no|number|name)|serial(?:no|number)?|(?:device|sensor|entity|machine|part|asset)(?:id|class|type|number|no)|firmware(?:version)?|hardware(?:version)?|osversion|cpus?|gpus?|ram|disks?|cores|replicas|datacenter|voltage|amperage|watt(?:age|s)|battery|bandwidth|baud(?:rate)?|sku|barcode|dimensions|density|cas(?:no|number)|(?:melting|boiling)point|species|genus|datatype|아이피|아이피주소|포트|호스트명|서버명|제조사|모델명|일련번호|펌웨어|전압|전류|소비전력|배터리|재질|규격|밀도|화학식|녹는점|끓는점|학명)$/u;
