/**
 * The answers' examination: questions in many forms with a piece of the text that must be in the answer, and questions
 * that the notes do not answer, where none may be shown. Over the project's notes, and over plain notes of other trades
 * (no front matter, no glossary), in Korean and English. Both files grow with every question that once went wrong.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../src/search/engine.ts';
import { examineAnswers, type GoldQuestion } from './examine-answers.ts';
import { openSearch } from './open-search.ts';
import { readNotes, searchNotes } from './search-notes.ts';
import { ownSite } from './sites.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const own = read('search-answers.json') as GoldQuestion[];
const notes = read('search-answers-notes.json') as Record<'garden' | 'network', GoldQuestion[]>;
const openNotes = async (name: string): Promise<Engine> =>
  searchNotes(await readNotes(`tests/fixtures/${name}-notes`));

describe.each([
  ['our notes', own, () => openSearch(ownSite)],
  ['plain Korean notes', notes.garden, () => openNotes('garden')],
  ['plain English notes', notes.network, () => openNotes('network')],
] as const)('%s', (_, gold, open) => {
  test('are answered right (≥ 90 %), and hardly ever wrong (≤ 2 %)', async () => {
    const { right, wrong, faults } = await examineAnswers(await open(), gold);
    expect(right, faults.join('')).toBeGreaterThanOrEqual(0.9);
    expect(wrong, faults.join('')).toBeLessThanOrEqual(0.02);
  });
});

test('there are enough questions', () => {
  expect(own.length).toBeGreaterThanOrEqual(120);
  expect(notes.garden.length + notes.network.length).toBeGreaterThanOrEqual(60);
});

test('a question, even a long or broken one, never fails, and an answer has a place', async () => {
  const engine = await openNotes('garden');
  for (const query of [
    '뭐야',
    '?',
    'what is',
    '와 차이',
    '토마토와 차이',
    '토마토가 뭐고 상추는 뭐야',
    `${'토마토 '.repeat(120)}가 뭐야`,
    '토마토\u0000이 뭐야',
    '(.+?)란 무엇인가',
  ]) {
    const { answers } = await engine.search(query);
    for (const answer of answers) expect(answer.url).toMatch(/^\/[^/]+\//u);
  }
  const both = await engine.search('토마토가 뭐고 상추는 뭐야');
  expect(both.answers.map(({ subject }) => subject)).toEqual(['토마토', '상추']);
});

test('who made something is not answered with who made another thing that its note mentions', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'valve.md',
        '# Valve\n\nA valve lets steam out.\n\n## Uses\n\nThe kettle was developed by Crompton in 1891. Everest released a gauge in 1902.\n',
      ],
      ['pump.md', '# Pump\n\nA pump moves water. It was first built by Ctesibius long ago.\n'],
      [
        'lid.md',
        '# 뚜껑\n\n뚜껑은 냄비를 덮는다.\n\n## 둘레\n\n추는 영국 정부가 고안했다. 국제표준화기구가 손잡이 규격을 제정했다. 삼정사가 개발한 불판은 넓다.\n',
      ],
      ['pot.md', '# 질그릇\n\n질그릇은 흙으로 빚는다. 2014년에 도예 연구진이 제안한 그릇이다.\n'],
    ]),
  );
  const said = async (query: string) =>
    (await engine.search(query)).answers.filter(({ kind }) => kind === 'fact').map(({ text }) => text);
  expect(await said('who invented the valve')).toEqual([]);
  expect(await said('뚜껑은 누가 만들었어')).toEqual([]);
  expect(await said('who built the pump')).toEqual(['It was first built by Ctesibius long ago.']);
  expect(await said('who developed the kettle')).toEqual(['The kettle was developed by Crompton in 1891.']);
  expect(await said('질그릇은 누가 만들었어')).toEqual(['2014년에 도예 연구진이 제안한 그릇이다.']);
});

test('what the place of an answer does not say of the question, is not answered', async () => {
  const engine = await searchNotes(
    new Map([
      ['kettle.md', '# Kettle\n\nA kettle boils water.\n\n## How it works\n\nA coil heats the water.\n'],
      [
        'lid.md',
        '# 뚜껑\n\n뚜껑은 냄비를 덮는다. 뚜껑은 국내 공장이 찍지만 회사가 만든 상자에 담긴다.\n\n## 일정\n\n뚜껑의 발행사 등은 2025-11-07 소송을 냈다. 참여사업자는 겹뚜껑(KoBu)을 닦는다. 끓어넘침의 대응은 뚜껑 틈, 약한 불과 넓은 냄비이다.\n\n## 갈래\n\n| 갈래 | 쓰는 곳 |\n| --- | --- |\n| 뚜껑 | 언어가 다른 집 |\n',
      ],
    ]),
  );
  const ask = async (query: string) => (await engine.search(query)).answers;
  for (const query of [
    'how to clean a kettle',
    'where is water made',
    '뚜껑 만든 회사',
    '뚜껑 창업자',
    '뚜껑 무슨 언어로 만들었어',
    'KoBu가 무슨 약자야',
    '뚜껑 언제 폐지돼',
    '뚜껑 최대 몇 개',
  ])
    expect(await ask(query), query).toEqual([]);
  expect(JSON.stringify(await ask('끓어넘침 막는 방법'))).toContain('약한 불');
});

test('how many are counted in words as well as in figures', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'pump.md',
        '# Pump\n\nA pump moves water.\n\n## How many parts\n\nA pump has two parts. A part weighs 8 kg.\n',
      ],
    ]),
  );
  const { answers } = await engine.search('how many parts does a pump have');
  expect(answers[0]?.text).toMatch(/^A pump has two parts/u);
});

test('a list or a count is of what was asked for, not of what stands beside it', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'shed.md',
        '# Garden shed\n\nA shed keeps tools dry.\n\n## What it cannot hold\n\n- cars\n\n| part | cost |\n| --- | --- |\n| roof | 300 |\n| door | 90 |\n',
      ],
      ['server.md', '# 서버\n\n서버는 요청에 답한다.\n\n## 동작 방식\n\n1. 요청을 받는다\n2. 답을 보낸다\n'],
      ['cooker.md', '# 압력솥\n\n압력솥은 조리 도구다. 부품은 다섯 가지다: 몸체, 뚜껑, 추, 고무, 손잡이.\n'],
      ['weight.md', '# 추\n\n추는 압력을 조절하는 부품이다.\n'],
    ]),
  );
  const said = async (query: string) =>
    (await engine.search(query)).answers.map(({ text, items }) => [text, ...items].join(' '));
  expect(await said('garden shed limitations')).toEqual(['cars']);
  expect(await said('서버 종류 몇 가지')).toEqual([]);
  expect(await said('서버 동작 방식')).toEqual([expect.stringContaining('요청을 받는다')]);
  expect(await said('추는 몇 개야')).toEqual([]);
  expect(await said('압력솥 부품은 몇 개야')).toEqual([expect.stringContaining('다섯 가지')]);
});

test('a value is of the kind that was asked for, and of the very thing', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'kilns.md',
        '# 가마 고르기\n\n가마를 고르는 법이다. K7의 물탱크 유량은 30L/s이다. 도원은 K7을 3,930만 시간 돌렸다.\n\n| 가마 | 물탱크 | 근거 |\n| --- | --- | --- |\n| 도원 K7(전기) | 40L | 설명서 |\n| 도원 K9 | 60L | 설명서 |\n',
      ],
      [
        'shop.md',
        '# 작업장\n\n작업장은 그릇을 굽는 곳이다.\n\n| 구분 | 여느 작업장 | 큰 작업장 |\n| --- | --- | --- |\n| 선반 전력 | 3kW | 9kW |\n\n## 물레\n\n물레는 낮은 축으로 돈다. 4명이 물레 2대를 쓴다.\n',
      ],
    ]),
  );
  const said = async (query: string) => (await engine.search(query)).answers.map(({ text }) => text);
  expect(await said('K7 물탱크 용량')).toEqual(['40L']);
  expect(await said('작업장 전력 소비량')).toEqual([]);
  expect(await said('물레 축은 보통 몇')).toEqual([]);
  expect(await said('K7 가격 얼마야')).toEqual([]);
  expect(await said('작업장 물레 개수')).toEqual(['4명이 물레 2대를 쓴다.']);
});

test('two things are compared where only a blank parts them', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'kilns.md',
        '# 가마 견주기\n\n가마는 여럿이다.\n\n| 구분 | 오름 전용 | 평지 전용 |\n| --- | --- | --- |\n| 불길 | 위로 | 옆으로 |\n\n## 산화소성 환원소성\n\n산화 소성은 공기를 넣고, 환원 소성은 공기를 막는다.\n',
      ],
    ]),
  );
  const kinds = async (query: string) => (await engine.search(query)).answers.map(({ kind }) => kind);
  for (const query of [
    '오름 전용 평지 전용 차이',
    '산화소성 환원소성 뭐가 달라',
    '산화소성 환원소성 공기 차이',
  ])
    expect(await kinds(query), query).toEqual(['difference']);
});

test('kinds stand in the column that is headed with their name, examples below a heading that calls them so', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'pottery.md',
        '# 도자기 값\n\n도자기의 값을 매긴다.\n\n## 무엇으로 세나\n\n| 셈 방식 | 단위 |\n| --- | --- |\n| 무게 셈 | 그램 |\n| 낱개 셈 | 개 |\n',
      ],
      [
        'glaze.md',
        '# 유약\n\n유약은 그릇에 입히는 유리질 막이다.\n\n## 대표 유약\n\n빛과 결이 다르다.\n\n| 이름 | 빛 |\n| --- | --- |\n| 청자유 | 푸름 |\n| 천목유 | 검음 |\n',
      ],
      [
        'jwt.md',
        '# 굽기 장부(Firing Record)\n\n## 굽기 장부(Firing Record)\n\n> Firing + Record의 합성어\n\n불의 세기를 시간마다 적어 두는 문서를 의미한다.\n\n## 구성요소\n\n- 날짜\n- 온도\n- 이름\n',
      ],
      [
        'ux.md',
        '# 손잡이와 GX\n\n손잡이를 다룬다.\n\n### GX\n\n> Grip eXperience\n\n쥐는 느낌을 다듬는다.\n',
      ],
    ]),
  );
  const said = async (query: string) =>
    (await engine.search(query)).answers.map(({ text, items }) => [text, ...items].join(' ').trim());
  expect(await said('도자기 셈 방식 종류')).toEqual(['무게 셈 낱개 셈']);
  expect(await said('유약 예시')).toEqual(['청자유 천목유']);
  expect(await said('굽기 장부 구성요소 몇 개')).toEqual(['날짜 온도 이름']);
  expect(await said('굽기 장부가 뭐야')).toEqual(['불의 세기를 시간마다 적어 두는 문서를 의미한다.']);
  expect(await said('GX 풀네임')).toEqual(['Grip eXperience']);
});

test('the day of an event is told by other words for it, in a cell beside its row’s name as well', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'law.md',
        '# 도자기 다툼\n\n다툼을 모았다. 유약 신고제는 2025-08-26에 폐기됐다.\n\n| 쟁점 | 사건 | 내용 |\n| --- | --- | --- |\n| 베끼기 | 한들 대 도원 | 베낀 것이 아니라고 2025-06-23 판단 |\n',
      ],
    ]),
  );
  const said = async (query: string) => (await engine.search(query)).answers.map(({ text }) => text);
  expect(await said('유약 신고제 언제 종료되나')).toEqual(['2025-08-26']);
  expect(await said('한들 판결 언제')).toEqual(['2025-06-23']);
});

test('a day is that of the event: beside its word, of its column, behind the name, and none that is only foretold', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'law.md',
        '# 가마 법 모음\n\n가마 법을 모았다. 굴뚝 검사제는 2024-03-05에 폐지를 예고하고 2025-04-06에 폐지했다. 도예협회의 「흙 다루기 지침」(2023-07-08)은 다섯 장이다. 재 처리 규칙(2024-01-02 제정, 시행 03-04)도 있다.\n\n| 언제부터 | 법 | 누가 |\n| --- | --- | --- |\n| 2026-01-09 | 한들 연기법 | 가마 주인 |\n| 2026-02-10 | 두렁 땔감법 | 땔감 가게 |\n',
      ],
      [
        'compare.md',
        '# 나라별 가마 법\n\n나라마다 다르다.\n\n| 구분 | 한들 | 두렁 |\n| --- | --- | --- |\n| 검사 | 2020-05-06 | 봄 검사법 BX 7은 2021-06-07, BX 9는 2022-07-08 |\n\n## 검사\n\n| 법 | 내용 |\n| --- | --- |\n| 두렁 BX 7·BX 8 | 봄에 검사 |\n| 두렁 BX 9 | 가을에 검사 |\n\n연통 규칙은 2019-03-04 개정했다.\n\n| 근거 | 내용 |\n| --- | --- |\n| 두렁 조례 제7조 | 이웃 마을은 2018-02-03 실제로 적용한 절차를 밝힌다 |\n| 두렁 광장 | 2029년 3곳, 2031년 5곳. 2023-04-05 한들팀을 손님으로 선정, 2029년 완공 예정 |\n',
      ],
    ]),
    [['나라별 가마 법', 'BX 7', 'BX 8', 'BX 9']],
  );
  const said = async (query: string) => (await engine.search(query)).answers.map(({ text }) => text);
  expect(await said('굴뚝 검사제 폐지일')).toEqual(['2025-04-06']);
  expect(await said('흙 다루기 지침 발표일')).toEqual(['2023-07-08']);
  expect(await said('흙 다루기 지침 시행일')).toEqual([]);
  expect(await said('한들 연기법 시행 언제야')).toEqual(['2026-01-09']);
  expect(await said('두렁 땔감법 공포일 언제')).toEqual([]);
  expect(await said('재 처리 규칙 제정 몇 년')).toEqual([expect.stringContaining('2024-01-02 제정')]);
  expect(await said('BX 7 검사 언제')).toEqual(['2021-06-07']);
  expect(await said('BX 8 개정 언제')).toEqual([]);
  expect(await said('두렁 조례 7조 적용일')).toEqual([]);
  expect(await said('두렁 광장 손님 선정일')).toEqual(['2023-04-05']);
  expect(await said('두렁 광장 완공 언제쯤')).toEqual(['2029년']);
  expect(await said('언제 발생해')).toEqual([]);
});

test('what is counted by any noun is listed where there are as many', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'wheel.md',
        '# 물레\n\n물레는 흙을 돌린다.\n\n## 물레의 세 자세\n\n- 앉기\n- 서기\n- 기대기\n\n## 쓰기\n\n물레는 밟기·돌리기의 두 몸짓을 쓴다. 물레의 4대 부속(축, 판, 끈, 발판)이 있다. 물레가 주는 것은 세 가지다. 둥근 꼴, 고른 두께, 빠른 손이다. 물레의 부위는 머리, 목, 발이다. 이 층은 물레와 가마로 나뉜다. 물레 모임은 2023-04에 이름을 바꿨다.\n\n## 부위를 보는 눈\n\n부위를 함께 본다.\n\n| 구분 | 물레 |\n| --- | --- |\n| 장점 | 빠름 |\n',
      ],
      ['mixed.md', '# 재벌구이와 초벌구이\n\n굽기를 견준다.\n\n## 땔감의 종류\n\n- 솔가지\n- 참나무\n'],
      [
        'rules.md',
        '# 가마 규칙\n\n가마 규칙이다.\n\n## 불 원칙\n\n- 장점\n- 주의점\n\n## 물 원칙\n\n물.\n\n## 흙 원칙\n\n흙.\n',
      ],
      [
        'sql.md',
        '# GQL Injection\n\nGQL 인젝션은 남의 물음을 끼워 넣는 일이다.\n\n## 공격 종류\n\n- 이음 끼우기\n- 눈먼 끼우기\n',
      ],
      [
        'clay.md',
        '# 흙판\n\n흙판을 다룬다.\n\n## 흙판의 종류\n\n| 흙 | 흙판 |\n| --- | --- |\n| 붉은 흙 | 붉은판 |\n| 흰 흙 | 흰판 |\n\n## 원리\n\n- 물을 뺀다\n- 눌러 편다\n\n## 말림 절차\n\n- 편다\n- 덮는다\n- 세운다\n',
      ],
    ]),
  );
  const said = async (query: string) =>
    (await engine.search(query)).answers.map(({ items, text }) =>
      items.length > 0 ? items.join(' ') : text,
    );
  expect(await said('물레 세 자세')).toEqual(['앉기 서기 기대기']);
  expect(await said('물레 자세 세 가지 알려줘')).toEqual(['앉기 서기 기대기']);
  expect(await said('물레 두 몸짓이 뭐야')).toEqual(['밟기 돌리기']);
  expect(await said('물레 4대 부속')).toEqual(['축 판 끈 발판']);
  expect(await said('물레 다섯 자세')).toEqual([]);
  expect(await said('물레 층')).toEqual([]);
  expect(await said('물레 모임 몇 명')).toEqual([]);
  expect(await said('물레 부위 뭐가 있어')).toEqual(['물레의 부위는 머리, 목, 발이다.']);
  expect(await said('물레 부위 뭐뭐 있어')).toEqual(['물레의 부위는 머리, 목, 발이다.']);
  expect(await said('가마 규칙 3원칙')).toEqual(['불 원칙 물 원칙 흙 원칙']);
  expect(await said('초벌구이 종류')).toEqual([]);
  expect(await said('GQL 인젝션 종류')).toEqual(['이음 끼우기 눈먼 끼우기']);
  expect(await said('흙판 종류')).toEqual(['붉은판 흰판']);
  expect(await said('흙판 말림 순서')).toEqual(['편다 덮는다 세운다']);
});

test('who did something to a thing is told beside its word, in a row, in brackets, or by whose it is', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'shop.md',
        '# 공방 소식\n\n공방 소식을 모았다. 두렁은 큰 가마를 세우고 작은 공방 돌메를 인수했다. 흙나라(옛 흙집, 2024년 도원사가 인수 완료)는 값을 내렸다. 가게 쪽에는 Kilnworks의 빠른 물레(QW-3)가 있고 물레는 잘 팔린다.\n\n| 이름 | 무엇 |\n| --- | --- |\n| 흙 장터 | 도예부와 KTA가 운영하는 장터 |\n| 굽기K4 | 도원사가 처음 공개 |\n',
      ],
      [
        'tools.md',
        '# 도구 이야기\n\n도구를 다룬다. gSlip은 나루에서 개발하고 거저 나눈 틀이다. 빠른 QPAT 방망이는 Kilnworks를 통해 개발이 진행되었다.\n',
      ],
      [
        'mill.md',
        '# 물방아\n\n물방아는 이름난 도구 가게인 나루터(naru)에서 처음 개발한 방아로, 곡식을 빻는다.\n',
      ],
    ]),
  );
  const said = async (query: string) => (await engine.search(query)).answers.map(({ text }) => text);
  expect(await said('흙나라 인수한 곳')).toEqual([expect.stringContaining('도원사가 인수 완료')]);
  expect(await said('QW-3 만든데가 어디야')).toEqual([expect.stringContaining('Kilnworks의')]);
  expect(await said('흙 장터 운영 기관')).toEqual(['도예부와 KTA가 운영하는 장터']);
  expect(await said('물방아 만든 회사')).toEqual([expect.stringContaining('나루터')]);
  expect(await said('굽기 만든 회사')).toEqual([]);
  expect(await said('gSlip 누가 개발했지')).toEqual([expect.stringContaining('나루에서 개발')]);
  expect(await said('QPAT 만든 곳')).toEqual([expect.stringContaining('Kilnworks를 통해')]);
});

test('a value is no other setting’s, of one unit, in thousands as well; a note says of another name that it is another thing', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'kiln.firing.md',
        '# kiln.firing\n\n- 모양은 불길의 모양이다.\n- 약불을 켜면 불이 약해진다. 기본값은 False 입니다.\n',
      ],
      [
        'rule.md',
        '# 큰 가마\n\n큰 가마는 마을 규칙을 따른다. 큰 가마를 어기면 3년 이하, 알면서 어기면 5년 이하, 되풀이하면 7년 이하를 쉰다. 큰 가마는 장작 68만 시간을 태워 시험했다.\n\n## 남은 일\n\n- 이웃 나라의 ‘너른 가마’는 다른 규칙의 다른 용어다. 크기도 다르다.\n',
      ],
      [
        'cost.md',
        '# 살림\n\n살림을 적는다. 마을은 2026년 가마 예산 21억 원을 두레 몫만 더해 7억 원으로 집계했다.\n\n## 값\n\n| 항목 | 값 | 성격 |\n| --- | --- | --- |\n| 2026년 가마 예산 | 9억 원 | 확정 |\n\n## 바람의 세기\n\n- 높은 바람 세기: 재가 난다\n- 낮은 바람 세기: 재가 남는다\n\n## KTP 1.0:\n\nKTP 1.0은 첫 판이다.\n\n## KTP 1.0 VS KTP 1.1\n\nKTP 1.0은 한 번 굽는다. 반면, KTP 1.1은 두 번 굽는다.\n',
      ],
      [
        'code.md',
        '# 창\n\n* 흙벽에 낸 얇은 빛 구멍이다.\n* 창에는 유리가 없다.\n\n## 창 정의문\n\n```\n--문법-- MAKE 창이름 AS 구멍;\n```\n\n## ref\n\n[모음] 창(Window)이란 무엇인가?\n\n+ 짧은 예제\n',
      ],
    ]),
  );
  const said = async (query: string) => (await engine.search(query)).answers.map(({ text }) => text);
  expect(await said('kiln.firing 기본값')).toEqual([]);
  expect(await said('큰 가마 어기면 몇 년')).toEqual([]);
  expect(await said('큰 가마 시험 몇 시간 했나')).toEqual([expect.stringContaining('68만 시간')]);
  expect(await said('큰 가마랑 너른 가마 차이')).toEqual([expect.stringContaining('다른 용어다')]);
  expect(await said('2026년 가마 예산 얼마')).toEqual(['9억 원']);
  expect(await said('KTP 1.0 1.1 차이')).toEqual([expect.stringMatching(/한 번.*두 번/u)]);
  expect(await said('창이 뭐야')).toEqual([expect.stringContaining('빛 구멍')]);
});

test('a thing is told below its very heading, by the end of its dotted name, and by what the letters do not stand for', async () => {
  const engine = await searchNotes(
    new Map([
      ['clay.squeeze.md', '# clay.squeeze\n\nclay.squeeze는 흙에서 물을 짜내는 명령이다.\n'],
      [
        'forms.md',
        '# 흙의 꼴\n\n흙의 꼴을 모았다.\n\n## BG16\n\n16번 체로 거른 흙을 쓴다.\n\n## 무른흙\n\n무른흙은 손에 묻을 수 있다.\n',
      ],
      [
        'round.md',
        '# 흙 관리\n\n흙을 관리한다.\n\n## KLMN으로 도는 관리\n\n| 단계 | 할 일 |\n| --- | --- |\n| 캐기 | 판다 |\n| 말리기 | 편다 |\n\n## 값\n\n| 흙 | 속도 |\n| --- | --- |\n| 거친 흙 | 느림 |\n',
      ],
      [
        'was.md',
        '# 물통과 KAS\n\n물통을 다룬다.\n\n## KAS\n\nKiln Air System의 약자\n\n가마에 바람을 넣는 장치\n',
      ],
    ]),
  );
  const said = async (query: string) =>
    (await engine.search(query)).answers.map(({ text, items }) => [text, ...items].join(' ').trim());
  expect(await said('squeeze가 뭐야')).toEqual(['clay.squeeze는 흙에서 물을 짜내는 명령이다.']);
  expect(await said('BG16이 뭐야')).toEqual(['16번 체로 거른 흙을 쓴다.']);
  expect(await said('KLMN 단계')).toEqual(['캐기 말리기']);
  expect(await said('거친 흙 속도 어때')).toEqual(['느림']);
  expect(await said('KAS가 뭐야')).toEqual(['가마에 바람을 넣는 장치']);
});

test('what is asked in a misspelt word is answered for the word that is meant', async () => {
  const engine = await openNotes('garden');
  const outcome = await engine.search('퇴비애 대해 알려줘');
  expect(outcome.failed).toBe(0);
  const corrected = await engine.search('토마터가 뭐야');
  expect(corrected.explanations[0]).toMatchObject({ kind: 'typo', to: ['토마토'] });
  expect(corrected.answers[0]?.text).toContain('열매채소');
});

test('suggestions are things that are written somewhere', async () => {
  const engine = await openNotes('garden');
  await engine.search('토');
  await engine.search('토마');
  const sources = [...(await readNotes('tests/fixtures/garden-notes')).values()].join('\n');
  for (const query of ['토', '퇴', '연작', 'ㅌㅁㅌ', 'ㅇㅈㅈㅎ', '거름 비', '만드는'])
    for (const { text } of (await engine.search(query)).suggestions) expect(sources).toContain(text);
  expect(
    (await engine.search('ㅇㅈㅈㅎ')).groups[0]?.hits[0]?.title.map(({ text }) => text).join(''),
  ).toContain('연작 장해');
});

test('a slip in a word that only a heading or a name has is told, and one of two syllables is offered', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'seed.md',
        '# Seeds\n\nThe tray is heading outside.\n\n## Reloading\n\nAgain.\n\n## 다층 퍼셉트론\n\n하나다.\n',
      ],
      ['tray.md', '# Trays\n\nA heading is short. 비용과 자원을 센다. 자원이 든다. 자원도 든다.\n'],
    ]),
  );
  expect((await engine.search('reoading')).explanations).toMatchObject([{ kind: 'typo', to: ['reloading'] }]);
  expect((await engine.search('퍼셉트롱')).explanations).toMatchObject([{ kind: 'typo', to: ['퍼셉트론'] }]);
  // 워 stands in no word of these notes: what holds it is a slip, whose one reading is searched at once.
  for (const typed of ['자워', '자워과', '자원응']) {
    const { suggestions, explanations } = await engine.search(typed);
    const meant = [...suggestions.map(({ text }) => text), ...explanations.flatMap(({ to }) => to)];
    expect(meant[0], typed).toBe('자원');
  }
});

test('a difference between two notes leads to both side by side', async () => {
  const engine = await openNotes('network');
  const { answers } = await engine.search('router vs switch');
  expect(answers.at(-1)?.compared).toEqual(['/router/', '/switch/']);
  // One page for both is nothing to compare.
  const garden = await openNotes('garden');
  for (const { compared } of (await garden.search('토마토와 토마토 차이')).answers)
    expect(compared).toBeUndefined();
});

test('a verb that looks like a noun is not taken for it', async () => {
  const engine = await searchNotes(
    new Map([
      ['가지.md', '# 가지\n\n가지는 여름에 심는 열매채소이다.'],
      ['예산.md', '# 예산\n\n예산이 계획을 따라가지 못한다. 넘어가지 않게 한다.'],
    ]),
  );
  const { total, groups } = await engine.search('가지');
  expect(total).toBe(1);
  expect(groups[0]?.url).toBe(`/${encodeURIComponent('가지')}/`);
});

test('what no form of a question asks for is answered by the place whose heading says it', async () => {
  const engine = await searchNotes(
    new Map([
      [
        '여과기.md',
        '# 여과기\n\n여과기는 물을 거르는 장치이다.\n\n## 두 여과기\n\n| 구분 | 모래 여과기 | 막 여과기 |\n| --- | --- | --- |\n| 약점 | 느림 | 비쌈 |\n\n## 물 사용량의 크기\n\n물은 하루 40리터를 쓴다. 이 값은 늘 다르다.\n\n## 확인 질문\n\n### 필터는 어디에 버리나\n\n읍사무소의 수거함에 넣는다.\n',
      ],
      [
        '규정.md',
        '# 정수 규정\n\n정수 규정은 물의 기준을 정한다.\n\n## 일정\n\n소형의 시행을 2026-01-02로 적은 글은 틀렸다.\n\n| 의무 | 개정 전 시행 | 개정 뒤 시행 |\n| --- | --- | --- |\n| 소형 | 2026-01-02 | 2027-03-04 |\n| 대형 | 2026-01-02 | 2028-05-06 |\n',
      ],
    ]),
  );
  const ask = async (query: string) => (await engine.search(query)).answers[0];
  expect((await ask('여과기 종류'))?.items).toEqual(['모래 여과기', '막 여과기']);
  expect((await ask('막 여과기 단점'))?.text).toBe('비쌈');
  expect((await ask('여과기 물 사용량 얼마나 돼'))?.text).toContain('40리터');
  expect((await ask('필터 어디에 버리나요'))?.text).toContain('수거함');
  expect((await ask('정수 규정 소형 언제 시행'))?.table?.rows.flat()).toContain('2027-03-04');
  for (const query of [
    '정수 규정 언제 태어났어',
    '여과기 누가 만들었어',
    '수영장 물 얼마나 써',
    '여과기 어디야',
    '김치찌개 어떻게 끓여',
  ])
    expect(await ask(query), query).toBeUndefined();
});

test('the row of a product is found by its number, and a way to prevent is no way to measure', async () => {
  const engine = await searchNotes(
    new Map([
      [
        '장비.md',
        '# 장비\n\n장비를 고른다.\n\n## 사양\n\n| 제품 | 용량 | 가격 |\n| --- | --- | --- |\n| Acme X200(벽걸이) | 80L | 30만 원 |\n| Acme X300 | 120L | 45만 원 |\n',
      ],
      [
        '누수.md',
        '# 누수\n\n누수는 물이 새는 일이다.\n\n## 어떻게 재나\n\n- 계량기\n- 청음\n\n## 대책\n\n- 이음매를 조인다\n- 관을 바꾼다\n',
      ],
    ]),
  );
  expect((await engine.search('X200 용량')).answers[0]?.text).toBe('80L');
  const table = (await engine.search('X200과 X300 차이')).answers[0]?.table;
  expect(table?.rows[0]).toEqual(['용량', '80L', '120L']);
  expect((await engine.search('누수 막는 법')).answers[0]?.items).toEqual(['이음매를 조인다', '관을 바꾼다']);
});

test('an item is its first paragraph, and a note has the names in its first heading', async () => {
  const engine = await searchNotes(
    new Map([
      [
        '여과.md',
        '# 여과\n\n여과는 찌꺼기를 거르는 일이다.\n\n## 여과 특징\n\n- 느림\n\n  > 서두르지 않는다.\n\n- 고요함\n\n  > 소리가 없다.\n',
      ],
      [
        'Backflow.md',
        '---\ntitle: Backflow\n---\n\n## 역류 (Backflow, 되밀림)\n\n되밀림은 물이 거꾸로 흐르는 일이다.\n',
      ],
    ]),
  );
  expect((await engine.search('여과 특징')).answers[0]?.items).toEqual(['느림', '고요함']);
  expect((await engine.search('되밀림이 뭐야')).answers[0]?.text).toContain('거꾸로');
});

test('kinds of questions that a phone asks are answered by the place that is about their subject', async () => {
  const engine = await searchNotes(
    new Map([
      [
        '정수기.md',
        '# 정수기\n\n정수기는 물을 거르는 기계이다. 한빛물연구소가 1998년에 제안했고 모래로 거른다.\n\n## 부품\n\n부품은 거름통, 관, 꼭지의 셋이 전부다.\n\n## 거름 방식\n\n| 방식 | 강점 | 전력 |\n| --- | --- | --- |\n| 모래(sand) | 쌈 | 700W |\n| 막 | 고움 | 900W |\n\n## 정수기로 거르지 못하는 것\n\n녹은 소금은 남는다.\n\n## 출처 증명의 기술\n\n| 표식 | 약점 |\n| --- | --- |\n| 도장 | 지워짐 |\n',
      ],
      [
        '물맛.md',
        '# 물맛\n\n물맛은 물에서 나는 맛이다.\n\n## 답안 골격\n\n1. 물맛의 단점: 사람마다 다르고 재기 어려움\n',
      ],
    ]),
  );
  const ask = async (query: string) => JSON.stringify((await engine.search(query)).answers[0] ?? null);
  expect(await ask('정수기 누가 만들었어')).toContain('한빛물연구소');
  expect(await ask('정수기 부품 몇 개')).toContain('셋');
  expect(await ask('모래 방식 강점')).toContain('쌈');
  expect(await ask('막 방식 전력 소모')).toContain('900W');
  expect(await ask('정수기 한계')).toContain('소금');
  expect(await ask('도장 약점')).toContain('지워짐');
  expect(await ask('물맛 단점')).toContain('재기 어려움');
  for (const query of ['정수기 사장 누구', '정수기 회원 몇 명', '물맛 장점', '물맛 누가 만들었어'])
    expect(await ask(query), query).toBe('null');
});

test('what a note says in passing is found by how it says it', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'boiler.md',
        '# Boiler\n\nIn an old house, heat comes from one place.\nA boiler sends hot water\nthrough all its rooms.\n\n## Parts\n\nThe mud that settles at the bottom is called slick. A valve lets off the rest, which takes the pressure along: venting. The pressure relief unit (PRU) opens at 3 bar. Ada Lowell patented such a boiler in 1912.\n\n## Problem it addresses\n\nStoves leave the corners of a room cold.\n\n##### Cleaning tools\n\n- brush\n- hose\n',
      ],
      [
        '보일러실.md',
        '# 보일러실\n\n보일러실은 물을 데우는 방이다.\n\n## 일하는 사람\n\n보일러실의 정식 이름은 열원 기계실이다. 문을 살피는 검수(Inspection)는 날마다 한다.\n\n| 단계 | 주체 | 요구 |\n| --- | --- | --- |\n| 점검(check) | 관리소 | 기록 |\n| 수리 | 제조사 | 보증 |\n\n- 물때\n\n  > 물에 녹은 돌가루가 벽에 붙은 것\n',
      ],
    ]),
  );
  const ask = async (query: string) => JSON.stringify((await engine.search(query)).answers[0] ?? null);
  expect(await ask('what is a boiler')).toContain('A boiler sends hot water through all its rooms.');
  expect(await ask('what is slick')).toContain('is called slick');
  expect(await ask('what is venting')).toContain('along: venting');
  expect(await ask('what does PRU stand for')).toContain('"text":"pressure relief unit"');
  expect(await ask('who patented the boiler')).toContain('Ada Lowell');
  expect(await ask('what problem does a boiler solve')).toContain('corners');
  expect(await ask('boiler cleaning tools')).toContain('brush');
  expect(await ask('보일러실 정식 이름')).toContain('열원 기계실');
  expect(await ask('점검은 누가 하나')).toContain('관리소');
  expect(await ask('점검 주체')).toContain('관리소');
  expect(await ask('물때가 뭐야')).toContain('돌가루');
  expect(await ask('검수가 뭐야')).toContain('날마다');
  for (const query of [
    'what is a thermostat',
    '보일러실 요금',
    '점검은 누가 발명했나',
    'when should I clean the boiler',
  ])
    expect(await ask(query), query).toBe('null');
});

test('a name that the notes write in the other script is found by its sound', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'veldora.md',
        '# Veldora\n\nVeldora는 바퀴를 만드는 회사이다.\n\n## 값\n\nVeldora의 2025년 매출은 40억 원이다.\n\n| 제품 | 무게 |\n| --- | --- |\n| Veldora | 3kg |\n| Marten | 5kg |\n',
      ],
      [
        'kinds.md',
        '# Cookie & Session\n\n쿠키와 세션을 견준다.\n\n| | Cookie | Session |\n| --- | --- | --- |\n| 자리 | 브라우저 | 서버 |\n',
      ],
    ]),
  );
  const ask = async (query: string) => JSON.stringify((await engine.search(query)).answers[0] ?? null);
  expect(await ask('벨도라 무게')).toContain('3kg');
  expect(await ask('벨도라 매출')).toContain('40억');
  expect(await ask('쿠키와 세션 차이')).toContain('브라우저');
});

test('of two names for a thing the one that was typed chooses the column', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'kinds.md',
        '# 저장 방식\n\n저장 방식을 견준다.\n\n| 구분 | 쿠키 | 세션 | 토큰 |\n| --- | --- | --- | --- |\n| 자리 | 브라우저 | 서버 | 단말 |\n| 수명 | 길다 | 짧다 | 보통 |\n',
      ],
    ]),
    [['저장 방식', '쿠키', '세션']],
  );
  const [answer] = (await engine.search('세션과 토큰 차이')).answers;
  expect(answer?.table?.head).toEqual(['구분', '세션', '토큰']);
});

test('a statement answers that holds what was asked, with its heading and the sentences around it', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'staff.md',
        '# Staff handbook\n\nWhat everybody at the mill needs.\n\n## Leave\n\nThe mill offers 18 days of vacation every year. Vacation rolls over up to a bank of 25 days. Whoever looks after a new child as the primary parent can take 12 weeks of leave.\n\n### Long leave\n\nEvery four years staff may take a 5-week paid sabbatical. Tell your team soon.\n\n## Tools\n\nYou can expense up to $900 on a desk. Receipts are needed over $60. Everyone has a pass for Larkhub, a shared workshop service.\n\n## Cover\n\n- Single cover: $41.20\n- Family cover: $120.80\n\nThe Short Leave policy pays up to 60% of your wage. Enrolment is in October every year.\n',
      ],
      [
        '대리인.md',
        '# 물류 규정\n\n물류 규정은 창고의 의무를 정한다.\n\n## 대리인\n\n현지 대리인은 모든 창고의 의무가 아니다. 본사가 국내에 있는 한빛창고는 대상이 아니고, 어긴 일은 본사가 책임진다.\n\n지금은 유예기간이다. 정부는 2031-02-03부터 적어도 두 해 동안 벌을 미룬다.\n\n| 의무 | 요구 내용 |\n| --- | --- |\n| 현지 대리인 | 전년 매출 40억 원 이상이면 서면으로 지정 |\n| 기록 | 증빙을 7년 보관 |\n',
      ],
    ]),
  );
  const ask = async (query: string) => JSON.stringify((await engine.search(query)).answers[0] ?? null);
  expect(await ask('vacation days per year')).toContain('18 days');
  expect(await ask('primary parent leave')).toContain('12 weeks');
  expect(await ask('how long is the sabbatical')).toContain('5-week');
  expect(await ask('when can I take a sabbatical')).toContain('four years');
  expect(await ask('how much can I spend on a desk')).toContain('$900');
  expect(await ask('receipts over how much')).toContain('$60');
  expect(await ask('what is larkhub')).toContain('shared workshop');
  expect(await ask('family cover price')).toContain('$120.80');
  expect(await ask('when is enrolment')).toContain('October');
  expect(await ask('short leave percentage')).toContain('60%');
  expect(await ask('한빛창고도 현지 대리인 둬야 하나')).toContain('대상이 아니고');
  expect(await ask('유예기간 언제까지야')).toContain('2031-02-03');
  expect(await ask('현지 대리인 매출 기준')).toContain('40억');
  expect(await ask('증빙 보관 기간')).toContain('7년');
  for (const query of [
    'desk colour price',
    'how much is the canteen',
    'how long is the apprenticeship',
    'vacation price',
    '현지 대리인 보험료',
    '한빛창고 사장 누구',
    '증빙 가격',
  ])
    expect(await ask(query), query).toBe('null');
});

test('kinds, pros and cons, long forms and reasons are found by the form of a note', async () => {
  const engine = await searchNotes(
    new Map([
      [
        '잠금.md',
        '# 잠금 장치\n\n잠금 장치는 문을 여닫지 못하게 하는 도구이다.\n\n## 자물쇠 방식\n\n### 핀(Pin) 방식\n\n핀을 민다.\n\n### 판(Disc) 방식\n\n판을 돌린다.\n\n## 번호판\n\n**장점** : 열쇠가 없어도 됨\n\n**단점** : 번호를 잊으면 열지 못함\n\n특징\n\n- 번호는 네 자리\n- 다시 정할 수 있음\n\nUniversal Door Plate의 약자가 UDP이다.\n\n## 열쇠(Key)\n\nMYK : 열쇠의 이름을 담는 파일\n',
      ],
      [
        '값.md',
        '# 요금 방식\n\n요금 방식을 견준다.\n\n## 셋의 비교\n\n| 방식 | 단위 | 장점 | 단점 |\n| --- | --- | --- | --- |\n| 성과 요금 | 일 한 건 | 결과에만 냄 | 다툼 |\n| 정액 | 달 | 예측됨 | 손해 |\n| 정량 | 되 | 쓴 만큼 | 들쭉날쭉 |\n\n표의 값은 해마다 바뀐다.\n\n| 사건 | 결과 |\n| --- | --- |\n| Bartell v. Union Mills | 2031-05-06 화해 |\n| Otto v. Union Mills | 기각 |\n',
      ],
      [
        '저울.md',
        '# 저울\n\n저울은 무게를 재는 도구이다.\n\n## 저울의 장단점\n\n| 장점 | 단점 |\n| --- | --- |\n| 정확함 | 무거움 |\n| 오래 감 | 비쌈 |\n',
      ],
      [
        'valve.md',
        '# Valve kinds\n\nValves close pipes.\n\n| Property | Gate valve | Ball valve |\n| --- | --- | --- |\n| Price | $30 | $20 |\n| Weight | 2 kg | 1 kg |\n',
      ],
    ]),
  );
  const ask = async (query: string) => JSON.stringify((await engine.search(query)).answers);
  expect(await ask('자물쇠 방식 종류')).toContain('판(Disc) 방식');
  expect(await ask('번호판 장단점')).toMatch(/없어도 됨.*잊으면/u);
  expect(await ask('저울 장단점')).toMatch(/"subject":"[^"]* · 장점".*"subject":"[^"]* · 단점"/u);
  expect(await ask('번호판 특징')).toContain('네 자리');
  expect(await ask('UDP 약자')).toContain('"text":"Universal Door Plate"');
  expect(await ask('열쇠 약자')).toBe('[]');
  expect(await ask('MYK 파일 뜻')).toContain('이름을 담는');
  expect(await ask('정액 장단점')).toMatch(/예측됨.*손해/u);
  expect(JSON.parse(await ask('성과 요금, 정액, 정량 비교'))[0].table.head).toEqual([
    '',
    '성과 요금',
    '정액',
    '정량',
  ]);
  expect(await ask('Bartell 사건 결과')).toContain('화해');
  expect(await ask('Bartell 화해일')).toContain('2031-05-06');
  expect(JSON.parse(await ask('gate valve vs ball valve price'))[0].table.rows).toEqual([
    ['Price', '$30', '$20'],
  ]);
  expect(await ask('gate valve vs ball valve colour')).toBe('[]');
});

test('what only looks like an answer is none', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'press.md',
        '# 압착기\n\n압착기는 즙을 짜는 기계이다. 실리는 힘은 큰 나사 눌림판(TSV, Twin Screw Valve)이 정한다.\n\n## 즙을 짜는 방식\n\n- 천천히 짠다\n- 두 번 거른다\n\n## 세대\n\n힘은 나사 수에 5를 곱한 값이다. P2는 40kg이다.\n\n### JP란\n\n1999년에 RSX가 나오기 전까지 쓰던 방법이다. 여기서 RSX는 즙을 나누어 담게 하는 장치이다.\n\nPOST 통은 뚜껑이 닫히지 않음\n\n받침의 사유는 둘이다. 미끄러짐과 흔들림이다.\n',
      ],
      [
        'levers.md',
        '# Levers\n\nLevers lift loads.\n\n## The LIFT rule\n\n- Grip: every arm holds its load or reports a fault\n- Reach: every arm answers\n\nPLOK moves the arm to the left. SHUV is not used. The rule holds for async/await arms.\n\n## How to recognise wear\n\nThe arm squeaks.\n\n## Workarounds\n\n- Grease the joint\n- Change the pin\n',
      ],
    ]),
  );
  const ask = async (query: string) => JSON.stringify((await engine.search(query)).answers);
  expect(await ask('TSV 풀네임')).toContain('"text":"Twin Screw Valve"');
  expect(await ask('RSX가 뭐야')).toContain('나누어 담게');
  expect(await ask('받침 사유')).toContain('미끄러짐');
  expect(await ask('what is grip in LIFT')).toContain('reports a fault');
  expect(await ask('what does PLOK do')).toContain('to the left');
  expect(await ask('how to solve lever problems')).not.toContain('squeaks');
  for (const query of ['압착기 종류', 'POST 통이 뭐야', 'CA 뜻', 'lever remedies price', 'what does SHUV do'])
    expect(await ask(query), query).toBe('[]');
});

test('what words say of another thing, or only happen to say beside each other, is no answer', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'lids.md',
        '# 누름쇠(무쇠추·쇠고리)\n\n누름쇠는 뚜껑을 누른다.\n\n## 두 가지 견주기\n\n| 구분 | 무쇠추 | 쇠고리 |\n| --- | --- | --- |\n| 값 | 쌈 | 비쌈 |\n| 한계 | 소리가 큼 | 잘 풀림 |\n\n## 한계와 대응\n\n누름쇠 시험은 해마다 열린다. 올해는 솥 대회를 과제로 넣었다.\n',
      ],
      [
        'wash.md',
        '# 세척과 연마\n\n세척은 때를 없앤다. 연마는 겉을 간다.\n\n## 겉을 가는 일\n\n표: 연마의 종류\n\n| 종류 | 특징 |\n| --- | --- |\n| 마른 연마 | 빠름 |\n| 젖은 연마 | 고움 |\n',
      ],
      [
        'cost.md',
        '# 부엌 살림\n\n부엌에서 솥 장비 한 대로 끓인다. 솥뚜껑시간과 가격은 557만 원이라는 말이 있다.\n\nMetal 2 모델은 사용권이 없다. Copper Guard 3 문서는 Metal 사용권을 적는다.\n',
      ],
    ]),
  );
  const said = async (query: string) =>
    (await engine.search(query)).answers.map(({ text, items, table }) =>
      [text, ...items, ...(table?.rows.flat() ?? [])].join(' '),
    );
  expect(
    await Promise.all(['무쇠추 단점', '세척 종류', '솥 한 장 가격', 'Metal 3 사용권'].map(said)),
  ).toEqual([['소리가 큼'], [], [], []]);
  expect((await said('누름쇠가 뭔가'))[0]).toMatch(/뚜껑을 누른다/u);
});

test('polite notes in items define, calculate, give reasons and name makers as others do', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'water-clock.md',
        '# Clepsydra\n\n물을 쓰는 시계에 대해 알아봅니다.\n\n## 1. Clepsydra 개요\n\n- Clepsydra는 Delmora에서 개발한 물시계입니다.\n- 모래시계보다 먼저 나왔습니다.\n\n## 2. 재는 값\n\n### 2.1 흐름비\n\n- 흐름비는 한 시간에 새는 물의 비를 의미합니다.\n- 흐름비가 크면 시계가 빨라집니다.\n\n```\n흐름비 = 샌 물 ÷ 담은 물 × 100\n```\n\n### 2.2 멈춤 간격(Rest Gap)\n\n- 물을 다시 담을 때까지의 사이를 뜻합니다.\n\n## 3. 다루는 법\n\n추운 날에는 물이 얼어 시계가 멈춥니다. 그래서 소금을 넣습니다. 물을 뜨겁게 한다고 정확하지는 않습니다. 뜨거운 물은 더 빨리 줄어듭니다.\n\n| 재료 | 단점 |\n| --- | --- |\n| 놋쇠 | 두드리는 손이 많이 들어 비싸고 무거움 |\n| 흙 | 깨짐 |\n',
      ],
      [
        '눈금.md',
        '# 눈금\n\n눈금은 값을 읽는 줄입니다.\n\n## 고리 눈금\n\n- 1802년 Ida Brenn에 의해 고안\n\n| 구분 | 내용 |\n| --- | --- |\n| 굵기 | 0.2mm |\n\n놋쇠 눈금이 비싼 이유도 같습니다.\n\n## 규칙\n\n- Open Sluice Gate Rule(열린 물길 규칙)\n- Shut Sluice Gate Rule(닫힌 물길 규칙)\n',
      ],
    ]),
  );
  const ask = async (query: string) => JSON.stringify((await engine.search(query)).answers[0] ?? null);
  expect(await ask('흐름비가 뭐야')).toContain('새는 물의 비를 의미합니다');
  expect(await ask('멈춤간격이란')).toContain('다시 담을 때까지의 사이');
  expect(await ask('흐름비 계산식')).toContain('흐름비 = 샌 물 ÷ 담은 물 × 100');
  expect(await ask('흐름비 어떻게 구해')).toContain('샌 물 ÷');
  expect(await ask('클렙시드라 누가 개발했어')).toContain('Delmora');
  expect(await ask('고리 눈금 만든 사람')).toContain('Ida Brenn');
  expect(await ask('열린 물길 규칙이 뭐야')).not.toContain('닫힌');
  expect(await ask('고리 눈금 굵기')).toContain('0.2mm');
  expect(await ask('추운 날 시계가 왜 멈춰')).toContain('얼어');
  expect(await ask('놋쇠가 왜 비싸')).toContain('두드리는 손이 많이 들어');
  expect(await ask('물을 뜨겁게 하면 왜 정확하지 않아')).toContain('더 빨리 줄어듭니다');
  for (const query of ['시계가 왜 빨개', '눈금이 왜 멈춰', '멈춤 간격 계산식', '놋쇠 만든 사람'])
    expect(await ask(query), query).toBe('null');
});

test('a number is of the unit, the money or the thing that was asked for', async () => {
  const engine = await searchNotes(
    new Map([
      [
        '조합.md',
        '# 물길 조합\n\n물길 조합은 도랑을 고치는 모임이다.\n\n## 회원\n\n회원은 2031년에 1,204명이었고 조합의 예산은 3억 2천만 원인데, 2029년에는 1억 원, 2027년에는 7천만 원이었다. 30~40명이 앞으로 더 낸다. 회비는 6년 동안 내야 돌려받는다. 조합의 현재 버전 규칙은 제4판이다. 규칙의 현재 버전은 2031-05-02이다.\n\n## 고리형 물길\n\n| 구분 | 내용 |\n| --- | --- |\n| 위험도 | 4등급 |\n\n## 막음형 물길\n\n| 구분 | 내용 |\n| --- | --- |\n| 위험도 | 2등급 |\n',
      ],
      [
        'loft.md',
        '# Loft\n\nA loft is a room for sails.\n\n| Benefit | Guest | Keeper |\n| --- | --- | --- |\n| Winter room | no | yes |\n| Contribution (USD) | $25 | $50 |\n\n## Usual properties\n\nThe loft comes with a set of usual properties:\n\n| Property | Kind | Use |\n| --- | --- | --- |\n| height | number | sorting |\n| cloth | text | mending |\n',
      ],
    ]),
  );
  const ask = async (query: string) => JSON.stringify((await engine.search(query)).answers[0] ?? null);
  expect(await ask('물길 조합 예산 얼마야')).toContain('3억 2천만');
  expect(await ask('회비 몇 년 내야 해')).toContain('6년');
  expect(await ask('막음형 위험도')).toContain('2등급');
  expect(await ask('고리형 위험도')).toContain('4등급');
  expect(await ask('규칙 최신 버전')).toContain('2031-05-02');
  expect(await ask('price of loft keeper')).toContain('$50');
  expect(await ask('usual properties')).toMatch(/height.*cloth/u);
  for (const query of ['회원 몇 시간', '물길 조합 보험료', '회비 몇 살'])
    expect(await ask(query), query).toBe('null');
});

test('a bold line heads what follows it, and what stands under a name or in a list of things is of that one', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'GTT.md',
        '# GTT & GTTS\n\n## GTT(Gate Tally Table)\n\nGTT는 문을 세는 규약으로 31번 통로를 쓴다.\n\n## GTTS\n\nGTTS는 세는 일을 감춘다.\n\n- GTT와 다른 77번 통로를 쓴다.\n\n### MELD\n\n- MELD는 감추는 방법이다.\n- 빠른 셈을 지키기 위해 Orvane이 1991년 처음으로 개발했다.\n',
      ],
      [
        '문.md',
        '# 문\n\n문은 드나드는 곳이다.\n\n## 문을 셀 때 생기는 일\n\n**1. 겹침 (Overlap)**\n\n- 두 사람이 한 번에 지나간다.\n\n**2. 빠짐**\n\n- 아무도 지나가지 않는다.\n\n## 3가지 문 층\n\n**1. 겉문**\n\n- 나무로 만든다.\n\n**2. 속문**\n\n- 종이로 만들며 겨울에 기본으로 쓴다.\n\n## 열쇠의 갈래\n\n열쇠는 2가지로 분류된다.\n\n1. 큰 열쇠\n2. 작은 열쇠\n\n열쇠가 부러지는 이유는 크게 두 가지이다.\n\n- 쇠가 무른 경우\n- 힘을 너무 준 경우\n\n## 문살\n\n### 단점\n\n- 먼지가 앉는다.\n\n문살은 여러 일을 한다. 종이는 얇아서 방이 밝다. 문살은 바람을 막기 때문에 방이 따뜻하다.\n',
      ],
      [
        'mcx.md',
        '# 물레와 MCX\n\n물레는 실을 뽑고 MCX는 실을 감는다. Talvin은 MCX를 실 재단에 넘겼고, 재단은 Ode Weavers가 세웠다.\n\n## 값이 바뀐다\n\n한 타래 값은 3달러이다. 예를 들어 물레의 무게가 9kg이면 힘들다.\n',
      ],
      [
        'hours.md',
        '# Extra hours\n\nExtra hours are worked late.\n\n## Bank hours\n\nThere is no pay maximum for bank hours. You can have up to 31 bank hours at a time.\n\nFor example: bank hours end on May 2.\n\n- Pass code: It must be longer than 11 characters.\n',
      ],
    ]),
  );
  const ask = async (query: string) => JSON.stringify((await engine.search(query)).answers[0] ?? null);
  expect(await ask('GTTS는 통로 몇 번')).toContain('77번');
  expect(await ask('GTT 몇번 통로야')).toContain('31번');
  expect(await ask('MELD 누가 개발했어')).toContain('Orvane');
  expect(await ask('겹침이 뭐야')).toContain('한 번에 지나간다');
  expect(await ask('문 층 종류')).toMatch(/겉문.*속문/u);
  expect(await ask('열쇠 종류')).toMatch(/큰 열쇠.*작은 열쇠/u);
  expect(await ask('열쇠 왜 부러져')).toMatch(/이유.*쇠가 무른/u);
  expect(await ask('문살 단점')).toContain('먼지가 앉는다');
  expect(await ask('문살 왜 따뜻해')).toContain('바람을 막기');
  expect(await ask('max bank hours')).toContain('up to 31');
  for (const query of ['MCX 누가 만들었어', 'MCX 가격', '물레 무게', '문살 왜 밝아'])
    expect(await ask(query), query).toBe('null');
});

test('the second of two questions takes up the first, and parts and other names of a thing are defined', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'loom.md',
        '# Loom\n\nLoom is a frame for weaving.\n\n## Parts\n\nA heddle is a loop that lifts a thread.\n\nA single thread of the warp is called an end.\n\n## Disadvantages\n\n- heavy\n- slow\n\n## Signs\n\nWhile HALT stops the loom for good, REST only lets it wait.\n',
      ],
      ['ply.md', '# Ply 3.1\n\n## Overview\n\nPly 3.1 is a rule for twisting yarn.\n'],
      ['port.md', '# Ports\n\nPorts let machines in. The cam address of a machine is set.\n'],
      [
        '물레.md',
        '# 물레\n\n물레는 실을 뽑는 틀이다.\n\n## 단점\n\n- 시끄러움\n- 무거움\n\n## 감는 값\n\n하루 실 길이(yarn run)는 감은 바퀴에 둘레를 곱한 값이다.\n\n## 주소 길이\n\n**장점**\n\n- 짧음\n- 읽기 쉬움\n\n**단점**\n\n- 모자람\n\n| 구분 | 손목 물레 | 발판 물레 |\n| --- | --- | --- |\n| 빠르기 | 느림 | 빠름 |\n\n| 부분 | 기능 |\n| --- | --- |\n| 1. 가락(Spindle) | 실을 꼰다 |\n| 2. 굴통 | 바퀴를 잇는다 |\n',
      ],
      ['베틀.md', '# 베틀\n\n베틀은 베를 짜는 틀이다.\n\n## 단점\n\n- 자리를 많이 차지함\n- 비쌈\n'],
    ]),
  );
  const said = async (query: string) =>
    (await engine.search(query)).answers.map(({ text, items, table }) =>
      [text, ...items, ...(table?.head ?? [])].join(' '),
    );
  for (const [query, answer] of [
    ['물레가 뭐고 단점은 뭐야', '시끄러움'],
    ['what is a loom and what are its disadvantages', 'heavy'],
    ['what is a heddle in a loom', 'lifts a thread'],
    ['what is a loom end', 'single thread'],
    ['what is ply', 'twisting yarn'],
    ['yarn run 뜻', '둘레를 곱한'],
    ['HALT vs REST', 'lets it wait'],
    ['가락 하는 일', '실을 꼰다'],
    ['손목이랑 발판 차이', '발판 물레'],
  ] as const)
    expect((await said(query)).join('\n'), query).toContain(answer);
  for (const query of ['물레는 몇 rpm', '물레 언제 나왔어', 'where are cams used'])
    expect(await said(query), query).toEqual([]);
});

test('a name, code or a row without a figure is no value', async () => {
  const engine = await searchNotes(
    new Map([
      [
        '종.md',
        '# 종\n\n종은 울린다.\n\n## 갈래\n\n| 종류 | 뜻 |\n| --- | --- |\n| 큰 종 | 마당에 건다 |\n\n## 부르는 때\n\n| 구분 | 종 | 북 |\n| --- | --- | --- |\n| 치는 까닭 | 끼니 또는 불 | 잔치 |\n\n**1) 쇠종 (Iron Bell)**\n\n- 쇠로 만든다\n- 오래 감\n\n**2) 흙종 (Clay Bell)**\n\n- 흙으로 만든다\n',
      ],
    ]),
  );
  const ask = async (query: string) => JSON.stringify((await engine.search(query)).answers[0] ?? null);
  expect(await ask('쇠종이 뭐야')).toMatch(/쇠로 만든다(?!.*흙종)/u);
  expect(await ask('종 몇 번 치는 까닭')).toBe('null');
});

test('a count, a reason, a day or a kind is of the very thing that was asked for', async () => {
  const engine = await searchNotes(
    new Map([
      [
        '가마.md',
        `# 가마

가마는 그릇을 굽는 시설이다.

## 네 방과 갈라짐

가마는 네 방을 쓰는 시설이고, 갈라짐은 그릇에 금이 가는 흠이다.

## 굽기

한국의 굽기 성공률은 2023년 17%에서 2025년 44%로 올랐다. 2025년에 50대 장인의 성공률은 75%였다.

## 금이 가는 이유

그릇은 불 속에서 물을 잃는다. 이것을 마름이라 한다. 겉이 속보다 먼저 말라서, 속이 마를 때 겉이 갈라진다.

- 겉
- 속

## 의무와 적용일

| 언제부터 | 누가 |
| --- | --- |
| 2025-08-02 | 새 가마 주인 |
| 2027-08-02 | 2025-08-02 전의 새 가마의 의무를 진 주인 |

## 잣대

| 잣대 | 상태 |
| --- | --- |
| 하늘 잣대(Sky Rule, Sky Measuring Rule) | 2.0이 길이를 64cm에서 128cm로 늘림 |
| 바다 잣대 | 1.0 규격 2025-06-11 |

## 등급

가마의 불 등급은 여린 불, 가운뎃불, 센불의 세 층이고, 재는 따로 센다.
`,
      ],
      [
        '엉킴.md',
        `# 엉킴

엉킴은 실이 얽힌 상태이다.

## 엉킴 발생 조건

4가지 모두 있어야 엉킴 발생

## 긴 실

## 젖은 실

## 가는 실

## 센 바람

## 매듭 5가지

- 옭매듭
- 고매듭

## 비당김 감기

- 손 감기
- 발 감기

## 여러 쓰임

- 물레 감기(Wheel) : 실을 감는 물레 감기 쓰임
`,
      ],
      [
        '감기 방법.md',
        '# 실 감기 방법\n\n## 첫 감기 방법\n\n하나.\n\n## 끝 감기 방법\n\n둘.\n\n## 겹 감기 방법\n\n셋.\n',
      ],
      [
        'CSRW & XW.md',
        '# CSRW & XW\n\n## CSRW\n\n> Cross Spool Re Winding\n\n실패 두 개를 번갈아 감아 엉킴을 막는 방법을 말한다.\n',
      ],
    ]),
  );
  const ask = async (query: string) => JSON.stringify((await engine.search(query)).answers[0] ?? null);
  // 네 방 is no count of 갈라짐, and 당김 감기 the opposite of 비당김 감기.
  for (const query of ['가마 갈라짐 몇 가지', '당김 감기가 뭐야', '물레 감기가 뭐야'])
    expect(await ask(query), query).toBe('null');
  expect(await ask('50대 장인 성공률은 몇 퍼센트')).toContain('75%');
  expect(await ask('가마 금이 왜 가')).toContain('먼저 말라서');
  expect(await ask('새 가마 의무 언제부터 적용돼')).toMatch(/2025-08-02.*2027-08-02/u);
  expect(await ask('하늘 잣대 2.0 길이')).toContain('128cm');
  expect(await ask('바다 잣대 1.0 규격 언제 나왔어')).toContain('2025-06-11');
  expect(await ask('가마 불 등급 종류')).toContain('가운뎃불');
  expect(await ask('CSRW가 뭔가요')).toContain('번갈아 감아');
  expect(await ask('엉킴이 무슨 뜻이야')).toContain('얽힌 상태');
  expect(await ask('엉킴 발생 조건 4가지')).toMatch(/긴 실.*센 바람/u);
  expect(await ask('엉킴 매듭 종류')).toMatch(/옭매듭.*고매듭/u);
  expect(await ask('실 감기 방법 종류')).toMatch(/첫 감기 방법.*겹 감기 방법/u);
});

test('a definition behind other words, what both are asked for, and no number of a version', async () => {
  const engine = await searchNotes(
    new Map([
      [
        'spools.md',
        `# Spools

Weavers borrowed the word from sailors. In our case, a spool corresponds to a stick that thread is wound on.

## Installing

The commands for the loom:

- loom@0.19.1

## Winding

Spools are wound before the loom is set up so they have no knots.

| Property | Wood | Bone |
| --- | --- | --- |
| Weight | 20 g | 35 g |
`,
      ],
      [
        'inner knots.md',
        '# Inner knots & long knots\n\n## Anchors\n\n- left anchor\n- right anchor\n- top anchor\n\n## Inner knots\n\nAn inner knot is so common that weavers made a loop for it.\n',
      ],
    ]),
  );
  const ask = async (query: string) => JSON.stringify((await engine.search(query)).answers[0] ?? null);
  expect(await ask('what is a spool')).toContain('stick that thread is wound on');
  expect(await ask("what's a spool in weaving")).toContain('stick that thread is wound on');
  expect(await ask('weight in wood vs bone')).toMatch(/20 g.*35 g/u);
  expect(await ask('how do inner knots work')).toContain('so common');
  expect(await ask('how many commands does the loom have')).toBe('null');
});

test('one of several in a table, an event and a page within a site are told of that one', async () => {
  const engine = await searchNotes(
    new Map([
      [
        '삯.md',
        `# 삯

삯은 일한 값이다.

## 삯의 장단점

| 갈래 | 장점 | 단점 |
| --- | --- | --- |
| 날삯 | 쉽다 | 들쭉날쭉하다 |
| 미리 받는 삯 | 든든하다 | 일해야 한다 |

## 마을 규칙

날삯 규칙(2031-05-06, 공포 05-09)은 짧다. 마을 규칙은 2031-05-04에 모임을 통과했다. 모임의 사람들이 오래 다투고 물러나고 또 다툰 끝에 손을 든 사람이 많아서 그렇게 되었다고 옛사람들은 두고두고 말한다. 2031-06-07에 시행된 마을 규칙은 삯을 날마다 주게 했다.
`,
      ],
      ['ABC & DBC.md', '# AXC & DXC\n\n## AXC\n\nAXC : Ash X Cut\n\n## DXC\n\nDXC : Down X Cut\n'],
      [
        '밭.md',
        '# 밭\n\n밭은 심는 땅이다.\n\n## 쟁기질\n\n예전에는 사람이 모두 했음\n\n## 나눔\n\n- 얕은 갈이 : 써레질(Harrowing)\n\n| 자료 | 대상 |\n| --- | --- |\n| 마을 셈(2025) | 2022-07–2025-07 젊은이(15–29세)와 50대의 일감 변화 |\n',
      ],
      ['leaf.md', '# Leaf\n\nA leaf is any sheet of the book.\n'],
      [
        'turning.md',
        '# Turning\n\nThe leaves are instead in the second drawer.\n\n$ turn leaf\n\nIt does not work in the rain.\n',
      ],
    ]),
  );
  const ask = async (query: string) => JSON.stringify((await engine.search(query)).answers[0] ?? null);
  expect(await ask('미리 받는 삯 단점')).toMatch(/일해야(?!.*들쭉)/u);
  expect(await ask('마을 규칙 언제 통과됐나')).toContain('2031-05-04');
  // A day before a comma is a whole day, and one without its year is a day as well.
  expect(await ask('날삯 규칙 공포일')).toContain('"text":"날삯 규칙(2031-05-06, 공포 05-09)은 짧다.');
  expect(await ask('what is a leaf in bookbinding')).toContain('any sheet');
  expect(await ask('how do I turn a leaf')).not.toContain('rain');
  for (const query of [
    'AXC와 DXC 차이',
    '쟁기질이 뭔가요',
    '써레질이 뭐야',
    'what is turning',
    '젊은이 일감 얼마나 줄었어',
  ])
    expect(await ask(query), query).toBe('null');
});
