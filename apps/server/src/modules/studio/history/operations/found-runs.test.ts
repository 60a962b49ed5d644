import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findIndexed, type Wanted } from '../repository/find-runs.ts';
import { idAt } from './list-runs.ts';

/** Stretches of one run each, so that few runs lie as far apart as very many would. */
const runs = 700;
const idOf = (number: number) => idAt(1_700_000_000_000 + number, '0');
const costOf = (number: number) => (number % 5 === 0 ? -1 : (number * 37) % 900);
const has: Record<string, (number: number) => boolean> = {
  every: () => true,
  third: (number) => number % 3 === 0,
  rare: (number) => number % 47 === 11,
  early: (number) => number < 20,
  late: (number) => number > 680,
  never: () => false,
};
const numbers = Array.from({ length: runs }, (_, number) => number);

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await house.within('owner', async ({ tx, organizationId }) => {
    for (const number of numbers) {
      const cost = costOf(number);
      const terms = [
        ...[1, 8, 64].map((size, level) => `=${level}:${Math.floor(number / size)}`),
        cost < 0 ? '=$:x' : `=$:${cost === 0 ? 0 : cost.toString(2).length}`,
        ...Object.keys(has).filter((word) => has[word]?.(number)),
      ];
      await tx.execute(sql`insert into run_index (organization_id, run_id, author_id, origin, cost_micro_dollars, duration_ms, terms)
        values (${organizationId}::uuid, ${idOf(number)}::uuid, null, 'direct', ${cost}, 0, array_to_tsvector(${`{${terms.join(',')}}`}::text[]))`);
      // It holds those after the one before.
      if (number > 0)
        await tx.execute(sql`insert into run_slab (organization_id, number, after_run_id)
          values (${organizationId}::uuid, ${number}, ${idOf(number - 1)}::uuid)`);
    }
  });
});
afterAll(() => house.close());

const everything: Wanted = {
  authorId: null,
  words: undefined,
  prefix: undefined,
  status: undefined,
  model: undefined,
  provider: undefined,
  promptId: undefined,
  versionId: undefined,
  origin: undefined,
  private: undefined,
  experiment: undefined,
  firstId: undefined,
  lastId: undefined,
  leastCost: undefined,
  mostCost: undefined,
  marked: undefined,
  sort: 'newest',
  after: undefined,
  limit: 10,
};

const found = (wanted: Partial<Wanted>) =>
  house.within('owner', ({ tx }) => findIndexed(tx, { ...everything, ...wanted }));

describe.each(['newest', 'oldest'] as const)('a search among stretches of time, %s first', (sort) => {
  const ordered = sort === 'newest' ? [...numbers].reverse() : numbers;
  const expected = (may: (number: number) => boolean, limit = 10) =>
    ordered.filter(may).slice(0, limit).map(idOf);

  it.each(Object.keys(has))('finds the first of those with a word that %s run has', async (word) => {
    const having = has[word] as (number: number) => boolean;
    for (const limit of [1, 2, 10, 60, 1000])
      expect(await found({ words: word, sort, limit }), `${limit}`).toEqual(expected(having, limit));
  });

  it('begins anywhere', async () => {
    for (let from = 1; from < runs; from += 23) {
      const isAfter = (number: number) => (sort === 'newest' ? number < from : number > from);
      for (const [word, having] of Object.entries(has))
        expect(
          await found({ words: word, sort, after: { id: idOf(from), key: null } }),
          `${word} ${from}`,
        ).toEqual(expected((number) => isAfter(number) && having(number)));
    }
    const [firstId, lastId] = [idOf(205), idOf(461)];
    expect(await found({ words: 'rare', sort, firstId, lastId })).toEqual(
      expected((number) => number >= 205 && number <= 461 && number % 47 === 11),
    );
  });

  it('holds to a range of costs', async () => {
    for (const [leastCost, mostCost] of [
      [0, undefined],
      [undefined, 0],
      [1, 1],
      [600, undefined],
      [895, undefined],
      [undefined, 70],
      [31, 32],
      [899, 9_000_000_000_000_000],
      [900, undefined],
      [9_000_000_000_000_000, undefined],
      [50, 40],
    ] as const)
      expect(await found({ words: 'third', sort, leastCost, mostCost }), `${leastCost} ${mostCost}`).toEqual(
        expected((number) => {
          const cost = costOf(number);
          return number % 3 === 0 && cost >= (leastCost ?? 0) && cost <= (mostCost ?? cost);
        }),
      );
  });
});
