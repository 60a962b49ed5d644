import { afterAll, beforeAll, expect, it } from 'vitest';
import { runSchedule } from './draft-schedule.ts';
import { openTogetherHouse, type TogetherHouse } from './together-house.ts';
import { readTrace } from './traces.ts';

/** Others each time, and said when one fails: `npm run schedules -- --seed=<it> --count=1` repeats it. */
const firstSeed = Date.now() % 1_000_000_000;
const schedules = 50;

let house: TogetherHouse;
beforeAll(async () => {
  house = await openTogetherHouse();
});
afterAll(() => house.close());

it.skipIf(!readTrace('concurrent'))(
  `lets every tab and the stored draft end alike, whatever the network does (seeds from ${firstSeed})`,
  async () => {
    const failed: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + schedules; seed++)
      await runSchedule(house, seed).catch((error) => failed.push(`seed ${seed}: ${error}`));
    expect(failed).toEqual([]);
  },
  180_000,
);
