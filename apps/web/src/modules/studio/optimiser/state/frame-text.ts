import { defineMessages } from '../../../../messages/catalogue.ts';

/** What the frame says of this module: loaded with the first page, so only this much. */
export const frameText = defineMessages('optimiser.frame', {
  open: 'Optimise a prompt',
  words: 'rewrite improve candidates pareto score',
});
