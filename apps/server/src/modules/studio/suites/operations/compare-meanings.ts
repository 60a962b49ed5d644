/** How alike two texts are in meaning, as an embedding model of a connection sees it. */
import { DomainError } from '@promptvault/contract/errors';
import type { MeaningAssertion } from '@promptvault/document/assertions';
import { closeness } from '@promptvault/wire/embed-texts';
import { chooseModel, keyOf } from '../../models/index.ts';
import { isBudgetCode, payAhead, settleAhead } from '../../runs/index.ts';
import type { JudgingGround } from './assertion-aids.ts';

export type Compared = ({ closeness: number } | { reason: string }) & {
  /** Millionths of a dollar. */
  microDollars: number;
};

/**
 * Asks the model for the vectors of both. What they cost is known before: it is taken then, so that nothing is owed
 * when the process ends in between.
 * @throws budget.exhausted, budget.price_unknown, run.purse_exhausted
 */
export async function compareMeanings(
  { ports, scope, signal, run: { purseId } }: JudgingGround,
  { connectionId, model }: MeaningAssertion['model'],
  texts: readonly [string, string],
): Promise<Compared> {
  try {
    const { chosen, paid } = await ports.within(scope, async (ctx) => {
      const chosen = await chooseModel(ctx, { connectionId, model });
      return { chosen, paid: await payAhead(ctx, { model: chosen, texts, purseId }) };
    });
    const { provider, baseUrl } = chosen;
    const apiKey = keyOf(ports.secrets, chosen);
    const outcome = await ports.llm.embed({
      ...{ provider, baseUrl, apiKey, keyId: connectionId, model, texts, signal },
    });
    const microDollars = await ports.within({ ...scope, onBehalfOf: null }, (ctx) =>
      settleAhead(ctx, paid, outcome.ok ? outcome.inputTokens : 0),
    );
    if (!outcome.ok) return { reason: outcome.error.message, microDollars };
    const [one = [], other = []] = outcome.vectors;
    return { closeness: closeness(one, other), microDollars };
  } catch (error) {
    if (!(error instanceof DomainError) || isBudgetCode(error.code)) throw error;
    return { reason: error.message, microDollars: 0 };
  }
}
