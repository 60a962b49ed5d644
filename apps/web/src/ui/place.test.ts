import { expect, test } from 'vitest';
import { place } from './place.ts';

const room = { width: 1000, height: 600 };
const anchor = { left: 100, top: 100, width: 80, height: 28 };
const layer = { width: 200, height: 300 };

test('it stands on the wanted side while there is room', () => {
  expect(place({ anchor, layer, room, side: 'bottom', align: 'start' })).toEqual({
    side: 'bottom',
    left: 100,
    top: 132,
  });
});

test('it turns to the other side when it fits only there', () => {
  const low = { ...anchor, top: 500 };
  expect(place({ anchor: low, layer, room, side: 'bottom', align: 'start' })).toMatchObject({
    side: 'top',
    top: 196,
  });
});

test('it is pushed inside the window', () => {
  const right = { ...anchor, left: 950 };
  expect(place({ anchor: right, layer, room, side: 'bottom', align: 'start' }).left).toBe(792);
  expect(place({ anchor: { ...anchor, left: 0 }, layer, room, side: 'bottom', align: 'end' }).left).toBe(8);
});
