/**
 * `npm run schedules`: seeded schedules of co-editing through real sockets. Options: --count=1000, --seed=<first seed>,
 * --whole (the recorded texts to their ends, once each). A failed seed is repeated by --seed=<it> --count=1.
 */
import { parseArgs } from 'node:util';
import { runSchedule } from './draft-schedule.ts';
import { openTogetherHouse } from './together-house.ts';
import type { TraceName } from './traces.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    whole: { type: 'boolean', default: false },
  },
});
const say = (text: string) => process.stdout.write(`${text}\n`);

const house = await openTogetherHouse();
const failed: number[] = [];
const from = performance.now();

async function run(seed: number, whole?: TraceName): Promise<void> {
  const startedAt = performance.now();
  try {
    const done = await runSchedule(
      house,
      seed,
      whole ? { length: Number.POSITIVE_INFINITY, trace: whole } : undefined,
    );
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    say(
      `seed ${seed}: ${done.trace}, ${done.tabs} tabs, ${done.steps} steps, ${done.words} words, ${done.reloads} reloads, ${done.falls} falls, ${seconds} s`,
    );
  } catch (error) {
    failed.push(seed);
    say(`seed ${seed} FAILED: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const first = Number(values.seed);
if (values.whole) for (const name of ['sequential', 'concurrent'] as const) await run(first, name);
else for (let seed = first; seed < first + Number(values.count); seed++) await run(seed);
await house.close();
say(
  `${failed.length === 0 ? 'All' : 'Not all'} schedules ended as expected in ${Math.round((performance.now() - from) / 1000)} s.${failed.length > 0 ? ` Failed seeds: ${failed.join(', ')}` : ''}`,
);
process.exit(failed.length === 0 ? 0 : 1);
