import { expect, it } from 'vitest';
import { needsServer } from './private-mode.ts';

const fewShot = { caseSetId: 's', pairs: 3, tokens: 1_000 };

it('needs no server for examples, which the browser chooses, and names what does', () => {
  expect(needsServer({ techniques: { fewShot, chainOfThought: { instruction: null } } })).toBeUndefined();
  const needs = needsServer({ techniques: { fewShot, react: { steps: 3 } } });
  expect(needs).toContain('acting with tools');
  expect(needs).not.toContain('examples');
});
