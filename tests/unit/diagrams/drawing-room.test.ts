import { expect, test } from 'vitest';
import { chooseRoom, mostOnPhone } from '../../../src/diagrams/drawing-room.ts';

test('what is said to fit on every phone is shown there, and what is a hair wider is not', () => {
  expect(chooseRoom(mostOnPhone)).toBe('320');
  expect(chooseRoom(mostOnPhone + 1)).toBe('352');
});
