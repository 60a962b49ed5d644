import type { ModelSuggestionsView, ModelTask, ModelView } from '@promptvault/contract/studio/models/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import type { ConnectionRow } from '../repository.ts';
import { flatCostOf } from './flat-price.ts';
import { isLocalAddress } from './is-local-address.ts';
import { echo, modelsByConnection } from './list-models.ts';
import { costOf } from './price-table.ts';
import { type Candidate, rankModels } from './rank-models.ts';

/** Ranks the models the actor sees for a task, with what a call would cost; and says why others are left out. */
export async function suggestModels(
  ctx: Ctx,
  organization: Authorized<Organization, 'model.read'>,
  task: ModelTask,
): Promise<ModelSuggestionsView> {
  const lists = await modelsByConnection(ctx, organization);
  const candidates = lists.map(({ connection, models }) => {
    const local = isLocalAddress(connection.baseUrl);
    const failing = connection.testOk === false;
    return Promise.all(
      models.map(async (model): Promise<Candidate> => {
        const microDollars = await callCost(connection, model, { ...task, at: ctx.clock.now() });
        return { model, microDollars, local, failing };
      }),
    );
  });
  const builtIn: Candidate = { model: echo, microDollars: 0, local: true, failing: false };
  return rankModels([builtIn, ...(await Promise.all(candidates)).flat()], task);
}

type Call = Pick<ModelTask, 'inputTokens' | 'outputTokens'> & { at: Date };

/** A price without steps says it all; one with steps is asked of the table, which a gateway's thousand models need not be. */
async function callCost(
  { provider, baseUrl }: ConnectionRow,
  { model, price }: ModelView,
  { at, inputTokens, outputTokens }: Call,
): Promise<number | null> {
  if (!price) return null;
  const usage = { inputTokens, outputTokens, estimated: true };
  const { inputMicroDollars: input, outputMicroDollars: output, version } = price;
  if (input !== null && output !== null && !price.tiered)
    return flatCostOf({ input, output, cachedInput: input, version }, usage).microDollars;
  const cost = await costOf({ provider, baseUrl, model }, usage, at);
  return cost?.microDollars ?? null;
}
