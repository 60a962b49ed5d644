import { ConnectionError } from '@promptvault/contract/studio/models/errors';
import { echoModel, type ModelProvider } from '@promptvault/contract/studio/models/shapes';
import { type CompatibleServer, compatibleServerOf } from '@promptvault/wire/compatible-server';
import type { ModelUsage, OpenAiApi } from '@promptvault/wire/model-event';
import { type SettingsTaken, settingsTaken } from '@promptvault/wire/setting-support';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Secrets } from '../../../../foundation/secrets/secrets.ts';
import { openConnection } from '../open.ts';
import { findFactsOf } from '../repository.ts';
import { findCatalogueModel } from './catalogue.ts';
import { openKey } from './connection-key.ts';
import { type FlatPrice, flatCostOf, listedPriceOf, ownPriceOf } from './flat-price.ts';
import { isSold } from './is-sold.ts';
import { familyOf } from './model-families.ts';
import { type Cost, costOf } from './price-table.ts';

/** A model that may be called. Its key is still sealed. */
export interface ChosenModel {
  organizationId: string;
  connectionId: string | null;
  connectionName: string;
  provider: ModelProvider;
  api: OpenAiApi;
  baseUrl: string | null;
  sealedKey: string | null;
  model: string;
  /** As far as anybody says. */
  maxOutputTokens: number | null;
  /** Whether its provider takes a response schema; null where nobody says. */
  takesSchema: boolean | null;
  /** Whether it takes images; null where nobody says. */
  vision: boolean | null;
  /** Whether it reads PDF documents; null where nobody says. */
  pdf: boolean | null;
  /** Which sampling settings it takes. */
  takes: SettingsTaken;
  /** The program that answers for a compatible server, where it is known. */
  server: CompatibleServer | null;
  /** What the organization says that it costs, in place of the table. */
  ownPrice: FlatPrice | null;
  /** Somebody sends a bill for its calls, wherever its server stands. */
  isSold: boolean;
  /** What its gateway lists; counts where the table knows nothing. */
  listedPrice: FlatPrice | null;
  /** The chain it was chosen by, and what comes after it there. */
  chainName: string | null;
  fallbacks: readonly ChosenModel[];
}

const alone = { chainName: null, fallbacks: [] };

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
      api: 'chat',
      baseUrl: null,
      sealedKey: null,
      model,
      maxOutputTokens: null,
      takesSchema: false,
      vision: false,
      pdf: false,
      takes: settingsTaken({ provider: echoModel, api: null, model, reasoning: null }),
      server: null,
      ownPrice: null,
      isSold: false,
      listedPrice: null,
      ...alone,
    };
  }
  const [connection, facts] = await Promise.all([
    openConnection(ctx, { connectionId }, 'model.use'),
    findFactsOf(ctx.tx, ctx.organizationId, { connectionId, model }),
  ]);
  const { organizationId, id, name, provider, api, baseUrl, sealedKey, listed } = connection;
  const listing = listed.find((each) => each.id === model);
  const known = findCatalogueModel(provider, model);
  const server = compatibleServerOf(baseUrl, listed);
  const family = familyOf(model);
  return {
    organizationId,
    connectionId: id,
    connectionName: name,
    provider,
    api,
    baseUrl,
    sealedKey,
    model,
    maxOutputTokens:
      facts?.maxOutputTokens ?? listing?.maxOutputTokens ?? known?.maxOutputTokens ?? family.maxOutputTokens,
    takesSchema:
      facts?.schema ?? listing?.abilities?.schema ?? known?.abilities.schema ?? family.abilities.schema,
    pdf: facts?.pdf ?? listing?.abilities?.pdf ?? known?.abilities.pdf ?? family.abilities.pdf,
    vision: facts?.vision ?? listing?.abilities?.vision ?? known?.abilities.vision ?? family.abilities.vision,
    server,
    takes: settingsTaken({
      provider,
      api,
      model,
      server,
      listed: listing?.settings,
      // What the organization says goes before what the provider lists, and that before the catalogue.
      reasoning:
        facts?.reasoning ??
        listing?.abilities?.reasoning ??
        known?.abilities.reasoning ??
        family.abilities.reasoning,
    }),
    ownPrice: facts ? ownPriceOf(facts) : null,
    isSold: isSold(model, listing),
    listedPrice: listedPriceOf(listing, connection),
    ...alone,
  };
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
  chosen: Pick<ChosenModel, 'provider' | 'baseUrl' | 'model' | 'ownPrice' | 'listedPrice'>,
  usage: ModelUsage,
  at: Date,
): Promise<Cost | undefined> {
  const { provider, baseUrl, model, ownPrice, listedPrice } = chosen;
  if (provider === echoModel) return { microDollars: 0, priceVersion: 'built in' };
  if (ownPrice) return flatCostOf(ownPrice, usage);
  const cost = await costOf({ provider, baseUrl, model }, usage, at);
  return cost ?? (listedPrice ? flatCostOf(listedPrice, usage) : undefined);
}
