/**
 * The stems under which Pagefind keeps the words of English notes: Porter's second stemmer, as Snowball 3 has it
 * (https://snowballstem.org/algorithms/english/stemmer.html). A query must be cut exactly as the index was.
 */

const vowel = '[aeiouy]';
const other = '[^aeiouy]';

/** Words whose stem follows no rule; those that stand alone are their own. */
const exceptions = new Map(
  (
    'andes atlas bias cosmos early:earli gently:gentl howe idly:idl news only:onli singly:singl skies:sky skis:ski sky ' +
    'ugly:ugli'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string?])
    .map(([word, stem = word]) => [word, stem]),
);

/** Endings that become shorter ones (step 2), where the word goes on long enough before them. */
const longEndings = readEndings(
  'anci:ance enci:ence ogi li bli:ble abli:able alli:al fulli:ful lessli:less ousli:ous entli:ent aliti:al biliti:ble ' +
    'iviti:ive tional:tion ational:ate alism:al ation:ate ization:ize izer:ize ator:ate iveness:ive fulness:ful ' +
    'ousness:ous ogist:og',
);
const shortEndings = readEndings(
  'icate:ic ative alize:al iciti:ic ical:ic tional:tion ational:ate ful: ness:',
);
const lastEndings = readEndings(
  'ic: ance: ence: able: ible: ate: ive: ize: iti: al: ism: ion er: ous: ant: ent: ment: ement:',
);

/** The stem of a word in small letters, without apostrophes. */
export function stemEnglish(word: string): string {
  const known = exceptions.get(word);
  if (known !== undefined || word.length < 3) return known ?? word;
  // A y that is no vowel is written large.
  let stem = word.replace(/^y/u, 'Y').replace(/([aeiouy])y/gu, '$1Y');
  const first = findRegion(
    stem,
    /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/u.exec(stem)?.[0].length,
  );
  const second = first + findRegion(stem.slice(first));
  const isIn = (region: number, ending: string): boolean => stem.length - ending.length >= region;
  const cut = (ending: string, by = ''): void => {
    stem = stem.slice(0, stem.length - ending.length) + by;
  };

  if (stem.endsWith('sses')) cut('es');
  else if (/ie[ds]$/u.test(stem)) cut('xxx', stem.length > 4 ? 'i' : 'ie');
  else if (/[^us]s$/u.test(stem) && new RegExp(`${vowel}.+s$`, 'u').test(stem)) cut('s');

  const [ending = ''] = /(?:eed|ed|ing)(?:ly)?$/u.exec(stem) ?? [];
  if (ending.startsWith('eed')) {
    if (isIn(first, ending) && !/^(?:succ|proc|exc)eed(?:ly)?$/u.test(stem)) cut(ending, 'ee');
  } else if (ending === 'ing' && new RegExp(`^${other}ying$`, 'u').test(stem)) cut('ying', 'ie');
  else if (
    ending !== '' &&
    !(ending === 'ing' && /^(?:even|cann|inn|earr|herr|out)ing$/u.test(stem)) &&
    new RegExp(vowel, 'u').test(stem.slice(0, -ending.length))
  ) {
    cut(ending);
    if (/(?:at|bl|iz)$/u.test(stem)) stem += 'e';
    else if (/([bdfgmnprt])\1$/u.test(stem)) {
      if (!/^[aeo]..$/u.test(stem)) cut('x');
    } else if (stem.length === first && isShort(stem)) stem += 'e';
  }

  stem = stem.replace(new RegExp(`(?<=.${other})[yY]$`, 'u'), 'i');

  const long = longEndings(stem);
  if (long && isIn(first, long.ending)) {
    if (long.by !== undefined) cut(long.ending, long.by);
    else if (long.ending === 'ogi' && stem.endsWith('logi')) cut('i');
    else if (long.ending === 'li' && /[cdeghkmnrt]li$/u.test(stem)) cut('li');
  }
  const short = shortEndings(stem);
  if (short && isIn(first, short.ending) && (short.by !== undefined || isIn(second, short.ending)))
    cut(short.ending, short.by);
  const last = lastEndings(stem);
  if (last && isIn(second, last.ending) && (last.by !== undefined || /[st]ion$/u.test(stem)))
    cut(last.ending, last.by);
  if (stem.endsWith('e')) {
    if (isIn(second, 'e') || (isIn(first, 'e') && !isShort(stem.slice(0, -1)))) cut('e');
  } else if (stem.endsWith('ll') && isIn(second, 'l')) cut('l');
  return stem.replaceAll('Y', 'y');
}

/** Where the region begins that follows the first vowel and what is none; the end of the text where there is none. */
function findRegion(text: string, known?: number): number {
  return known ?? new RegExp(`^${other}*${vowel}+${other}`, 'u').exec(text)?.[0].length ?? text.length;
}

/** True where the text ends in a short syllable. */
function isShort(text: string): boolean {
  return /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|past$/u.test(text);
}

/** From `ending:what stands for it` to a function that finds the longest one at the end of a word. */
function readEndings(text: string): (word: string) => { ending: string; by?: string } | undefined {
  const pairs = text.split(' ').map((pair) => {
    const [ending = '', by] = pair.split(':');
    return { ending, ...(by !== undefined && { by }) };
  });
  pairs.sort((one, two) => two.ending.length - one.ending.length);
  return (word) => pairs.find(({ ending }) => word.endsWith(ending));
}
