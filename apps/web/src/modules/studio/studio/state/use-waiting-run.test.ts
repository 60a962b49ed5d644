import { describe, expect, it } from 'vitest';
import { whyNotHere } from './use-waiting-run.ts';

const here = {
  mayWrite: true,
  draftState: { phase: 'ready' },
  failure: undefined,
  references: { failure: undefined },
};
const failure = { message: 'The server cannot be reached.' };

describe('a run that waits for its text', () => {
  it.each([
    ['all is here', here, undefined],
    ['the draft is loading', { ...here, draftState: { phase: 'loading' } }, undefined],
    ['another question failed', { ...here, failure }, undefined],
    ['the draft is refused', { ...here, draftState: { phase: 'failed' } }, 'The draft could not be loaded.'],
    [
      'what is saved cannot be read',
      { ...here, mayWrite: false, failure },
      'The draft could not be loaded. The server cannot be reached.',
    ],
    [
      'what it takes in cannot be read',
      { ...here, references: { failure } },
      'The prompts that this text takes in could not be read. The server cannot be reached.',
    ],
  ])('is told why not: %s', (_what, studio, said) => {
    expect(whyNotHere(studio)).toBe(said);
  });
});
