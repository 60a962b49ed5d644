import { type ChosenModel, costOfCall } from './choose-model.ts';
import { isLocalAddress } from './is-local-address.ts';

const leastUsage = { inputTokens: 1, outputTokens: 1, estimated: true };

/**
 * A server on this machine or in its network sends no bill, unless the organization entered prices for it, or it is a
 * gateway that passes calls on to who sells them.
 */
async function isPriced(model: ChosenModel, at: Date): Promise<boolean> {
  const isFree = isLocalAddress(model.baseUrl) && !model.isSold;
  return isFree || (await costOfCall(model, leastUsage, at)) !== undefined;
}

/** The names of those, and of what they fall back on, whose calls nobody can tell the cost of at that time. */
export async function unpricedOf(models: readonly ChosenModel[], at: Date): Promise<string[]> {
  const all = models.flatMap((model) => [model, ...model.fallbacks]);
  const priced = await Promise.all(all.map((model) => isPriced(model, at)));
  return [...new Set(all.flatMap(({ model }, place) => (priced[place] ? [] : [model])))];
}
