import { expect, test } from 'vitest';
import { fitTitle } from '../../../src/map/draw-mini.ts';

test.each([
  ['Machines', 64, 'Machines'],
  ['산길 안내', 64, '산길 안내'],
  ['산장과샘 안내', 64, '산장과샘…'],
  ['Mountaineers', 64, 'Mountai…'],
  ['길', 3, '길…'],
])('%s in %i px reads %s', (title, room, fitted) => expect(fitTitle(title, room)).toBe(fitted));
