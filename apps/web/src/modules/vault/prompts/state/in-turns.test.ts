import { expect, test } from 'vitest';
import { inTurns } from './in-turns.ts';

test('does a few at a time and keeps the order of the results', async () => {
  let running = 0;
  let most = 0;
  const results = await inTurns(
    [5, 1, 3, 2, 4],
    async (wait) => {
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, wait));
      running--;
      return wait;
    },
    2,
  );
  expect(most).toBe(2);
  expect(results.map((result) => result.status === 'fulfilled' && result.value)).toEqual([5, 1, 3, 2, 4]);
});

test('one that fails does not stop the others', async () => {
  const results = await inTurns([1, 2, 3], async (item) => {
    if (item === 2) throw new Error('no');
    return item;
  });
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
