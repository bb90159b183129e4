import { expect, test } from 'vitest';
import { chooseRoom, mostOnPhone, readLeastRoom, readRoom } from '../../../src/diagrams/drawing-room.ts';

test('what is said to fit on every phone is shown there, and what is a hair wider is not', () => {
  expect(chooseRoom(mostOnPhone)).toBe('320');
  expect(chooseRoom(mostOnPhone + 1)).toBe('352');
});

test('the least room of a width is no more than what any letters make of it', () => {
  for (const size of [12, 13.5, 15, 18])
    expect(readLeastRoom(400), String(size)).toBeLessThanOrEqual(
      readRoom({ svg: `<svg font-size="${size}"></svg>`, width: 400 }),
    );
  expect(readLeastRoom(400)).toBe(readRoom({ svg: '<svg font-size="15"></svg>', width: 400 }));
});
