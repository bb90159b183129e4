import { describe, expect, it } from 'vitest';
import {
  chooseFieldDetail,
  chooseFolds,
  choosePartsToFold,
  countColumns,
  listFields,
  shareBeside,
} from '../../../src/map/choose-folds.ts';
import type { Place, PlaceGroup, Plate, Region } from '../../../src/map/plate.ts';

const place = (title: string, children: Place[] = []): Place => ({
  index: 0,
  id: title,
  href: '/',
  title,
  prefix: '',
  hue: 'a',
  kind: 'A',
  shape: 0,
  size: 1,
  children,
});

const group = (count: number, title = 'A short name'): PlaceGroup => ({
  label: '',
  places: Array.from({ length: count }, (_, at) => place(`${title} ${at}`)),
});

const region = (name: string, groups: PlaceGroup[]): Region => ({
  name,
  title: name,
  href: '/',
  hue: 'a',
  description: '',
  count: groups.reduce((all, { places }) => all + places.length, 0),
  index: null,
  groups,
});

function lay(beside: Region[]): Plate {
  const places = beside.flatMap(({ groups }) => groups.flatMap((each) => each.places));
  return { head: null, above: null, ground: null, beside, crossings: [], places, isLinked: false, kinds: [] };
}

describe('what a map of many places folds', () => {
  it('is nothing up to the number that all screens have room for', () => {
    const columns = (count: number) => lay([region('a', [group(50)]), region('b', [group(count - 50)])]);
    const strata = (count: number) => ({ ...columns(count), ground: region('c', []) });
    expect(choosePartsToFold(columns(100))).toBeNull();
    expect(choosePartsToFold(columns(101))).toBe('regions');
    expect(choosePartsToFold(strata(160))).toBeNull();
    expect(choosePartsToFold(strata(161))).toBe('regions');
    expect(choosePartsToFold(lay([region('a', [group(161)])]))).toBe('groups');
    expect(choosePartsToFold(lay([region('a', [group(900)])]))).toBeNull();
  });

  it('folds regions of marks on narrow screens only', () => {
    const fields = lay([region('a', [group(900)]), region('b', [group(9)])]);
    expect(choosePartsToFold(fields)).toBe('regions');
    expect(chooseFolds(fields).size).toBe(0);
  });

  it('leaves wide screens all that they have room for', () => {
    expect(chooseFolds(lay([region('a', [group(90)]), region('b', [group(90)])])).size).toBe(0);
  });

  it('folds the highest first there, and no more than has to be', () => {
    const sizes = [30, 200, 40, 120, 60, 200];
    const folded = chooseFolds(lay(sizes.map((size, at) => region(`r${at}`, [group(size)]))));
    expect([...folded]).toEqual(['r1', 'r5']);
  });

  it('counts the lines of long names, and those of Hangul as twice as wide', () => {
    const long = '이름이 한 줄에 들어가지 않을 만큼 긴 노트';
    const regions = (title: string) => [0, 1, 2, 3, 4].map((at) => region(`r${at}`, [group(60, title)]));
    expect(chooseFolds(lay(regions('Short'))).size).toBe(0);
    expect(chooseFolds(lay(regions(long))).size).toBeGreaterThan(0);
  });

  it('leaves something open', () => {
    expect(chooseFolds(lay([region('a', [group(700)])])).size).toBe(0);
    expect(chooseFolds(lay([region('a', [group(390)]), region('b', [group(400)])])).size).toBe(1);
  });

  it('folds the groups of an only region', () => {
    const folded = chooseFolds(lay([region('a', [group(20), group(700)])]));
    expect([...folded]).toEqual(['a/1']);
  });
});

describe('what the fields of a map of marks say', () => {
  const detail = (sizes: readonly number[][]) =>
    chooseFieldDetail(
      lay(
        sizes.map((groups, at) =>
          region(
            `r${at}`,
            groups.map((count) => group(count)),
          ),
        ),
      ),
    );
  const times = (count: number, sizes: number[]) => Array.from({ length: count }, () => sizes);

  it('is all of it where there is room', () => {
    expect(detail(times(10, [90]))).toEqual({ names: 4, isByRegion: false });
  });

  it('is fewer names where regions are many, then one field for a region of many groups', () => {
    expect(detail(times(50, [60]))).toEqual({ names: 2, isByRegion: false });
    expect(detail(times(20, Array<number>(20).fill(6)))).toMatchObject({ isByRegion: true });
    expect(detail([Array.from({ length: 300 }, () => 9)])).toMatchObject({ isByRegion: true });
  });

  it('ends somewhere', () => {
    expect(detail(times(900, [1]))).toEqual({ names: 0, isByRegion: true });
  });

  it('holds all places of a region in their order', () => {
    const groups = [{ ...group(2), place: place('above') }, group(1)];
    const [only, ...others] = listFields(region('a', groups), { names: 0, isByRegion: true });
    expect(only?.places.map(({ id }) => id)).toEqual([
      'above',
      'A short name 0',
      'A short name 1',
      'A short name 0',
    ]);
    expect(others).toEqual([]);
  });
});

describe('the columns of a map without strata', () => {
  const alike = (count: number) =>
    lay(Array.from({ length: count }, (_, at) => region(`r${at}`, [group(10)])));

  it('are no more than its regions fill', () => {
    // Four lie below each other, and a sixth column would be empty.
    expect(countColumns(alike(20), null)).toBe(5);
    expect(countColumns(alike(12), null)).toBe(6);
    expect(countColumns(alike(2), null)).toBe(2);
    expect(countColumns(alike(9), null)).toBe(3);
  });

  it('are all there for what breaks between them', () => {
    expect(countColumns(lay([region('long', [group(150)])]), null)).toBe(6);
    const parts = region(
      'parts',
      Array.from({ length: 12 }, () => group(12)),
    );
    expect(countColumns(lay([parts, region('small', [group(2)])]), null)).toBe(6);
  });

  it('are counted for fields of marks too', () => {
    const fields = lay(Array.from({ length: 20 }, (_, at) => region(`r${at}`, [group(100)])));
    expect(countColumns(fields, chooseFieldDetail(fields))).toBe(5);
  });
});

describe('the room of what lies beside the ground', () => {
  const strata = (ground: number, beside: number) => ({
    ...lay([region('a', [group(beside)])]),
    ground: region('c', [group(ground)]),
  });

  it('follows what is in it, so that both end about level', () => {
    expect(shareBeside(strata(40, 30))).toBeCloseTo(1 / 3);
    expect(shareBeside(strata(30, 30), 1)).toBe(0.5);
    const two = { ...strata(40, 15), above: region('d', [group(10)]) };
    expect(shareBeside({ ...two, beside: [...two.beside, region('b', [group(15)])] })).toBeCloseTo(2 / 7);
  });

  it('is never too narrow for names, and leaves the ground its own', () => {
    expect(shareBeside(strata(100, 1))).toBe(0.2);
    expect(shareBeside(strata(1, 100))).toBe(0.6);
  });
});
