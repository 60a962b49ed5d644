import type { ModelView } from '@promptvault/contract/studio/models/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { type ConnectionRow, listConnectionRows } from '../repository.ts';
import { answersInText, familyOf } from './model-families.ts';
import { describePrice, knownModels } from './price-table.ts';

export const echo: ModelView = {
  connectionId: null,
  connectionName: 'Built in',
  provider: 'echo',
  model: 'echo',
  name: 'Echo (not an AI)',
  ai: false,
  source: 'built_in',
  contextWindow: null,
  maxOutputTokens: null,
  price: {
    inputMicroDollars: 0,
    outputMicroDollars: 0,
    cachedInputMicroDollars: 0,
    tiered: false,
    version: 'built in',
  },
  abilities: { vision: false, tools: false, schema: false, reasoning: false },
};

/** The echo model first, then the models of each connection. */
export async function listModels(
  ctx: Ctx,
  organization: Authorized<Organization, 'model.read'>,
): Promise<ModelView[]> {
  const connections = await listConnectionRows(ctx.tx, organization.id);
  const lists = await Promise.all(connections.map((connection) => modelsOf(ctx, connection)));
  return [echo, ...lists.flat()];
}

export function listConnectionModels(
  ctx: Ctx,
  connection: Authorized<ConnectionRow, 'model.read'>,
): Promise<ModelView[]> {
  return modelsOf(ctx, connection);
}

async function modelsOf(ctx: Ctx, connection: ConnectionRow): Promise<ModelView[]> {
  const { provider, baseUrl, listed } = connection;
  const discovered = listed.filter((listing) => answersInText(provider, listing.id));
  const known = discovered.length > 0 ? [] : await knownModels(provider);
  const listings = discovered.length > 0 ? discovered : known.filter(({ id }) => answersInText(provider, id));
  const now = ctx.clock.now();
  const models = listings.map(async (listing): Promise<ModelView> => {
    const priced = await describePrice({ provider, baseUrl, model: listing.id }, now);
    const family = familyOf(listing.id);
    const maxOutputTokens = 'maxOutputTokens' in listing ? listing.maxOutputTokens : undefined;
    return {
      connectionId: connection.id,
      connectionName: connection.name,
      provider,
      model: listing.id,
      name: listing.name,
      ai: true,
      source: discovered.length > 0 ? 'discovered' : 'catalogue',
      contextWindow: listing.contextWindow ?? priced?.contextWindow ?? null,
      maxOutputTokens: maxOutputTokens ?? family.maxOutputTokens,
      price: priced?.price ?? null,
      abilities: family.abilities,
    };
  });
  return Promise.all(models);
}
