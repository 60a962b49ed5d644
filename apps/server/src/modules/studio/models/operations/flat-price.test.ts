import { expect, it } from 'vitest';
import type { FactsRow } from '../repository.ts';
import { flatCostOf, listedPriceOf, ownPriceOf } from './flat-price.ts';

const updatedAt = new Date('2026-11-27T10:00:00Z');
const facts = (prices: Partial<FactsRow>) =>
  ({
    inputMicroDollars: null,
    outputMicroDollars: null,
    cachedInputMicroDollars: null,
    updatedAt,
    revision: 3,
    ...prices,
  }) as FactsRow;
const usage = { inputTokens: 1_000, outputTokens: 500, cachedInputTokens: 200, estimated: false };

it('counts what an organization entered, and says of which day and revision', () => {
  const price = ownPriceOf(facts({ inputMicroDollars: 2_000_000, outputMicroDollars: 8_000_000 }));
  if (!price) throw new Error('no price');
  expect(flatCostOf(price, usage)).toEqual({
    microDollars: 6_000,
    priceVersion: 'own price of 2026-11-27, revision 3',
  });
  expect(flatCostOf({ ...price, cachedInput: 0 }, usage).microDollars).toBe(5_600);
});

it('knows no price where one side is missing', () => {
  expect(ownPriceOf(facts({ inputMicroDollars: 1 }))).toBeNull();
});

it('takes the price that a gateway lists, as of the test that listed it', () => {
  const listing = { id: 'm', name: 'M', price: { input: 1_000_000, output: 1_000_000 } };
  expect(listedPriceOf(listing, { testAt: updatedAt })?.version).toBe('as listed on 2026-11-27');
  expect(listedPriceOf({ id: 'm', name: 'M' }, { testAt: updatedAt })).toBeNull();
});
