import { expect, it } from 'vitest';
import { factsSchema, fromFactsForm, saysNothing, toFactsForm } from './facts-form.ts';

const empty = toFactsForm(null);
const problems = (form: object) =>
  factsSchema.safeParse({ ...empty, ...form }).error?.issues.map(({ path }) => path[0]) ?? [];

it('says nothing where nothing is entered, and gives back what was said', () => {
  const nothing = fromFactsForm(empty);
  expect(saysNothing(nothing)).toBe(true);
  const said = {
    ...nothing,
    contextWindow: 8_192,
    vision: false,
    pdf: true,
    inputMicroDollars: 2_500_000,
    outputMicroDollars: 0,
    retiresOn: '2027-01-31',
  };
  expect(fromFactsForm(toFactsForm(said))).toEqual(said);
  expect(saysNothing(said)).toBe(false);
});

it('takes dollars with a point or a comma', () => {
  expect(fromFactsForm({ ...empty, inputPrice: '0,15' }).inputMicroDollars).toBe(150_000);
});

it('wants whole numbers of tokens, and both sides of a price', () => {
  expect(problems({ contextWindow: '128k' })).toEqual(['contextWindow']);
  expect(problems({ inputPrice: '1' })).toEqual(['outputPrice']);
  expect(problems({ cachedPrice: '1' })).toEqual(['inputPrice', 'outputPrice']);
  expect(problems({ inputPrice: '1', outputPrice: '2' })).toEqual([]);
  expect(problems({ inputPrice: '-1', outputPrice: '2' })).toEqual(['inputPrice']);
});
