import type { AbilityName, ModelView } from '@promptvault/contract/studio/models/shapes';
import { compatibleServerOf } from '@promptvault/wire/compatible-server';
import type { ModelListing } from '@promptvault/wire/read-listing';
import { settingsTaken } from '@promptvault/wire/setting-support';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { visible } from '../policy.ts';
import { type ConnectionRow, type FactsRow, listConnectionRows, listFactsRows } from '../repository.ts';
import { toFacts } from '../views.ts';
import { findCatalogueModel } from './catalogue.ts';
import { type FlatPrice, listedPriceOf, ownPriceOf } from './flat-price.ts';
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
  abilities: { vision: false, pdf: false, tools: false, schema: false, reasoning: false },
  settings: settingsTaken({ provider: 'echo', api: null, model: 'echo', reasoning: null }),
  retiresOn: null,
  outdated: false,
  facts: null,
};

/** The echo model first, then the models of each connection the actor sees. */
export async function listModels(
  ctx: Ctx,
  organization: Authorized<Organization, 'model.read'>,
): Promise<ModelView[]> {
  const lists = await modelsByConnection(ctx, organization);
  return [echo, ...lists.flatMap(({ models }) => models)];
}

/** The models of each connection the actor sees, beside the connection. */
export async function modelsByConnection(
  ctx: Ctx,
  organization: Authorized<Organization, 'model.read'>,
): Promise<{ connection: ConnectionRow; models: ModelView[] }[]> {
  const connections = await listConnectionRows(ctx.tx, organization.id, visible(ctx.actor));
  const facts = await factsByModel(ctx);
  return Promise.all(
    connections.map(async (connection) => ({
      connection,
      models: await modelsOf(ctx, connection, facts),
    })),
  );
}

export async function listConnectionModels(
  ctx: Ctx,
  connection: Authorized<ConnectionRow, 'model.read'>,
): Promise<ModelView[]> {
  return modelsOf(ctx, connection, await factsByModel(ctx));
}

type FactsByModel = ReadonlyMap<string, FactsRow>;

const keyOf = (connectionId: string, model: string) => `${connectionId} ${model}`;

async function factsByModel(ctx: Ctx): Promise<FactsByModel> {
  const rows = await listFactsRows(ctx.tx, ctx.organizationId);
  return new Map(rows.map((row) => [keyOf(row.connectionId, row.model), row]));
}

async function modelsOf(ctx: Ctx, connection: ConnectionRow, facts: FactsByModel): Promise<ModelView[]> {
  const { provider, listed } = connection;
  const discovered = listed.filter((listing) => answersInText(provider, listing.id));
  const known = discovered.length > 0 ? [] : await knownModels(provider);
  const listings: ModelListing[] =
    discovered.length > 0
      ? discovered
      : known
          .filter(({ id }) => answersInText(provider, id))
          .map(({ contextWindow, ...rest }) => ({ ...rest, contextWindow: contextWindow ?? undefined }));
  const source = discovered.length > 0 ? 'discovered' : 'catalogue';
  return Promise.all(
    listings.map((listing) =>
      describeModel(connection, listing, {
        source,
        said: facts.get(keyOf(connection.id, listing.id)),
        now: ctx.clock.now(),
      }),
    ),
  );
}

/** What the organization says counts before what the provider lists, and that before what is known here. */
async function describeModel(
  connection: ConnectionRow,
  listing: ModelListing,
  { source, said, now }: { source: ModelView['source']; said: FactsRow | undefined; now: Date },
): Promise<ModelView> {
  const { provider, baseUrl } = connection;
  const model = listing.id;
  const priced = await describePrice({ provider, baseUrl, model }, now);
  const known = findCatalogueModel(provider, model);
  const family = familyOf(model);
  const ability = (name: AbilityName) =>
    said?.[name] ?? listing.abilities?.[name] ?? known?.abilities[name] ?? family.abilities[name];
  const own = said && ownPriceOf(said);
  const listedPrice = listedPriceOf(listing, connection);
  const retiresOn = said?.retiresOn ?? null;
  return {
    connectionId: connection.id,
    connectionName: connection.name,
    provider,
    model,
    name: listing.name,
    ai: true,
    source,
    contextWindow:
      said?.contextWindow ?? listing.contextWindow ?? priced?.contextWindow ?? known?.contextWindow ?? null,
    maxOutputTokens:
      said?.maxOutputTokens ?? listing.maxOutputTokens ?? known?.maxOutputTokens ?? family.maxOutputTokens,
    price: own ? toPrice(own) : (priced?.price ?? (listedPrice && toPrice(listedPrice))),
    abilities: {
      vision: ability('vision'),
      pdf: ability('pdf'),
      tools: ability('tools'),
      schema: ability('schema'),
      reasoning: ability('reasoning'),
    },
    settings: settingsTaken({
      ...{ provider, api: connection.api, model, reasoning: ability('reasoning') },
      ...{ server: compatibleServerOf(baseUrl, connection.listed), listed: listing.settings },
    }),
    retiresOn,
    outdated: (priced?.outdated ?? false) || (retiresOn !== null && retiresOn <= dayOf(now)),
    facts: said ? toFacts(said) : null,
  };
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

const toPrice = (price: FlatPrice): ModelView['price'] => ({
  inputMicroDollars: price.input,
  outputMicroDollars: price.output,
  cachedInputMicroDollars: price.cachedInput,
  tiered: false,
  version: price.version,
});
