import { ConnectionError } from '@promptvault/contract/studio/models/errors';
import { echoModel, type ModelProvider } from '@promptvault/contract/studio/models/shapes';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { ModelUsage } from '../../../../foundation/llm/model-event.ts';
import type { Secrets } from '../../../../foundation/secrets/secrets.ts';
import { openConnection } from '../open.ts';
import { openKey } from './connection-key.ts';
import { type Cost, costOf } from './price-table.ts';

/** A model that may be called. Its key is still sealed. */
export interface ChosenModel {
  organizationId: string;
  connectionId: string | null;
  connectionName: string;
  provider: ModelProvider;
  baseUrl: string | null;
  sealedKey: string | null;
  model: string;
}

/** @throws auth.forbidden, resource.not_found, model.unknown */
export async function chooseModel(
  ctx: Ctx,
  { connectionId, model }: { connectionId: string | null; model: string },
): Promise<ChosenModel> {
  if (connectionId === null) {
    if (model !== echoModel) throw ConnectionError.unknown({ model });
    return {
      organizationId: ctx.organizationId,
      connectionId,
      connectionName: 'Built in',
      provider: echoModel,
      baseUrl: null,
      sealedKey: null,
      model,
    };
  }
  const connection = await openConnection(ctx, { connectionId }, 'model.use');
  const { organizationId, id, name, provider, baseUrl, sealedKey } = connection;
  return { organizationId, connectionId: id, connectionName: name, provider, baseUrl, sealedKey, model };
}

/** The key for a call, in memory only. @throws secret.key_missing, secret.damaged */
export function keyOf(
  secrets: Secrets,
  { organizationId, connectionId, sealedKey }: ChosenModel,
): string | null {
  return connectionId === null ? null : openKey(secrets, { organizationId, id: connectionId, sealedKey });
}

/** What a call of this model cost; undefined when no price is known. */
export async function costOfCall(
  { provider, baseUrl, model }: Pick<ChosenModel, 'provider' | 'baseUrl' | 'model'>,
  usage: ModelUsage,
  at: Date,
): Promise<Cost | undefined> {
  if (provider === echoModel) return { microDollars: 0, priceVersion: 'built in' };
  return costOf({ provider, baseUrl, model }, usage, at);
}
