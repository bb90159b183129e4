import { expect, test } from 'vitest';
import { fitTitle } from '../../../src/map/draw-mini.ts';

test.each([
  ['Machines', 64, 'Machines'],
  ['기술 스택', 64, '기술 스택'],
  ['비즈니스 모델', 64, '비즈니스…'],
  ['Considerations', 64, 'Conside…'],
  ['길', 3, '길…'],
])('%s in %i px reads %s', (title, room, fitted) => expect(fitTitle(title, room)).toBe(fitted));
