import type { Techniques } from '@promptvault/document/techniques';

/** What a technique says when it is switched on. */
export const firstTechniques: Required<Techniques> = {
  chainOfThought: { instruction: null },
  selfConsistency: { samples: 5, temperature: 0.7, answer: { by: 'last_line' } },
  treeOfThoughts: {
    branching: 3,
    depth: 3,
    instruction: null,
    temperature: 0.8,
    thoughtTokens: 400,
    evaluator: { by: 'rubric', rubric: null },
    scale: { from: 1, to: 10 },
    search: { by: 'beam', width: 2, prune: 4 },
    answer: 'write',
    budget: { calls: 40, tokens: null, microDollars: null },
  },
  react: { steps: 8 },
  fewShot: { caseSetId: null, pairs: 3, tokens: 1_000 },
};
