import { type DocumentVariable, emptyDocument, render, type Steps } from '@promptvault/document';
import { expect, it } from 'vitest';
import { createExampleChoice } from './example-choice.ts';

const section = { id: 's', kind: 'system' as const, role: null, text: '{{animal}}' };
const { variables } = render({ ...emptyDocument(), sections: [section] }, {});
const cases = ['a black ant', 'a blue whale', 'a black spider'].map((animal, at) => ({
  ...{ id: String(at), name: animal, values: { animal }, expected: 'legs' },
}));
const fewShot = { caseSetId: 's', pairs: 2, tokens: 1_000 };

function take<T>(steps: Steps<T>): { steps: number; outcome: T } {
  for (let count = 0; ; count += 1) {
    const step = steps.next();
    if (step.done) return { steps: count, outcome: step.value };
  }
}

it('reads the cases once, and again where they or the variables are others', () => {
  const choose = createExampleChoice();
  const asked = { cases, variables, values: { animal: 'a black dog' }, fewShot, families: [] };
  const first = take(choose(asked));
  expect(first.outcome.map(({ name }) => name)).toEqual(['a black spider', 'a black ant']);
  const sameVariables: DocumentVariable[] = variables.map((one) => ({ ...one }));
  const again = take(choose({ ...asked, variables: sameVariables }));
  expect(again.outcome).toEqual(first.outcome);
  expect(again.steps).toBe(first.steps - cases.length);
  const other = take(choose({ ...asked, cases: [...cases] }));
  expect(other.steps).toBe(first.steps);
  const renamed = variables.map((one) => ({ ...one, default: 'x' }));
  expect(take(choose({ ...asked, variables: renamed })).steps).toBe(first.steps);
});

it('counts as the models do, whatever was counted before', () => {
  const choose = createExampleChoice();
  const asked = { cases, variables, values: { animal: 'a black dog' }, fewShot };
  const tokensOf = (families: ('o200k' | 'claude')[]) =>
    take(choose({ ...asked, families })).outcome.map(({ tokens }) => tokens);
  const usual = tokensOf(['o200k']);
  const more = tokensOf(['o200k', 'claude']);
  expect(more.every((tokens, at) => tokens > (usual[at] as number))).toBe(true);
  expect(tokensOf(['o200k'])).toEqual(usual);
});
