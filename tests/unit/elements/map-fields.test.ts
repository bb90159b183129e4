import { parseHTML } from 'linkedom';
import { beforeEach, expect, test, vi } from 'vitest';
import { drawMarks, field, listPlaces, type Place } from '../../../src/map/plate.ts';
import { MapFields } from '../../../src/elements/map-fields.ts';

const names = Array.from({ length: 40 }, (_, at): [string, string] => [`노트 ${at}`, `/n/${at}/`]);
let map: HTMLElement;
let fields: MapFields;
beforeEach(() => {
  const { document, Element } = parseHTML(
    `<atlas-map>${[
      ['가', 0, 35],
      ['나', 35, 5],
    ]
      .map(
        ([region, first, count]) =>
          `<section data-region="${region}"><div class="group-field" data-first="${first}" data-count="${count}"><ul class="places"></ul><svg><path class="marks"></path></svg></div></section>`,
      )
      .join('')}</atlas-map>`,
  );
  vi.stubGlobal('document', document);
  vi.stubGlobal('Element', Element);
  map = document.querySelector('atlas-map') as unknown as HTMLElement;
  fields = new MapFields(map);
});

const lists = () => [...map.querySelectorAll('.is-left a')].map(({ textContent }) => textContent);

test('the mark under a pointer is a place of its field, and the room behind the last mark is none', () => {
  const svg = map.querySelector('svg') as unknown as HTMLElement;
  svg.getBoundingClientRect = () => ({ left: 10, top: 20, width: field.columns * field.across }) as DOMRect;
  const at = (column: number, row: number) =>
    fields.findAt({
      target: svg,
      clientX: 10 + column * field.across + 2,
      clientY: 20 + row * field.down + 2,
    } as unknown as MouseEvent);
  expect([at(0, 0), at(29, 0), at(0, 1), at(4, 1)]).toEqual([0, 29, 30, 34]);
  expect([at(5, 1), at(0, 2)]).toEqual([-1, -1]);
  expect([fields.regionOf(34), fields.regionOf(35), fields.regionOf(40)]).toEqual(['가', '나', '']);
});

test('what a filter leaves is brought out and named; without one the fields come back', () => {
  fields.mark(new Set([1, 36]));
  expect([...map.querySelectorAll('.marks-here')].map((path) => path.getAttribute('d'))).toEqual([
    drawMarks([1]),
    drawMarks([1]),
  ]);
  fields.name(new Set([1, 36]), names);
  expect(lists()).toEqual(['노트 1', '노트 36']);
  fields.name(new Set([36]), names);
  expect(lists()).toEqual(['노트 36']);
  expect(map.querySelector<HTMLElement>('.group-field')?.hidden).toBe(true);
  fields.mark(null);
  fields.name(null, names);
  expect(lists()).toEqual([]);
  expect(map.querySelector('.marks-here, .is-named, [hidden]')).toBeNull();
});

test('the places of a group stand in the order of their indexes', () => {
  const place = (index: number, ...children: Place[]) => ({ index, children }) as Place;
  const group = { label: '', place: place(0, place(1)), places: [place(2, place(3, place(4))), place(5)] };
  expect(listPlaces(group).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
});
