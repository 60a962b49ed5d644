import type { AbilityName } from '@promptvault/contract/studio/models/shapes';
import type { Model } from '../api/models.ts';

/** What a task asks of a model. */
export type Task = { needs: readonly AbilityName[]; inputTokens: number | undefined };

/** An answer of usual length, to weigh what input and output cost against each other. */
const usualAnswer = 1_000;

/** Dollars for the input of the task and a usual answer; null where no price is known. */
export function taskCost({ price }: Pick<Model, 'price'>, inputTokens = usualAnswer): number | null {
  const { inputMicroDollars: input, outputMicroDollars: output } = price ?? {};
  if (input == null || output == null) return null;
  return (input * inputTokens + output * usualAnswer) / 1e12;
}

/**
 * Models that can do a task, the cheapest first. One that surely cannot, or that its provider takes away, is left out;
 * one of which nobody says whether it can stands behind those that surely can, and one without a price behind the rest.
 */
export function proposeModels(models: readonly Model[], { needs, inputTokens }: Task): Model[] {
  const able = models.filter(
    (model) =>
      model.ai &&
      !model.outdated &&
      needs.every((need) => model.abilities[need] !== false) &&
      (model.contextWindow === null || model.contextWindow >= (inputTokens ?? 0)),
  );
  const doubts = (model: Model) => needs.filter((need) => model.abilities[need] === null).length;
  const cost = (model: Model) => taskCost(model, inputTokens) ?? Number.POSITIVE_INFINITY;
  const compare = (one: number, other: number) => (one === other ? 0 : one - other);
  return able.sort(
    (one, other) =>
      compare(doubts(one), doubts(other)) ||
      compare(cost(one), cost(other)) ||
      compare(other.contextWindow ?? 0, one.contextWindow ?? 0) ||
      one.name.localeCompare(other.name),
  );
}
