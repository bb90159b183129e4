/**
 * Names of Logseq's pages: what the file's name cannot hold (`/`, `?`, `"`) is written in signs of its own, and a page of
 * the journal is called by its day, in the graph's form or in any that Logseq offers.
 */

export interface Day {
  year: number;
  month: number;
  day: number;
}

/** @param fileName without its extension: `Tool___How%3F` is the page `Tool/How?` */
export function readPageName(fileName: string): string {
  const name = fileName.replace(/___/gu, '/');
  try {
    return name.replace(/(?:%[\da-f]{2})+/giu, decodeURIComponent);
  } catch {
    return name;
  }
}

/** The day of a page of the journal, by its path; null for any other page. */
export function readJournalDay(path: string): Day | null {
  const found = /(?:^|\/)journals\/(\d{4})[-_](\d\d)[-_](\d\d)\.\w+$/u.exec(path);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && month >= 1 && month <= 12;
  return isDay ? { year, month, day } : null;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
/** What Logseq writes where a graph says nothing. */
const usual = 'MMM do, yyyy';

/** The form in which a graph writes its days, from its `config.edn`; undefined where it says none. */
export function readDayForm(config: string): string | undefined {
  return /^[^;\n]*:journal\/page-title-format\s+"([^"\n]+)"/mu.exec(config)?.[1];
}

/** A day in a form of Logseq's: `MMM do, yyyy`, `yyyy-MM-dd EEEE`. */
export function writeDay({ year, month, day }: Day, form: string = usual): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const name = months[month - 1] ?? '';
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
  const ending = day > 3 && day < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  const parts: Record<string, string> = {
    ...{ yyyy: String(year), MMMM: name, MMM: name.slice(0, 3), MM: two(month), M: String(month) },
    ...{ dd: two(day), do: `${day}${ending}`, d: String(day), yy: two(year % 100) },
    ...{ EEEE: weekday, EEE: weekday.slice(0, 3), EE: weekday.slice(0, 3), E: weekday.slice(0, 3) },
  };
  return form.replace(/yyyy|yy|MMMM|MMM|MM|M|do|dd|d|EEEE|EEE|EE|E/gu, (part) => parts[part] ?? part);
}

const numbers = ['dd-MM-yyyy', 'dd.MM.yyyy', 'MM/dd/yyyy', 'yyyy/MM/dd'];
const forms = [
  ...['do MMM yyyy', 'do MMMM yyyy', usual, 'MMMM do, yyyy', 'MM-dd-yyyy', 'MM_dd_yyyy', 'yyyy-MM-dd'],
  ...['yyyy-MM-dd EEE', 'yyyy-MM-dd EEEE', 'yyyy_MM_dd', 'yyyyMMdd', 'yyyy年MM月dd日', ...numbers],
  ...['E, ', 'EEE, ', 'EEEE, '].flatMap((weekday) => numbers.map((form) => weekday + form)),
];

/** All names under which notes may speak of a day. */
export function listDayNames(day: Day): string[] {
  return [...new Set(forms.map((form) => writeDay(day, form)))];
}
