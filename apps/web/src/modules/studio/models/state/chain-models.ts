import type { Model, ModelChain } from '../api/models.ts';

/** The longest input that all of them take: whichever answers, it must fit. */
const narrowest = (windows: readonly (number | null)[]): number | null => {
  const known = windows.filter((window) => window !== null);
  return known.length > 0 ? Math.min(...known) : null;
};

const all = (values: readonly (boolean | null | undefined)[]): boolean | null =>
  values.some((value) => value === false) ? false : values.every((value) => value === true) ? true : null;

/** Chains as models to choose: able to do what all of their models can, at the price of the first. */
export function chainModels(chains: readonly ModelChain[], models: readonly Model[]): Model[] {
  return chains.flatMap((chain) => {
    const steps = chain.steps.flatMap((step) => {
      const found = models.find(
        (model) => model.connectionId === step.connectionId && model.model === step.model,
      );
      return found ? [found] : [];
    });
    const [first] = steps;
    if (!first) return [];
    return [
      {
        ...first,
        connectionId: null,
        connectionName: [...new Set(steps.map(({ connectionName }) => connectionName))].join(', '),
        chainId: chain.id,
        model: chain.name,
        name: chain.name,
        ai: steps.some(({ ai }) => ai),
        contextWindow: narrowest(steps.map(({ contextWindow }) => contextWindow)),
        maxOutputTokens: narrowest(steps.map(({ maxOutputTokens }) => maxOutputTokens)),
        abilities: {
          vision: all(steps.map(({ abilities }) => abilities.vision)),
          pdf: all(steps.map(({ abilities }) => abilities.pdf)),
          tools: all(steps.map(({ abilities }) => abilities.tools)),
          schema: all(steps.map(({ abilities }) => abilities.schema)),
          reasoning: all(steps.map(({ abilities }) => abilities.reasoning)),
        },
        outdated: steps.some(({ outdated }) => outdated),
        facts: null,
      },
    ];
  });
}
