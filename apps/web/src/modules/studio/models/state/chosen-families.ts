import { type TokenFamily, tokenFamilyOf } from '@promptvault/tokens';
import type { ModelChain, ModelChoice, ModelConnection } from '../api/models.ts';

type Known = { connections: readonly ModelConnection[]; chains: readonly ModelChain[] };

/** How the chosen models count tokens, with all that a chain may fall back on; each once. */
export function chosenFamilies(
  choices: readonly ModelChoice[],
  { connections, chains }: Known,
): TokenFamily[] {
  const called = choices.flatMap(({ chainId, connectionId, model }) => {
    if (chainId === undefined) return [{ connectionId, model }];
    const steps = chains.find(({ id }) => id === chainId)?.steps ?? [];
    // A connection that is gone leaves its place to the next.
    return steps.filter((step) => step.connectionId === null || step.connectionName !== null);
  });
  const families = called.map(({ connectionId, model }) =>
    tokenFamilyOf(model, connections.find(({ id }) => id === connectionId)?.provider),
  );
  return [...new Set(families)];
}
