import type { Techniques } from '@promptvault/document/techniques';

/** What a technique says when it is switched on. */
export const firstTechniques: Required<Techniques> = {
  chainOfThought: { instruction: null },
  selfConsistency: { samples: 5, temperature: 0.7, answer: { by: 'last_line' } },
  react: { steps: 8 },
  fewShot: { caseSetId: null, pairs: 3, tokens: 1_000 },
};
