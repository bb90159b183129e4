import { describe, expect, it } from 'vitest';
import {
  emptyDeck,
  followEdits,
  listDue,
  listProgress,
  mergeDecks,
  rateCard,
  readDeck,
  writeAnki,
} from '../../../../src/elements/study/deck.ts';

const card = { page: 'a/', title: 'A', anchor: 't1', question: 'x <y>', answer: 'one\n"two"' };
const day = 24 * 60 * 60 * 1000;
const start = new Date('2026-01-01T09:00:00Z');

describe('a deck', () => {
  it('asks what was not known again soon, and what was known later and later', () => {
    const deck = emptyDeck('s');
    let now = start;
    const waits: number[] = [];
    for (let round = 0; round < 4; round++) {
      const due = rateCard(deck, 'k', card, 'good', now);
      waits.push(due.getTime() - now.getTime());
      now = due;
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBeGreaterThan(3 * day);
    const again = rateCard(deck, 'k', card, 'again', now);
    expect(again.getTime() - now.getTime()).toBeLessThan(day);
    expect(listDue(deck, new Date(again.getTime() - 1))).toEqual([]);
    expect(listDue(deck, again)).toEqual(['k']);
    expect(listProgress(deck, again)).toMatchObject([{ page: 'a/', all: 1, due: 1 }]);
  });

  it('goes on with a question that was edited, where its place and answer say which', () => {
    const deck = emptyDeck('s');
    for (const [key, answer] of Object.entries({ old: 'one', kept: 'two', twin: 'same', double: 'same' }))
      rateCard(deck, `a/#t1/${key}`, { ...card, question: key, answer }, 'good', start);
    const ask = (key: string, answer: string) => ({ key: `t1/${key}`, anchor: 't1', question: key, answer });
    const schedule = deck.cards['a/#t1/old']?.schedule;
    const asked = [
      ask('new', 'one'),
      ask('kept', 'two, edited'),
      ask('third', 'same'),
      ask('other', 'three'),
    ];
    expect(followEdits(deck, 'a/', asked)).toBe(true);
    expect(Object.keys(deck.cards).sort()).toEqual(['a/#t1/double', 'a/#t1/kept', 'a/#t1/new', 'a/#t1/twin']);
    expect(deck.cards['a/#t1/new']).toMatchObject({ question: 'new', answer: 'one', schedule });
    expect(followEdits(deck, 'a/', asked)).toBe(false);
  });

  it('comes back from storage as it was', () => {
    const deck = emptyDeck('s');
    rateCard(deck, 'k', card, 'good', start);
    expect(readDeck(JSON.stringify(deck), 's')).toEqual(deck);
  });

  it.each([
    ['{', 'broken'],
    ['null', 'broken'],
    ['{"version":2,"site":"s","cards":{}}', 'newer'],
    ['{"version":1,"site":"other","cards":{}}', 'other'],
  ])('refuses %s', (text, reason) => {
    expect(() => readDeck(text, 's')).toThrow(reason);
  });

  it('leaves out cards that are damaged or lead elsewhere', () => {
    const deck = emptyDeck('s');
    rateCard(deck, 'good', card, 'good', start);
    const data = JSON.parse(JSON.stringify(deck)) as { cards: Record<string, unknown> };
    const good = data.cards['good'] as object;
    data.cards['number'] = 7;
    data.cards['no due'] = { ...good, schedule: {} };
    for (const page of ['//evil.example/', 'javascript:alert(1)', '../x/', '/x/'])
      data.cards[page] = { ...good, page };
    expect(Object.keys(readDeck(JSON.stringify(data), 's').cards)).toEqual(['good']);
  });

  it('leaves out cards from which the schedule cannot go on', () => {
    const deck = emptyDeck('s');
    rateCard(deck, 'good', card, 'good', start);
    const data = JSON.parse(JSON.stringify(deck)) as { cards: Record<string, { schedule: object }> };
    const good = data.cards['good'];
    const damages = [
      { state: 9 },
      { state: 1.5 },
      { stability: 0 },
      { difficulty: 0 },
      { last_review: 'gestern' },
    ];
    for (const damage of damages)
      data.cards[JSON.stringify(damage)] = { ...good, schedule: { ...good?.schedule, ...damage } };
    expect(Object.keys(readDeck(JSON.stringify(data), 's').cards)).toEqual(['good']);
  });

  it('goes on where the clock was set back', () => {
    const deck = emptyDeck('s');
    rateCard(deck, 'k', card, 'good', new Date(start.getTime() + 400 * day));
    const due = rateCard(deck, 'k', card, 'good', start);
    expect(due.getTime()).toBeGreaterThan(start.getTime());
    expect(due.getTime()).toBeLessThan(start.getTime() + 30 * day);
  });

  it('merges with another, the later rating winning', () => {
    const [one, other] = [emptyDeck('s'), emptyDeck('s')];
    rateCard(one, 'k', card, 'good', start);
    rateCard(other, 'k', { ...card, answer: 'new' }, 'good', new Date(start.getTime() + day));
    rateCard(other, 'l', card, 'good', start);
    expect(mergeDecks(one, other).cards).toMatchObject({ k: { answer: 'new' }, l: {} });
    expect(mergeDecks(other, one).cards['k']?.answer).toBe('new');
  });

  it('goes to Anki as text that cannot be HTML of its own', () => {
    const deck = emptyDeck('s');
    rateCard(deck, 'k', card, 'good', start);
    expect(writeAnki(deck, () => 'https://x.example/a/#t1')).toBe(
      '#separator:tab\n#html:true\n"A<br>x &lt;y&gt;"\t"one<br>""two""<br><a href=""https://x.example/a/#t1"">A</a>"\n',
    );
  });

  it('leads from Anki to the address as it is', () => {
    const deck = emptyDeck('s');
    rateCard(deck, 'k', card, 'good', start);
    const address = new URL('https://x.example/운영/#절 "1"&b').href;
    expect(writeAnki(deck, () => address)).toContain(`<a href=""${address.replace('&', '&amp;')}"">`);
  });

  it('goes to Anki with no two first fields alike, and says where each is from', () => {
    const deck = emptyDeck('s');
    rateCard(deck, 'a', { ...card, question: 'GET', place: 'Methods' }, 'good', start);
    rateCard(deck, 'b', { ...card, question: 'GET', place: 'Caches' }, 'good', start);
    rateCard(deck, 'c', { ...card, question: 'GET', place: 'Caches' }, 'good', start);
    const [, , ...rows] = writeAnki(deck, () => 'https://x.example/')
      .trimEnd()
      .split('\n');
    expect(rows.map((row) => row.split('\t')[0])).toEqual([
      '"A › Methods<br>GET"',
      '"A › Caches<br>GET"',
      '"A › Caches<br>GET (2)"',
    ]);
  });

  it('writes one line a card, whatever an imported one holds', () => {
    const deck = emptyDeck('s');
    rateCard(deck, 'k', { ...card, answer: 'a\r\nb\tc\rd' }, 'good', start);
    expect(
      writeAnki(deck, () => '')
        .trimEnd()
        .split('\n')[2]
        ?.split('\t'),
    ).toHaveLength(2);
  });

  it('keeps where a card stands, and reads decks that did not', () => {
    const deck = emptyDeck('s');
    rateCard(deck, 'k', { ...card, place: 'Methods' }, 'good', start);
    expect(readDeck(JSON.stringify(deck), 's').cards['k']?.place).toBe('Methods');
    rateCard(deck, 'l', card, 'good', start);
    expect(readDeck(JSON.stringify(deck), 's').cards['l']).not.toHaveProperty('place');
  });
});
