import type { LeftOutReason } from '@promptvault/contract/studio/models/shapes';
import { choiceKey, type Model } from '../api/models.ts';
import type { ModelSuggestions } from '../api/suggest-models.ts';

/** A model of the list with what a call of it costs, in dollars; null where no price is known. */
export type Suggested = { model: Model; cost: number | null };

/** The models offered here that are suggested, in the order of the suggestion. */
export function suggestedAmong(
  models: readonly Model[],
  { items }: Pick<ModelSuggestions, 'items'>,
): Suggested[] {
  const offered = new Map(models.map((model) => [choiceKey(model), model]));
  return items.flatMap((item) => {
    const model = offered.get(choiceKey({ connectionId: item.connectionId, model: item.model }));
    const cost = item.microDollars === null ? null : item.microDollars / 1e6;
    return model ? [{ model, cost }] : [];
  });
}

/** Why models are left out, the most frequent reason first, each with how many. Nobody misses the echo. */
export function reasonCounts({ leftOut }: Pick<ModelSuggestions, 'leftOut'>): {
  models: number;
  reasons: { reason: LeftOutReason; count: number }[];
} {
  const missed = leftOut.filter(({ reasons }) => !reasons.includes('not_ai'));
  const counts = new Map<LeftOutReason, number>();
  for (const reason of missed.flatMap(({ reasons }) => reasons))
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts].map(([reason, count]) => ({ reason, count }));
  return { models: missed.length, reasons: reasons.sort((one, other) => other.count - one.count) };
}
