/** How English asks, and how English notes answer. */
import type { QuestionLanguage } from './language.ts';
import { escapeSigns } from './text-patterns.ts';

const article = '(?:an?\\s+|the\\s+)?';
/** Verbs for what is done to a thing: the place that tells how is found by the thing. */
const deeds =
  '(?:make|brew|use|do|fix|solve|mitigate|deal\\s+with|work\\s+around|improve|lower|increase|create|prevent|reduce|avoid|handle|choose|store|clean|recogni[sz]e|spot|tell|measure|read|stop|keep|calculate|build|taste|set\\s+up|install|configure)';

/** As it is typed, too. */
const difference = '(?:diff|diff?e?r[ae]n[cs]es?)';
const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';

const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';

export const english: QuestionLanguage = {
  shorthand: [
    [/\b(what|who|where|when|how|why)(?:['’]s|s)\b/gu, '$1 is'],
    [/\btemps?\b/gu, 'temperature'],
    [/\b1st\b/gu, 'first'],
    [/\b2nd\b/gu, 'second'],
    [/\b3rd\b/gu, 'third'],
    [/\bw\/(?=\s)/gu, 'with'],
  ],
  requests: [
    /^(?:please\s+)?(?:can|could|would|will)\s+(?:you|someone)\s+(?:please\s+)?/u,
    /^(?:please\s+)?(?:tell\s+me|explain(?:\s+to\s+me)?|show\s+me|describe|find)\s+(?:about\s+)?(?:the\s+|an?\s+)?/u,
    /^(?:i\s+(?:want|need|would\s+like)\s+to\s+know)\s+/u,
    /\s+(?:please|here|exactly|again)$/u,
  ],
  fillWord:
    /^(?:an?|the|is|are|was|were|be|do|does|did|can|could|should|will|would|has|have|had|who|whom|whose|what|which|where|when|why|how|much|many|of|for|in|on|at|to|from|with|by|as|after|before|during|while|into|than|per|about|like|best|it|its|this|that|there|i|we|you|someone|somebody|anyone|everyone|my|your|one|any|some|supported|accepted|get|got|really|exactly|usually|ideal|right|typical|typically)$/u,
  asking:
    /\bhow\s+(?:much|many|long|often)\b|\s(?:why|when|who|where)$|^(?:who|whose|what|which|where|when|why|how|is|are|was|were|do|does|did|can|could|should|will|would|has|have)\s/u,
  wants: {
    number:
      /(?:^at\s+what|^(?:what|which)\s+(?:\S+\s+)?(?:version|port|percentage|temperature)\b|\bhow\s+(?:much|many|long|hot|cool|cold|warm|fast|slow|far|often|high|low|big|small|large|deep|heavy|light|tall|wide|thick|thin|old|soon|late))\b/u,
    day: /^(?:when(?!\s+(?:to|do|should)\b)|what\s+(?:year|date))\b|\swhen$/u,
    moment: /^when\s+(?:to|do|should|can|must)\b/u,
    reason: /\bwhy\b/u,
  },
  moment:
    /\b(?:when|after|before|until|once|as soon as|while|if(?!\s(?:you|we)\s(?:need|require|have|want|would|are|do)\b)|every)\b|\d/iu,
  because: /\b(?:because|since|so that|therefore|due to|owing to|as a result|why|reason)\b|,\sfor\s/u,
  negation: /\b(?:not|isn't|aren't|doesn't|don't|without|except|never|other\s+than)\b/u,
  separator: /\?\s+(?=\S)|\s+and\s+(?=(?:what|when|how|why|where|who)\b)/u,
  openComparison:
    /^how\s+(?:is|are|does|do)\s+(?:it|they)\s+(?:different\s+from|differ\s+from|compare\s+(?:to|with))\s+(?<other>.+)$/u,
  takeUp: (question, before) =>
    question
      .replace(/\b(?:its|their)\s+(?<what>\S+)/u, `$<what> of ${before}`)
      .replace(/\b(?:it|they)\b/u, before),
  compare: (one, other) => `${one} vs ${other}`,
  listMark: /\s*,\s*(?:and\s+)?|\s+(?:and|vs\.?|versus)\s+/u,
  cellAspects:
    /^(?:advantages?|disadvantages?|benefits?|drawbacks?|pros|cons|limits?|limitations?|features?|causes?|uses?|risks?|strengths?|weaknesses)$/u,
  forms: [
    {
      kind: 'difference',
      isAsked: true,
      pattern: new RegExp(
        `^(?:what(?:'s|\\s+is|\\s+are)\\s+)?(?:the\\s+)?(?:main\\s+|key\\s+)?${difference}\\s+(?:between|of|in)\\s+${article}(?<subject>.+?)\\s+(?:and|to|from|vs\\.?)\\s+${article}(?<other>.+)$`,
        'u',
      ),
    },
    {
      kind: 'difference',
      isAsked: true,
      pattern: new RegExp(
        `^(?:how\\s+(?:is|are|does|do)\\s+)${article}(?<subject>.+?)\\s+(?:different\\s+from|differ\\s+from|compare\\s+(?:to|with)|compared\\s+(?:to|with))\\s+${article}(?<other>.+)$`,
        'u',
      ),
    },
    {
      kind: 'difference',
      isAsked: true,
      pattern: new RegExp(
        `^compare\\s+${article}(?<subject>.+?)\\s+(?:and|with|to)\\s+${article}(?<other>.+)$`,
        'u',
      ),
    },
    {
      kind: 'difference',
      isAsked: true,
      pattern: /^(?<subject>.+?)\s+(?:vs\.?|versus|compared\s+(?:to|with))\s+(?<other>.+)$/u,
    },
    {
      kind: 'difference',
      isAsked: true,
      pattern: new RegExp(
        `^(?<subject>.+?)\\s+(?:and|or|vs\\.?|versus)\\s+(?<other>.+?)(?:\\s+(?:${difference}|comparison|compared)|[\\s,:;?-]+what(?:'s|\\s+is|s)\\s+the\\s+${difference})$`,
        'u',
      ),
    },
    {
      kind: 'difference',
      isAsked: true,
      pattern: new RegExp(
        `^(?:what(?:'s|\\s+is|s)\\s+)?(?:the\\s+)?${difference}[\\s:,]+(?<subject>.+?)\\s+(?:and|vs\\.?|versus|or|from)\\s+(?<other>.+)$`,
        'u',
      ),
    },
    {
      kind: 'difference',
      isAsked: true,
      pattern: /^(?<subject>\S+\s.*\S)\s+(?:differences?|diff|comparison)$/u,
    },
    {
      kind: 'fact',
      isAsked: true,
      pattern: new RegExp(
        `^(?:what(?:'s|\\s+is|\\s+are)\\s+)?${article}(?<attribute>defaults?)\\s+(?:(?:value|setting)\\s+)?(?:(?:of|for)\\s+)?${article}(?<subject>.+)$`,
        'u',
      ),
    },
    {
      kind: 'fact',
      isAsked: true,
      pattern: /^(?<subject>.+?)\s+(?:by\s+)?(?<attribute>defaults?)(?:\s+(?:value|setting))?$/u,
    },
    {
      kind: 'date',
      isAsked: true,
      pattern: new RegExp(
        `^(?:when(?!\\s+(?:should|can|must|do)\\s+(?:i|we|you|one)\\b)|what\\s+year|what\\s+date|which\\s+year|since\\s+when|until\\s+when)\\s+(?:did|does|do|is|was|were|are|will|has|can|should)\\s+(?:i\\s+|we\\s+|you\\s+)?${article}(?<subject>.+?)(?:\\s+(?<attribute>start|begin|began|apply|applied|take\\s+effect|(?:come|enter|go)\\s+into\\s+(?:force|effect)|paid|held|sent|closed|updated|reviewed|released?|published?|launched?|founded|introduced|added|deprecated|removed|available|supported|invented|built|opened?|due|end|expire|harvested|planted|picked|announced|made|come\\s+out|in\\s+season))?(?:\\s+be)?$`,
        'u',
      ),
    },
    {
      kind: 'date',
      isAsked: false,
      pattern:
        /^(?<subject>.+?)\s+(?<attribute>release\s+date|start\s+date|effective\s+date|due\s+date|deadline|launch\s+date|dates?|year|harvest\s+(?:season|time)|season|founding\s+year)$/u,
    },
    {
      kind: 'date',
      isAsked: false,
      pattern: new RegExp(
        `^(?<attribute>release\\s+date|start\\s+date|effective\\s+date|due\\s+date|deadline|date)\\s+(?:of|for)\\s+${article}(?<subject>.+)$`,
        'u',
      ),
    },
    { kind: 'date', isAsked: true, pattern: /^(?<subject>.+?)\s+(?:since\s+)?when$/u },
    // Programs count their days in versions.
    {
      kind: 'date',
      isAsked: true,
      attribute: 'added',
      pattern: new RegExp(
        `^(?:since|in|from)\\s+(?:which|what)\\s+version\\s+(?:is|was|are|were|has|does)\\s+(?:there\\s+)?${article}(?<subject>.+?)(?:\\s+(?:added|available|supported|introduced))?$`,
        'u',
      ),
    },
    {
      kind: 'date',
      isAsked: true,
      attribute: 'added',
      pattern:
        /^(?<subject>.+?)\s+(?:since\s+(?:which|what)\s+version|added\s+in|(?:available|supported)\s+since)$/u,
    },
    {
      kind: 'fact',
      isAsked: true,
      attribute: 'cost',
      pattern: new RegExp(
        `^how\\s+much\\s+(?:is|are|for|does|do)\\s+${article}(?<subject>(?!.*\\s(?:of|in|at|weigh|hold|need|use|take)(?:\\s|$)).+?)(?:\\s+cost)?$`,
        'u',
      ),
    },
    {
      kind: 'fact',
      isAsked: true,
      pattern: /^(?<subject>.+?)\s+how\s+(?<attribute>much|many|long|often|hot|big|large|high|old|fast)$/u,
    },
    {
      kind: 'fact',
      isAsked: true,
      pattern: new RegExp(
        `^(?:what(?:'s|\\s+is|\\s+are)|how\\s+(?:much|high|big|large)\\s+(?:is|are))\\s+(?:the\\s+)?(?<attribute>.+?)\\s+(?:of|for|in|at)\\s+${article}(?<subject>.+)$`,
        'u',
      ),
    },
    {
      kind: 'fact',
      isAsked: true,
      pattern: new RegExp(
        `^how\\s+(?<attribute>many\\s+\\S+|much\\s+\\S+|long|hot|fast|far|often|high|big|large|deep|heavy|tall|wide|expensive|old|strong)\\s+(?:is|are|does|do|should|can|must|will|to)\\s+(?:i\\s+|we\\s+|you\\s+)?${article}(?<subject>.+?)(?:\\s+(?:have|need|take|last|cost|be|use|contain|hold|weigh))?$`,
        'u',
      ),
    },
    {
      kind: 'fact',
      isAsked: true,
      pattern: new RegExp(
        `^(?:(?:at|in|on|with|to)\\s+(?:what|which)|what)\\s+(?<attribute>(?!(?:is|are|was|were|do|does|did)\\b)\\S+)\\s+(?:is|are|does|do|should|must|can)\\s+(?:i\\s+|we\\s+|you\\s+)?${article}(?<subject>.+?)(?:\\s+(?:start|begin|end|happen|occur|take\\s+place|come|stop))?$(?<!\\sare\\s+there)`,
        'u',
      ),
    },
    {
      kind: 'fact',
      isAsked: true,
      pattern: new RegExp(
        `^(?:what|which)\\s+(?<attribute>(?!(?:is|are|was|were|do|does|did)\\b)\\S+(?:\\s\\S+)?)\\s+(?:does|do|did)\\s+${article}(?<subject>.+?)\\s+(?:use|have|support|need|require|offer|accept|take|run\\s+on|listen\\s+on)$`,
        'u',
      ),
    },
    {
      kind: 'fact',
      isAsked: true,
      pattern: new RegExp(
        `^how\\s+much\\s+(?:is|are|does|do)\\s+${article}(?<subject>.+?)\\s+(?<attribute>cost|weigh|hold|need|use|take)$`,
        'u',
      ),
    },
    {
      kind: 'fact',
      isAsked: true,
      pattern: new RegExp(
        `^who\\s+(?<attribute>made|makes|invented|built|founded|created|developed|designed|patented|wrote|discovered|described|coined|named|proposed|introduced|published)\\s+${article}(?<subject>.+)$`,
        'u',
      ),
    },
    {
      kind: 'fact',
      isAsked: true,
      pattern: new RegExp(
        `^(?:what|which)\\s+(?<attribute>country|region|place|city|company|colou?r|year|size|price|temperature|altitude|type|kind|variety)\\s+(?:is|are|was|were|does|do)\\s+${article}(?<subject>.+?)(?:\\s+(?:from|in|at|on|for|have|made|grown|used|sold|come\\s+from))*$`,
        'u',
      ),
    },
    {
      kind: 'list',
      isAsked: true,
      pattern: new RegExp(
        `^(?:what(?:'s|\\s+are|\\s+is)?\\s+|list\\s+)?(?:the\\s+|all\\s+|some\\s+|main\\s+|different\\s+|which\\s+)*(?<attribute>types?|kinds?|examples?|steps?|stages?|phases?|parts?|components?|pros(?:\\s+and\\s+|/)cons|advantages?\\s+and\\s+disadvantages?|strengths\\s+and\\s+weaknesses|advantages?|disadvantages?|pros|cons|benefits?|drawbacks?|causes?|reasons?|uses?|features?|properties|characteristics|requirements?|tools?|ingredients?|risks?|limits?|limitations?|methods?|ways?|varieties|options)\\s+(?:of|for|in|to|does|do)\\s+${article}(?<subject>.+?)(?:\\s+(?:have|has|are\\s+there))?$`,
        'u',
      ),
    },
    {
      kind: 'list',
      isAsked: true,
      attribute: 'how',
      pattern: new RegExp(
        `^(?:what(?:'s|\\s+is|\\s+are)\\s+)?(?:the\\s+)?(?:steps?|ways?|methods?)\\s+(?:to|of|for)\\s+${deeds}\\s+${article}(?<subject>.+?)$`,
        'u',
      ),
    },
    {
      kind: 'list',
      isAsked: true,
      attribute: 'kinds',
      pattern: new RegExp(
        `^(?:(?:what|which)\\s+(?<subject>.+?)\\s+(?:are\\s+there|exist|are\\s+available|do\\s+you\\s+have)|(?:what\\s+is\\s+)?(?:the\\s+|an?\\s+)?lists?\\s+of\\s+(?:all\\s+)?${article}(?<other>.+))$`,
        'u',
      ),
    },
    {
      kind: 'list',
      isAsked: true,
      attribute: 'kinds',
      pattern:
        /^(?:what|which)\s+(?<subject>\S+s)\s+(?:can|could|should|do)\s+(?:i|we|you)\s+(?:use|choose|have|get|\S+\s+with)$/u,
    },
    {
      kind: 'list',
      isAsked: true,
      pattern: new RegExp(
        `^what\\s+(?<attribute>causes)\\s+${article}(?<subject>.+?)(?:\\s+to\\s+(?:happen|occur|appear))?$`,
        'u',
      ),
    },
    { kind: 'list', isAsked: true, pattern: /^(?<subject>.+?)\s+(?<attribute>why)$/u },
    {
      kind: 'list',
      isAsked: true,
      pattern: new RegExp(
        `^(?<attribute>why)\\s+(?:is|are|does|do|did|use|should)\\s+(?:i\\s+|we\\s+|you\\s+)?${article}(?<subject>.+?)(?:\\s+(?:happen|occur|important|needed|necessary|used|matter|bad|good))?$`,
        'u',
      ),
    },
    {
      kind: 'list',
      isAsked: true,
      pattern: new RegExp(
        `^(?<attribute>how)\\s+(?:to|do|does|can|should)\\s+(?:i\\s+|we\\s+|you\\s+|one\\s+)?${deeds}?\\s*${article}(?<subject>.+?)(?:\\s+works?)?$`,
        'u',
      ),
    },
    {
      kind: 'fact',
      isAsked: true,
      attribute: 'country',
      pattern: new RegExp(
        `^where\\s+(?:is|are|was|were|does|do|did)\\s+${article}(?<subject>.+?)\\s+(?:from|come\\s+from|grown|made|produced|located)$`,
        'u',
      ),
    },
    {
      kind: 'fact',
      isAsked: true,
      attribute: 'need',
      pattern: new RegExp(
        `^what\\s+(?:do|does|will|should)\\s+(?:i|we|you|one)\\s+(?:need|require)\\s+(?:for|to\\s+(?:do|make|start|begin)|to)\\s+(?:my\\s+|our\\s+|your\\s+)?${article}(?<subject>.+)$`,
        'u',
      ),
    },
    {
      kind: 'list',
      isAsked: true,
      attribute: 'problem',
      pattern: new RegExp(
        `^(?:what|which)\\s+problems?\\s+(?:does|do|did|is|are)\\s+${article}(?<subject>.+?)\\s+(?:solve|address|fix|deal\\s+with|meant\\s+to\\s+solve)s?$`,
        'u',
      ),
    },
    {
      kind: 'definition',
      isAsked: true,
      pattern: new RegExp(
        `^(?:what\\s+(?:does|do|did)\\s+${article}(?<subject>.+?)\\s+(?:do|tell(?:\\s+(?:me|you|us))?|show|measure|say|describe)|what\\s+(?:is|are)\\s+${article}(?<other>.+?)\\s+(?:used\\s+for|good\\s+for|for|about))$`,
        'u',
      ),
    },
    {
      kind: 'definition',
      isAsked: true,
      isExpansion: true,
      pattern: new RegExp(
        `^(?:what\\s+(?:does|do)\\s+)?${article}(?<subject>.+?)\\s+(?:stands?\\s+for|acronym|abbreviation|abbreviated|full\\s+form|full\\s+name|spelled\\s+out)$`,
        'u',
      ),
    },
    {
      kind: 'definition',
      isAsked: true,
      isExpansion: true,
      pattern: new RegExp(
        `^(?:what(?:'s|\\s+is)\\s+)?(?:the\\s+)?(?:full\\s+form|full\\s+name|long\\s+form|acronym|abbreviation)\\s+(?:of|for)\\s+${article}(?<subject>.+)$`,
        'u',
      ),
    },
    {
      kind: 'definition',
      isAsked: true,
      pattern: new RegExp(
        `^(?:what|who)(?:\\s+is|\\s+are|\\s+was|\\s+were|\\s+counts\\s+as|\\s+qualifies\\s+as)\\s+(?:meant\\s+by\\s+)?${article}(?<subject>.+?)$`,
        'u',
      ),
    },
    {
      kind: 'definition',
      isAsked: true,
      pattern: new RegExp(`^what\\s+(?:does|do)\\s+${article}(?<subject>.+?)\\s+(?:mean|stand\\s+for)$`, 'u'),
    },
    {
      kind: 'definition',
      isAsked: true,
      pattern: /^(?<subject>.+?)\s+what\s+(?:is|are|was)\s+(?:it|that|this|they)$/u,
    },
    // A thing may be called that: a definition of done.
    { kind: 'definition', isAsked: true, pattern: /^(?:define\s+)?(?<subject>definition\s+of\s+.+)$/u },
    {
      kind: 'definition',
      isAsked: true,
      pattern: new RegExp(
        `^(?:define|definition\\s+of|meaning\\s+of|the\\s+meaning\\s+of)\\s+${article}(?<subject>.+)$`,
        'u',
      ),
    },
    {
      kind: 'definition',
      isAsked: false,
      pattern: /^(?<subject>.+?)\s+(?:definition|meaning|defined|explained|overview|introduction)$/u,
    },
    {
      kind: 'list',
      isAsked: false,
      attribute: 'kinds',
      pattern: /^(?<subject>.+?)\s+(?:list|levels|tiers|categories|classes)$/u,
    },
    {
      kind: 'list',
      isAsked: false,
      pattern:
        /^(?<subject>.+?)\s+(?<attribute>types|kinds|examples?|steps|stages|phases|parts|components|advantages\s+and\s+disadvantages|strengths\s+and\s+weaknesses|advantages|disadvantages|pros(?:(?:\s+and\s+|\/)cons)?|cons|benefits|drawbacks|causes|reasons|uses|features|properties|characteristics|requirements|tools|ingredients|risks|limits|limitations|methods|varieties|options)$/u,
    },
    {
      kind: 'fact',
      isAsked: false,
      pattern: new RegExp(
        `^(?:the\\s+)?(?<attribute>\\S+(?:\\s+\\S+){0,2}?)\\s+(?:of|for|per|in)\\s+${article}(?<subject>.+)$`,
        'u',
      ),
    },
    { kind: 'fact', isAsked: false, pattern: /^(?<subject>.+?)\s+(?<attribute>\S+(?:\s+\S+)?)$/u },
    // harvest time Huila: the property may come first.
    {
      kind: 'fact',
      isAsked: false,
      pattern: /^(?!wh|how|is\s|are\s|do)(?<attribute>[a-z]+\s+[a-z]+)\s+(?<subject>.+)$/u,
    },
    {
      kind: 'fact',
      isAsked: false,
      pattern: /^(?!wh|how|is\s|are\s|do)(?<attribute>[a-z]+)\s+(?<subject>.+)$/u,
    },
  ],
  aspects: [
    [
      '종류',
      '유형',
      'type',
      'types',
      'kind',
      'kinds',
      'varieties',
      'variety',
      'classification',
      'options',
      'option',
    ],
    ['예', '사례', '활용', 'example', 'examples', 'uses', 'use', 'use cases', 'applications', 'case'],
    [
      '구성',
      '구성 요소',
      '구조',
      'part',
      'parts',
      'component',
      'components',
      'structure',
      'architecture',
      'layers',
      'anatomy',
    ],
    [
      '단계',
      '절차',
      '순서',
      '과정',
      'step',
      'steps',
      'stage',
      'stages',
      'phase',
      'phases',
      'procedure',
      'process',
      'sequence',
      'how',
    ],
    ['특징', '특성', 'feature', 'features', 'properties', 'property', 'characteristics', 'traits'],
    [
      '장점',
      '이점',
      '효과',
      'advantage',
      'advantages',
      'benefit',
      'benefits',
      'pros',
      'strengths',
      'pros and cons',
      'pros/cons',
      'advantages and disadvantages',
      'strengths and weaknesses',
    ],
    [
      '단점',
      '한계',
      '문제점',
      'disadvantage',
      'disadvantages',
      'drawback',
      'drawbacks',
      'cons',
      'weaknesses',
      'limits',
      'limit',
      'limitations',
      'limitation',
      'problems',
      'pros and cons',
      'pros/cons',
      'advantages and disadvantages',
      'strengths and weaknesses',
    ],
    ['원인', '이유', '까닭', 'cause', 'causes', 'reason', 'reasons', 'why', 'background'],
    ['problem', 'problem it addresses', 'problem it solves', 'purpose', 'motivation', 'why'],
    [
      '방법',
      '대책',
      '대응',
      '완화',
      'method',
      'methods',
      'way',
      'ways',
      'how',
      'how to',
      'technique',
      'techniques',
      'fixes',
      'remedies',
      'workarounds',
      'mitigations',
      'mitigation',
      'prevention',
      'solutions',
    ],
    ['요건', '조건', '기준', 'requirement', 'requirements', 'criteria', 'conditions'],
    ['tool', 'tools', 'equipment', 'ingredient', 'ingredients', 'materials'],
    ['위험', '위협', 'risk', 'risks', 'hazards', 'threats', 'warnings'],
  ],
  noun: /(?!)/u,
  announcing: /\b(?:two|three|four|five|six|seven|eight)\s\w+(?:\s\w+)?[.:]$|\bas follows[.:]$/iu,
  denying: /\b(?:not|never|no longer|wrong|incorrect|wrongly)\b/iu,
  propertyHead: /^(?:property|properties|aspect|criterion|criteria|feature|item|compared)?$/u,
  kindsAspect: 'kinds',
  wayAspect: 'methods',
  stepsAspect: 'steps',
  counter: '',
  degree: /^(?:high|low|higher|lower|large|small|good|bad|other|same|new|old|all|each|this|that)$/iu,
  counted:
    /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:kinds\s+of\s+|types\s+of\s+)?(?<what>.+)$/u,
  topicOf: (attribute) =>
    new RegExp(
      `\\b${escapeSigns(attribute)}(?:\\s(?:of|for)\\s(?:\\S+\\s){1,4}?)?\\s?(?:is|are|was|were)\\s`,
      'u',
    ),
  within: /^(?<what>.+)\sin\s(?<whole>[a-z]+)$/u,
  asksPart: /^what(?:'s|\s+is|\s+are)\s+\S+(?:\s\S+)?\s+in\s/u,
  asksDoing: /^what\s+do(?:es)?\s.+\sdo$|^who\s(?:is|was)\s/u,
  aside: /(?!)/u,
  pointing:
    /^here(?:['’]s|,?\s(?:we|is|are))\b|^(?:this|these|that|those)\s(?:\w+\s)?also\b|^(?:the former|the latter|this one|that one)\b|^(?:as|if|when|since|because)\sth(?:is|ese|at|ose)\b|\bin this (?:document|chapter|section|guide|article)\b|\b(?:in|at|by|from|with) the (?:above|following|previous)\b/iu,
  laterEvents: /^(?:amended|amendment|revised|revision|repealed|ended|expired)/u,
  countedNoun: /(?!)/u,
  countedDeed: /(?!)/u,
  readNumeral: () => undefined,
  measures:
    /(?:^|\s)(?:max(?:imum)?|min(?:imum)?|price|cost|fee|fines?|penalty|budget|stipend|allowance|salary|bonus|discount|quota|retention|port|version|interval|timeout|window|frequency|bandwidth|capacity|size|limit|ratio|share|number|temperature|time|duration|period|weight|length|height|speed|power|voltage|concentration|interval|area|rate|complexity|amount|dose|yield|range|pressure|cost|long|hot|fast|far|often|high|big|large|deep|heavy|tall|wide|expensive|old|strong|weigh|hold|need|use|take|many\s.+|much\s.+)$/u,
  makingForms:
    /^(?:made|makes|invented|built|founded|created|developed|designed|patented|wrote|discovered|described|coined|named|proposed|introduced|published)$/u,
  given:
    /(?:^|\(|[,;]\s(?:which\s|it\s)?|\bthe\s|^by\s)(?<label>defaults?)(?:\s(?:value|setting))?\s?(?::|\b(?:is|are|to)\b|(?:,|(?<=^by\sdefault))\s(?:the\s|its?\s)?(?<of>[^,]{2,40}?)\s(?:is|are)\b)\s(?<value>[^()]{1,160}?)\)?[.]?$/iu,
  givenAsked: /\bdefaults?\b/u,
  example: /^(?:for (?:example|instance)|e\.g\.|example)\b|,\sfor\s(?:example|instance)[:,]/iu,
  who: /^who(?:se)?\b/u,
  somebody:
    /\b(?:we|us|our|you|your|they|he|she|team|manager|company|employees?|people|everyone|everybody|anyone|anybody|somebody|staff|support|users?|members?|students?|owners?|authors?|residents?|committee|club|society|school|government|agency|office|officer|department|parents?|customers?|developers?|administrators?|admins?|maintainers?|\w+(?:ers|ors|ists))\b/iu,
  where: {
    asked: /^where\s+(?:is|are|was|were|do|does|did|can|could|should|will)\b/u,
    said: /\b(?:in|at|on|under|inside|within|from|into|near|via|through|behind|below|above|folder|directory)\b|[/\\>→]/iu,
  },
  units: [],
  howMany: /^how\s+many\b/u,
  counts: (query) => {
    const noun = /^how\s+many\s+(?<noun>[a-z]{4,})/u.exec(query)?.groups?.['noun'];
    if (noun === undefined) return null;
    const stem = escapeSigns(noun.replace(/(?:ies|es|s)$/u, ''));
    const figure =
      '(?<![\\p{L}-])(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|dozen|single)';
    const between = '(?:(?:is|are|was|were|limited|up|to|at|most)\\s|[:=(\\s])*';
    return new RegExp(
      `${figure}[-–\\s+%]+(?:[\\p{L}\\d'’%–-]+\\s+){0,4}?${stem}|${stem}\\p{L}*\\P{L}${between}${figure}(?![\\p{L}])`,
      'iu',
    );
  },
  countWords: /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?=\s[a-z])/giu,
  unitWords: /^(?:called|named|capacity|size|value|consumption|usage|amount|number)$/u,
  emptyVerb: /(?<=^why\s.+)\s(?:needed|necessary|important)$|(?<=^how\s.+)\sworks?$/u,
  askingWords: /(?<![\p{L}\d])(?:vs\.?|versus|differences?|between|how|many|much)(?![\p{L}\d])/giu,
  setApart: /\b(?:than|while|whereas|but|unlike)\b|;\s/iu,
  surelyBecause: /\b(?:because|since|so that|therefore|due to|owing to|as a result|reason)\b/iu,
  lightVerb:
    /\b(?:get|gets|take|takes|taken|spend|use|used|give|gives|given|have|need|needed|allowed|pay|pays|keep|kept|offer|offers|cost|costs|last|happens?|apply|work|works|go|goes|come|comes|make|makes|start|starts|begin|begins|stop|holds?|contains?|stores?|should|must|available|possible|required|am|me|us|our|their|over|up|so|two|long)\b/gu,
  looseWord:
    /^(?:come|comes|get|gets|spend|pay|pays|keep|offer|offers|last|lasts|take|takes|taken|begin|begins|start|starts|make|use|need|needs|grow|grown|find|found|say|says|work|works|happen|happens|batch|discovered|go|goes|give|given|should|must|may|long)$/u,
  lightWords: /^(?:needed|necessary|important|used?|matters?|good)?$/u,
  purpose:
    /\b(?:so that|in order to|because|to\s(?:avoid|prevent|reduce|keep|make|allow|let|help|protect|ensure|improve))\b/u,
  asksHow: /^how\s+(?:to|do|can|should)\s/u,
  orders:
    /^(?:add|change|choose|configure|create|customi[sz]e|delete|disable|download|edit|enable|export|find|get|import|install|make|manage|move|remove|rename|request|set|show|start|stop|switch|turn|update|upgrade|use|view)\s/iu,
  deed: /^[^.:]{1,30}:\s|^(?:to|use|using|run|click|press|open|select|go|type|enter|install|choose|add|create|set|turn|put|start|sign|log|email|send|ask|call|make|drag|right-click|hover|tap|check|visit|download|see|keep|take|request|submit|pick)\s|\bby\s\w+ing\b|\byou(?:['’]ll)?\s(?:\w+\s)?(?:can|should|must|may|need|have)\b|\b(?:should|must)\sbe\b|[.,:]\s(?:use|run|click|press|open|select|go|type|enter|choose)\s/iu,
  fillNoun:
    /^(?:content|use|usage|level|degree|time|date|value|setting|info|information|details|status|data)$/u,
  days: /deadline|duration|time|interval|long|often|season/u,
  eventForms: [
    [
      '시행',
      '발효',
      '적용',
      'applies',
      'apply',
      'entered into force',
      'came into force',
      'enter into force',
      'take effect',
      'took effect',
      'takes effect',
      'start',
      'begin',
      'began',
      'apply',
      'applied',
      'take effect',
      'come into force',
      'effective',
      'in force',
    ],
    [
      '출시',
      '공개',
      '발표',
      'release',
      'released',
      'publish',
      'published',
      'launch',
      'launched',
      'come out',
      'introduced',
      'announced',
    ],
    ['added', 'introduced', 'available', 'supported', 'since'],
    ['founded', 'built', 'opened', 'open', 'invented', 'made', 'established'],
    ['harvested', 'harvest', 'picked', 'in season'],
    ['due', 'end', 'expire', 'deadline'],
  ],
  verbForms:
    'recognise recognize spot identify detect,fix mend repair solve cure,delete remove erase,edit modify,send sent submit,manage administer handle,win won,pay paid,hold held,keep kept,begin began begun,build built,buy bought purchase,sell sold,send sent,find found,give gave given,go went gone,grow grew grown,make made,take took taken,write wrote written,rise rose risen,come came,become became,break broke broken,choose chose chosen select pick,fall fell fallen,freeze froze frozen,lose lost,leave left,lead led,mean meant,meet met,run ran,see saw seen,spend spent,teach taught,tell told,think thought,know knew known,draw drew drawn,bring brought,wear wore worn,drive drove driven,speak spoke spoken,steal stole stolen,throw threw thrown,understand understood,forget forgot forgotten'
      .split(',')
      .map((forms) => forms.split(' ')),
  measureForms: [
    ['cost', 'costs', 'price', 'prices', 'expensive', 'amount', 'fee', '가격', '비용', '요금'],
    ['called', 'named', 'name', 'names'],
    ['bandwidth', '대역폭'],
    ['memory', '메모리'],
    ['capacity', '용량'],
    ['power', '전력'],
    ['size', '크기', '규모'],
    ['fine', 'fines', 'penalty', 'penalties', '과징금', '과태료', '벌금', '제재'],
    ['accuracy', '정확도'],
    ['share', '점유율', '비율'],
    ['maker', 'vendor', 'manufacturer', '개발사', '제조사'],
    ['role', 'functions', 'function', '역할', '기능'],
    ['obligations', 'duties', '의무'],
    ['goal', 'goals', 'purpose', '목적'],
    ['year', 'annual', 'annually', 'yearly'],
    ['month', 'monthly'],
    ['week', 'weekly'],
    ['day', 'daily'],
    ['weigh', 'weight', 'heavy'],
    ['long', 'duration', 'time', 'length'],
    ['hot', 'temperature'],
    ['fast', 'speed', '속도'],
    ['colour', 'color'],
    ['country', 'origin', 'region', 'where', 'from'],
    [
      'made',
      'makes',
      'invented',
      'built',
      'founded',
      'created',
      'developed',
      'designed',
      'patented',
      'maker',
    ],
  ],
  spelling: /^(?:short|an?\s(?:abbreviation|acronym))\s(?:for|of)\s|\bstands\sfor\s(?:\S+\s){0,6}\S+$/iu,
  exampleAspect: 'examples',
  comingOut: /^come\sout$/u,
  dateHead: /^(?:date|day|year|when|released?)$/u,
  beginning: {
    head: /^(?:from|since|starts?|effective|applies\sfrom|effective\sdate)$/u,
    events: /^(?:appl|start|begin|effect|in\sforce)/u,
  },
  obliged: { asked: /(?!)/u, said: /(?!)/u },
  countUnits: [],
  modifying: /(?!)/u,
  foretold: /(?!)/u,
  until: {
    asked: /^(?:until|till|by)\s+when/u,
    said: /\b(?:until|till|by|deadline|expires?|ends?|within)\b/iu,
  },
  rate: /^(?<what>[a-z]{4,})\srate$/u,
  relations: [
    { asked: /\bafter\b/u, said: /\b(?:after|once|then|from|when|since|behind)\b/iu },
    { asked: /\bbefore\b/u, said: /\b(?:before|until|till|prior|by|ahead|advance)\b/iu },
    { asked: /\bwithout\b/u, said: /\b(?:without|no|not|lacks?|lacking)\b/iu },
  ],
  spans: [
    {
      asked: /^(?:long|duration|time|period|length|interval|window|timeout|retention)$/u,
      rivals: /\b(?:interval|window|timeout|retention)s?\b/giu,
      said: /(?:\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|few|half)\b)(?:\s?(?:–|-|to)\s?\w+)?[\s-]?(?:s|sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|hours?|days?|weeks?|months?|years?)\b(?!\s(?:before|after|later|earlier|ago)\b)/iu,
    },
    {
      asked: /^(?:often|frequency|frequently)$/u,
      said: /\b(?:every|each|once|twice|times|hourly|daily|weekly|bi-?weekly|(?:semi-?)?monthly|quarterly|annually|yearly|per\s(?:day|week|month|year))\b/iu,
    },
    {
      asked: /^(?:command|syntax|shortcut)$/u,
      said: /:(?:\s|$)|\b(?:run|type|enter|press|execute)\b/iu,
      isAlways: true,
    },
    { asked: /^range$/u, said: /\bfrom\s.*\d.*\bto\s.*\d|\d\s?[–-]\s?\d|\bbetween\s.*\d.*\band\s.*\d/u },
    { asked: /^complexity$/u, said: /[OΘΩ]\s?\(/u },
    { asked: /^(?:hot|cold|warm|cool|temperature)$/u, said: /\d\s?°(?![CF]\s(?:an?|per)\s)/u },
    { asked: /^versions?$/u, said: /\d/u },
    { asked: /^(?:percentage|percent)$/u, said: /\d\s?%|percent/iu },
    {
      asked: /^(?:length|size)$/u,
      said: /\d\+?\s?(?:characters?|letters?|digits?|words?|pages?|lines?|[kmgt]?b(?:ytes?)?|px|mm|cm|km|m|ft|feet|inch(?:es)?|people|members?)\b/iu,
    },
    {
      asked: /^(?:max|maximum|limit|cap|most|minimum|min|least|threshold)$/u,
      said: /\b(?:up\s+to|at\s+(?:most|least)|no\s+(?:more|less|fewer)\s+than|max(?:imum)?|min(?:imum)?|limit(?:ed)?|capped|cap|benchmark|over|under|below|above|within|exceed\w*)\b.*\d|\d.*\b(?:or\s+(?:more|less)|max(?:imum)?|limit)\b/iu,
    },
    {
      asked: /^(?:costs?|prices?|expensive|stipends?|budgets?|allowances?|fees?|bonus|reimbursements?)$/u,
      said: /[$€£¥]\s?\d/u,
    },
  ],
  yesNo: /^(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have)\s/u,
  modal: /\b(?:can|could|should|must|may|shall)\s/u,
  ofSelf: /\b(?:i|we|you|one|my|our|your)\b/u,
  dayWord: /\s*(?:date|day|time|season|year)$/u,
  events: /^[\s(),]{0,3}(?<event>release|launch|amendment|revision|announcement|publication)/u,
  date: new RegExp(
    `${month}\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d{2}|\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${month}\\s(?:19|20)\\d{2}|(?:${month}|(?:[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter))\\s(?:of\\s)?(?:19|20)\\d{2}|\\b${month}\\s\\d{1,2}(?:st|nd|rd|th)?(?![\\d:%°])|(?<=\\b(?:in|every|each|by|until|since|from|around|during|mid|late|early)\\s)${month}(?![a-z])|\\b${month}(?:\\s(?:to|until|through|and)\\s${month})|(?<![A-Za-z\\d.,-])(?:1[6-9]|20)\\d{2}(?:s(?![a-z])|-\\d{2}(?:-\\d{2})?)?(?!\\d|,\\d|년)(?<!\\b(?:for|the|our|this|of\\sthe)\\s\\d{4}(?=\\s[a-z]))|\\b(?:[Ee]very|[Ee]ach)\\s(?:other\\s|second\\s)?${weekday}\\b|\\b(?:first|second|third|last|end|start|beginning)\\s(?:${weekday}\\s|(?:working\\s|business\\s)?day\\s)?of\\s(?:the|every|each)\\s(?:week|month|quarter|year)\\b|(?<=\\b(?:[Aa]dded|[Ii]ntroduced|[Aa]vailable|[Ss]upported|[Ss]ince|[Dd]eprecated|[Rr]emoved)\\b[^.]{0,24})\\bv?\\d+(?:\\.\\d+)+`,
    'gu',
  ),
  span: /\d+(?:\s?(?:–|-|to)\s?\d+)?[\s-]?(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?)/gu,
  spanWords:
    /\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty)(?:\s(?:to|or|and)\s\w+)?[\s-](?:\w+\s)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times)\b/iu,
  definitionHeading:
    /^(?:definition|overview|introduction|what\s+(?:(?:it|they|this)\s+)?(?:is|are)\b.*|concept|meaning|about)/u,
  definitionWords:
    /^(?:what\s+(?:is|are)\s+(?:an?\s+|the\s+)?|(?:definition\s+of|(?:an?\s+)?(?:introduction\s+to|overview\s+of)|about|understanding)\s+(?:the\s+)?)|\?\s*$|\s+(?:definition|overview)$/iu,
  glossaryHeading: /\b(?:glossary|definitions|terminology|terms|vocabulary|abbreviations|acronyms)\b/iu,
  echoHeading:
    /^(?:review\s+questions?|questions?|quiz|exercises?|self[- ]test|flash\s?cards?|references?|sources?|see\s+also|further\s+reading|related(?:\s+notes)?|contents|change\s?log|links|answer\s+(?:skeleton|outline))(?=\s*(?:$|[^\p{L}\s]|(?:and|on|for|about)\s))/u,
  contrast: /\b(?:while|whereas|unlike|in contrast|rather than|instead of)\b/iu,
  differing: /\b(?:differs?|is\sdifferent|are\sdifferent|not\sto\sbe\sconfused)\b/iu,
  comparisonHeading: /compar|differen|\bvs\b/iu,
  meaningColumn: /^(?:meaning|definition|description|what\s+it\s+(?:is|means|does))$/u,
  topic:
    /^s?\s+(?:is|are|was|were|refers?\s+to|corresponds?\s+to|means?|describes?|denotes?|stands?\s+for|(?:acts?|serves?|functions?)\s+as|consists?\s+of|comprises?|represents?|says?)\s/u,
  kindNoun:
    /\s(?:patterns?|algorithms?|models?|methods?|techniques?|protocols?|principles?|theor(?:y|ies)|laws?|guides?|polic(?:y|ies)|program(?:me)?s?|basics|overview|architectures?|strateg(?:y|ies)|systems?|approach(?:es)?|frameworks?|languages?|applications?|apps?|deployments?|effects?)$/iu,
  thingNoun:
    /\s(?:function|file|command|method|keyword|operator|error|code|port|option|attribute|tag|class|term|acronym)$/u,
  article:
    /^(?:(?:in\s(?:our|this|that|most|other|general|short)(?:\s(?:cases?|contexts?|words))?|here|basically|simply\sput),\s)?(?:an?\s|the\s)?/iu,
  definingStart:
    /^(?:an?|the)\s|^(?!(?:Always|This|Is|As|Was|Has|Does|Unless|Sometimes|Besides|Perhaps|Thanks|Towards|Previous|Various|Its?|Less|Yes)\s)[A-Z][a-z]+s\s(?:an?|the|all|any|one|whether|how|if)\s|^(?:Adds|Allows|Applies|Checks|Configures|Controls|Converts|Creates|Defines|Deletes|Enables|Generates|Gets|Handles|Limits|Lists|Manipulates|Matches|Obtains|Performs|Prints|Provides|Reads|Registers|Removes|Replaces|Returns|Rewrites|Routes|Runs|Sends|Serves|Sets|Shows|Specifies|Starts|Stops|Stores|Updates|Validates|Writes)\s/iu,
  definingEnd: /^[^?]{12,}[.]?$/u,
  notDefining:
    /^(?:this\s+(?:note|page|section|article|guide)|here\s|below|in\s+this|we\s|see\s|there\s+(?:is|are)|(?:\S+\s){1,3}(?:is|are)\s(?:(?:very|also|only|now|still|instead|always|often|more|\w+ly)\s)*(?:(?:in|at|on|under|inside|part\sof)\s|(?:sensitive|similar|key|central|vital|integral|necessary|needed|equal|subject|prone|close|dependent|critical|essential|crucial|vulnerable|comparable|identical|due|likely|proportional|orthogonal|compatible|independent|different|distinct)\s(?:to|on|for|with|by|from|in|of)\s|easy|great|important|good|simple|useful|helpful|optional|required|available|free|supported|installed|stored|saved|located|enabled|disabled|suitable|included|listed|updated|shown|displayed|sent|paid|reviewed|allowed|encouraged|recommended|expected|rare|common|(?!(?:any|some|every|no)thing)\w{3,}ing|\w{3,}(?:ed|en)\s(?:before|after|when|while|if|until|unless|once|in|at|on|via|with))\b)|^(?:learn|discover|find\sout)\s|\b(?:is|are|was|were)\s+(?:(?:not|n't|never)\b|(?:an?|the|one|some)\s\w+\sof\s(?:these|those|them|this|that|both)\b)|\b(?:to|of|for|with|from|by)\s(?:this|that|these|those)[.,]|[?]["”’')]*$/iu,
};
