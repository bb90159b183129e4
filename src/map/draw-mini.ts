import { shareBeside } from './choose-folds.ts';
import { listRegions, mostBeside, type Plate, type Region } from './plate.ts';

/** The plate in small, as paths: where each region lies, a mark for each place, and the place at hand. */
export interface MiniPlate {
  width: number;
  height: number;
  regions: { hue: string; title: string; x: number; y: number; width: number; height: number }[];
  /** One path of all marks of a hue. */
  marks: { hue: string; d: string }[];
  here: { x: number; y: number } | null;
  related: string;
}

const width = 224;
const pitch = 9;
const row = 7;
const top = 15;
const gap = 4;

/**
 * Draws the plate in small: the ground and what stands on it at the left, the others beside, in the same order.
 * @param related ids of notes that light up
 */
export function drawMini(plate: Plate, id: string, related: ReadonlySet<string>): MiniPlate | null {
  const all = listRegions(plate);
  if (plate.places.length < 2 || all.length === 0) return null;
  const spots = new Map<string, { x: number; y: number }>();
  const regions: MiniPlate['regions'] = [];
  const lay = (region: Region, x: number, y: number, room: number): number => {
    const columns = Math.max(1, Math.floor((room - 8) / pitch));
    const places = plate.places.filter((place) => belongsTo(place.index, region));
    places.forEach((place, at) =>
      spots.set(place.id, { x: x + 5 + (at % columns) * pitch, y: y + top + Math.floor(at / columns) * row }),
    );
    const height = top + Math.ceil(places.length / columns) * row + 3;
    regions.push({ hue: region.hue, title: fitTitle(region.title, room - 8), x, y, width: room, height });
    return height;
  };
  let y = 0;
  if (plate.head) y += lay(plate.head, 0, 0, width) + gap;
  const left = [plate.above, plate.ground].filter((region) => region !== null);
  const isSection = left.length > 0 && plate.beside.length > 0 && plate.beside.length <= mostBeside;
  const leftRoom = isSection ? Math.round(width * (1 - shareBeside(plate, 1))) : width;
  let leftEnd = y;
  for (const region of left) leftEnd += lay(region, 0, leftEnd, leftRoom) + gap;
  const columns = isSection ? 1 : Math.min(3, Math.max(1, plate.beside.length));
  const room = (width - (isSection ? leftRoom + gap : 0) - gap * (columns - 1)) / columns;
  const startX = isSection ? leftRoom + gap : 0;
  const ends = Array<number>(columns).fill(isSection ? y : leftEnd);
  for (const region of plate.beside) {
    const column = ends.indexOf(Math.min(...ends));
    ends[column] =
      (ends[column] ?? 0) + lay(region, startX + column * (room + gap), ends[column] ?? 0, room) + gap;
  }
  const marks = new Map<string, string>();
  for (const { id: place, hue } of plate.places) {
    const spot = spots.get(place);
    if (spot) marks.set(hue, `${marks.get(hue) ?? ''}M${round(spot.x)} ${round(spot.y)}h6`);
  }
  return {
    width,
    height: Math.ceil(Math.max(leftEnd, ...ends)),
    regions: regions.map((region) => ({ ...region, x: round(region.x), width: round(region.width) })),
    marks: [...marks].map(([hue, d]) => ({ hue, d })),
    here: spots.get(id) ?? null,
    related: plate.places
      .filter((place) => related.has(place.id))
      .flatMap((place) => {
        const spot = spots.get(place.id);
        return spot ? [`M${round(spot.x)} ${round(spot.y)}h6`] : [];
      })
      .join(''),
  };
}

function belongsTo(index: number, region: Region): boolean {
  const first = firstIndex(region);
  return index >= first && index < first + countPlaces(region);
}

function firstIndex({ index, groups }: Region): number {
  return index?.index ?? groups[0]?.place?.index ?? groups[0]?.places[0]?.index ?? -1;
}

function countPlaces({ index, groups }: Region): number {
  const count = (places: Region['groups'][number]['places']): number =>
    places.reduce((sum, place) => sum + 1 + count(place.children), 0);
  return (
    (index ? count([index]) : 0) +
    groups.reduce((sum, { place, places }) => sum + (place ? count([place]) : 0) + count(places), 0)
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A title in 12 px letters, cut with its sign where the room of that many pixels does not hold it. */
export function fitTitle(title: string, room: number): string {
  const letters = [...title];
  const lengthOf = (text: readonly string[]) =>
    text.reduce((sum, letter) => sum + (letter < '\u1100' ? 7 : 11), 0);
  if (lengthOf(letters) <= room) return title;
  while (letters.length > 1 && lengthOf(letters) + 11 > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
