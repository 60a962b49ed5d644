/** What the address of the pages says: for a new one its prompt, of a report whether its plan is open. */
export type ExperimentSearch = { prompt?: string; plan?: true };

/** What means nothing is left out. */
export const readExperimentSearch = ({ prompt, plan }: Record<string, unknown>): ExperimentSearch => ({
  ...(typeof prompt === 'string' && prompt !== '' && { prompt }),
  ...(plan === true && { plan }),
});
