/** Where a reader stopped in notes and what they would read next, kept on the device. */
import { readStored, writeStored } from './stored.ts';

/** Where a reader stopped in a note. */
export interface Place {
  /** Id of the section. */
  at: string;
  /** CSS pixels below its heading. */
  below: number;
  /** The note's title and the section's heading. */
  title?: string;
  name?: string;
}

/** A note to go on with. */
export interface WayOn {
  href: string;
  title: string;
}

const mostPlaces = 60;
const isText = (value: unknown): value is string => typeof value === 'string';

/** By path of the note, the latest last. What is stored may be from another program: only whole entries count. */
export function readPlaces(): Map<string, Place> {
  const list = parse('places');
  if (!Array.isArray(list)) return new Map();
  return new Map(
    list.filter((entry): entry is [string, Place] => {
      if (!Array.isArray(entry) || !isText(entry[0])) return false;
      const place = entry[1] as Partial<Place> | null;
      return (
        isText(place?.at) &&
        Number.isFinite(place.below) &&
        [place.title, place.name].every((text) => text === undefined || isText(text))
      );
    }),
  );
}

export function keepPlaces(places: ReadonlyMap<string, Place>): void {
  writeStored('places', places.size ? JSON.stringify([...places].slice(-mostPlaces)) : null);
}

/** What the end of the last finished note led to. */
export function readNext(): WayOn | null {
  const next = parse('next') as Partial<WayOn> | null;
  return isText(next?.href) && isText(next.title) ? { href: next.href, title: next.title } : null;
}

export function keepNext(next: WayOn): void {
  writeStored('next', JSON.stringify(next));
}

function parse(key: string): unknown {
  try {
    return JSON.parse(readStored(key) ?? 'null');
  } catch {
    return null;
  }
}
