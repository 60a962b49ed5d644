/** How alike two texts are in meaning, as an embedding model of a connection sees it. */
import { createHash } from 'node:crypto';
import { DomainError } from '@promptvault/contract/errors';
import { canonicalJson } from '@promptvault/document';
import type { MeaningAssertion } from '@promptvault/document/assertions';
import { closeness } from '@promptvault/wire/embed-texts';
import { chooseModel, keyOf } from '../../models/index.ts';
import { isBudgetCode, payAhead, settleAhead } from '../../runs/index.ts';
import type { JudgedItem, JudgingGround } from './assertion-aids.ts';

export type Compared = ({ closeness: number } | { reason: string }) & {
  /** Millionths of a dollar. */
  microDollars: number;
};

/**
 * Asks the model for the vectors of both. What they cost is known before: it is taken then, so that nothing is owed
 * when the process ends in between. What was bought for the item before is not bought again.
 * @throws budget.exhausted, budget.price_unknown, run.purse_exhausted
 */
export async function compareMeanings(
  { ports, scope, signal, patience, run: { purseId } }: JudgingGround,
  { meanings, noteMeaning }: Pick<JudgedItem, 'meanings' | 'noteMeaning'>,
  { connectionId, model }: MeaningAssertion['model'],
  texts: readonly [string, string],
): Promise<Compared> {
  const asked = createHash('sha256')
    .update(canonicalJson([connectionId, model, ...texts]))
    .digest('hex');
  const before = meanings[asked];
  if (before) return before;
  try {
    const { chosen, paid } = await ports.within(scope, async (ctx) => {
      const chosen = await chooseModel(ctx, { connectionId, model });
      return { chosen, paid: await payAhead(ctx, { model: chosen, texts, purseId }) };
    });
    const { provider, baseUrl } = chosen;
    const apiKey = keyOf(ports.secrets, chosen);
    const call = { provider, baseUrl, apiKey, keyId: connectionId, model, texts, signal };
    let outcome = await ports.llm.embed(call);
    await patience.ended(connectionId, outcome.ok ? 'finished' : 'failed');
    while (!outcome.ok && (await patience.isWorthAgain(connectionId, outcome.error.code, signal))) {
      if (signal.aborted) break;
      outcome = await ports.llm.embed(call);
      await patience.ended(connectionId, outcome.ok ? 'finished' : 'failed');
    }
    return await ports.within({ ...scope, onBehalfOf: null }, async (ctx): Promise<Compared> => {
      const microDollars = await settleAhead(ctx, paid, outcome.ok ? outcome.inputTokens : 0);
      if (!outcome.ok) return { reason: outcome.error.message, microDollars };
      const [one = [], other = []] = outcome.vectors;
      const meaning = { closeness: closeness(one, other), microDollars };
      await noteMeaning(ctx, { asked, meaning });
      return meaning;
    });
  } catch (error) {
    if (!(error instanceof DomainError) || isBudgetCode(error.code)) throw error;
    return { reason: error.message, microDollars: 0 };
  }
}
