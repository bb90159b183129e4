/** Names under which the site knows things: titles of notes, their other names, terms of the glossary. */
import type { Catalog } from '../catalog.ts';
import { findStems, isEnding } from '../particles.ts';
import { soundsAlike } from '../sound.ts';
import { makeKey } from '../synonyms.ts';
import type { Synonyms } from '../synonyms.ts';
import { languages } from './question.ts';

/** A title of more words is a sentence, whose end names nothing. */
const mostWords = 8;

/** Collects the names; pages by their place in the catalogue, terms by theirs in its list. */
export function createNames(catalog: Catalog | undefined, synonyms: Synonyms): Names {
  const pages = new Map<string, Set<number>>();
  const terms = new Map<string, Set<number>>();
  const add = (map: Map<string, Set<number>>, name: string, at: number): void => {
    const key = makeKey(name);
    if (key === '') return;
    const places = map.get(key) ?? new Set();
    places.add(at);
    map.set(key, places);
  };
  const parts = new Map<string, Set<number>>();
  catalog?.titles?.forEach((title, at) => {
    add(pages, title, at);
    for (const part of splitTitle(title)) add(parts, part, at);
  });
  // 싱글톤 for 싱글톤 패턴, SRE for site reliability engineering, where only one title can be meant.
  const short = new Map<string, Set<number>>();
  catalog?.titles?.forEach((title, at) => {
    for (const part of splitTitle(title)) {
      for (const { kindNoun } of languages) {
        // OAuth for OAuth 2.0 as well.
        const bare = part
          .replace(kindNoun, '')
          .replace(/(?<=[a-z])\s\d+(?:\.\d+)+$/iu, '')
          .trim();
        if (bare !== part && makeKey(bare).length > 2) add(short, bare, at);
      }
      // 격리 수준 for 트랜잭션 격리 수준.
      const words = part.split(' ');
      for (let from = 1; from < words.length - 1 && words.length <= mostWords; from++)
        add(short, words.slice(from).join(' '), at);
      // unsqueeze for torch.unsqueeze.
      const [, last] = /^[a-z_]\w*(?:\.\w+)*\.([a-z_]{3,})$/iu.exec(part) ?? [];
      if (last !== undefined) add(short, last, at);
      const initials = readInitials(part);
      if (initials.length > 2) add(short, initials, at);
    }
  });
  // A part that several titles share names none of them: `Guide: …`
  for (const [key, places] of parts) if (places.size === 1 && !pages.has(key)) pages.set(key, places);
  catalog?.terms?.forEach((term, at) => add(terms, term, at));
  const shortTerms = new Map<string, Set<number>>();
  catalog?.terms?.forEach((term, at) => {
    for (const { kindNoun } of languages) {
      const bare = term.replace(kindNoun, '');
      if (bare !== term && makeKey(bare).length > 2) add(shortTerms, bare, at);
    }
  });
  const listAliased = (keys: string[], own: readonly number[]): number[] => {
    const others = unite(keys, pages).filter((at) => !own.includes(at));
    const meant = others.length + own.length > 0 ? [] : unite(keys.slice(0, 1), short);
    return meant.length === 1 ? meant : others;
  };
  // 서킷브레이커 is Circuit Breaker, where one title alone sounds like it.
  const hear = (form: string): Name | undefined => {
    const key = makeKey(form);
    if (key.length < 3) return undefined;
    // SQL 인젝션 begins with the very letters of SQL Injection.
    const [latin = ''] = /^[a-z]{2,}(?=[가-힣]{2})/u.exec(key) ?? [];
    const sounds = (name: string): boolean =>
      soundsAlike(key, name) ||
      (latin !== '' &&
        name.startsWith(latin) &&
        soundsAlike(key.slice(latin.length), name.slice(latin.length)));
    const heard = new Set([...pages].flatMap(([name, at]) => (sounds(name) ? [...at] : [])));
    const [only] = heard;
    return only === undefined || heard.size > 1
      ? undefined
      : {
          text: form,
          spellings: [form, ...splitTitle(catalog?.titles?.[only] ?? '')],
          pages: [only],
          aliased: [],
          terms: [],
        };
  };
  return {
    find: (text) => {
      for (const form of listForms(text)) {
        const others = synonyms.find(form);
        const keys = [form, ...others].map(makeKey);
        const own = unite(keys.slice(0, 1), pages);
        const name: Name = {
          text: form,
          spellings: [...new Set([form, ...others])],
          pages: own,
          aliased: listAliased(keys, own),
          terms: unite(keys, terms),
        };
        // 멀티모달 for the term 멀티모달 모델, where no note and no other term is called so.
        const meant = own.length + name.terms.length > 0 ? [] : unite(keys.slice(0, 1), shortTerms);
        if (meant.length === 1) return { ...name, terms: meant };
        if (own.length + name.aliased.length + name.terms.length > 0) return name;
      }
      for (const form of listForms(text)) {
        const name = hear(form);
        if (name !== undefined) return name;
      }
      return undefined;
    },
  };
}

/** The initials of a name in Latin letters; empty for a single word. */
function readInitials(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => !/^(?:of|the|a|an|and|for|to|in|&)$/iu.test(word));
  return words.length > 2 && words.every((word) => /^[a-z]/iu.test(word))
    ? words.map((word) => word[0]).join('')
    : '';
}

/** Names inside a title: `검색 증강 생성(RAG)`, `Guide: Tabnine`, `[home] Router`, `HBM — 쌓은 메모리`. */
export function splitTitle(title: string): string[] {
  const names = new Set<string>();
  const add = (name: string | undefined): void => {
    if (name !== undefined && (makeKey(name).length > 1 || /^[가-힣]$/u.test(name))) names.add(name.trim());
  };
  const bare = title.replace(/^\[[^\]]*\]\s*/u, '');
  const whole = /^(.*?)\s*[(（]([^)）]+)[)）]\s*$/u.exec(bare);
  add(bare);
  add(whole?.[1]);
  whole?.[2]?.split(/\s*[,·/]\s*/u).forEach(add);
  for (const { definitionWords } of languages) add(bare.replace(definitionWords, ''));
  bare.split(/\s*[:：]\s+|\s+[—–-]\s+/u).forEach(add);
  return [...names];
}

/** True when the letters of `short` stand in one of the names in this order, the first ones first. */
export function isAcronym(short: string, names: readonly string[]): boolean {
  // 1C is the first crack, 2FA has two factors.
  const counts = /^[1-4]/u.test(short) ? ['fstf', 'ottf'] : [''];
  return counts.some((count) => {
    const text = short.toLowerCase().replace(/^[1-4]/u, (digit) => count[Number(digit) - 1] ?? '');
    return standsFor(text, names, short);
  });
}

/** True when the letters stand in one of the names so; or the name has the abbreviation itself. */
function standsFor(spelled: string, names: readonly string[], short: string): boolean {
  const letters = [...spelled].filter((letter) => /[a-z]/u.test(letter));
  return names.some((name) => {
    // XAI is explainable AI.
    const text = name.toLowerCase().replace(letters[0] === 'x' ? /^ex/u : /^$/u, 'x');
    if (letters.length === 0 || text.includes(short.toLowerCase())) return true;
    if (text[0] !== letters[0]) return false;
    let at = 0;
    return letters.every((letter) => {
      at = text.indexOf(letter, at) + 1;
      return at > 0;
    });
  });
}

/** The text as it is and without a particle at its end. */
export function listForms(text: string): string[] {
  const cut = (word: string): string[] => {
    const latin = /^(.*[a-z0-9+#)])([가-힣]{1,3})$/u.exec(word);
    if (latin !== null && (isEnding('가', latin[2] ?? '') || isEnding('각', latin[2] ?? '')))
      return [latin[1] ?? ''];
    return findStems(word).toReversed();
  };
  const at = text.lastIndexOf(' ') + 1;
  // HTTPS is no plural.
  const plural =
    /[aeiouy][a-z]*[a-rt-z]s$/u.test(text) && /[a-z]{4,}$/u.test(text) ? [text.slice(0, -1)] : [];
  const several = /[a-z]{3,}[^s]$/u.test(text) ? [`${text}s`] : [];
  return [text, ...cut(text.slice(at)).map((stem) => text.slice(0, at) + stem), ...plural, ...several];
}

function unite(keys: readonly string[], map: ReadonlyMap<string, ReadonlySet<number>>): number[] {
  return [...new Set(keys.flatMap((key) => [...(map.get(key) ?? [])]))];
}

/** The name that the words begin with, or else end with (외재적 환각), and how many words stand before it. */
export function findNameIn(text: string, names: Names): { name: Name; before: string } | undefined {
  const first = findLongestName(text, names);
  if (first !== undefined) return { name: first, before: '' };
  const words = text.split(' ');
  for (let at = 1; at < words.length; at++) {
    const name = names.find(words.slice(at).join(' '));
    if (name !== undefined) return { name, before: words.slice(0, at).join(' ') };
  }
  return undefined;
}

/** The name that the words begin with: 토마토 in 토마토 기르는. */
export function findLongestName(text: string, names: Names): Name | undefined {
  const words = text.split(' ');
  for (let count = words.length; count > 0; count--) {
    const name = names.find(words.slice(0, count).join(' '));
    if (name !== undefined) return name;
  }
  return undefined;
}

export interface Names {
  /** What the site calls by this name, with or without a particle; undefined where it calls nothing so. */
  find(text: string): Name | undefined;
}

export interface Name {
  /** The name as it was typed, without a particle. */
  text: string;
  /** The name and all that is searched with it. */
  spellings: string[];
  /** Places in the catalogue of the pages that bear it as their title. */
  pages: number[];
  /** Those of the pages that it leads to under another name. */
  aliased: number[];
  /** Places of the terms in the catalogue's list. */
  terms: number[];
}
