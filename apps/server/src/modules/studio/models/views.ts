import {
  type DiscoveredServerView,
  hasTwoApis,
  type ModelChainView,
  type ModelConnectionView,
  type ModelFactsView,
  type ModelSuggestionsView,
  type ModelView,
} from '@promptvault/contract/studio/models/shapes';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import type { NamedChain } from './operations/list-chains.ts';
import type { ConnectionRow, FactsRow } from './repository.ts';

/** How its calls went of late is known to the gateway, not to the row. */
function toHealth({ ports }: Ctx, { id }: ConnectionRow): ModelConnectionView['health'] {
  const health = ports.llm.healthOf(id);
  if (!health) return null;
  const { state, failures, until, lastSuccessAt, lastFailure } = health;
  return {
    ...{ state, failures },
    until: until?.toISOString() ?? null,
    lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
    lastFailure: lastFailure && { ...lastFailure, at: lastFailure.at.toISOString() },
  };
}

export const toConnection = (row: ConnectionRow, ctx: Ctx): ModelConnectionView => ({
  id: row.id,
  name: row.name,
  provider: row.provider,
  baseUrl: row.baseUrl,
  api: hasTwoApis(row.provider) ? row.api : null,
  personal: row.ownerId !== null,
  keyEnding: row.keyEnding,
  test:
    row.testOk === null || row.testAt === null
      ? null
      : {
          ok: row.testOk,
          at: row.testAt.toISOString(),
          code: row.testCode,
          message: row.testMessage,
          models: row.listed.length,
        },
  health: toHealth(ctx, row),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  revision: row.revision,
});

export const toConnections = (rows: ConnectionRow[], ctx: Ctx) => ({
  items: rows.map((row) => toConnection(row, ctx)),
});

const toSaid = (row: FactsRow) => ({
  contextWindow: row.contextWindow,
  maxOutputTokens: row.maxOutputTokens,
  vision: row.vision,
  pdf: row.pdf,
  tools: row.tools,
  schema: row.schema,
  reasoning: row.reasoning,
  inputMicroDollars: row.inputMicroDollars,
  outputMicroDollars: row.outputMicroDollars,
  cachedInputMicroDollars: row.cachedInputMicroDollars,
  retiresOn: row.retiresOn,
});

export const toFacts = (row: FactsRow): ModelFactsView => ({
  id: row.id,
  connectionId: row.connectionId,
  model: row.model,
  ...toSaid(row),
  updatedAt: row.updatedAt.toISOString(),
  revision: row.revision,
});

/** For the event log. */
export const toFactsPayload = (row: FactsRow) => ({
  connectionId: row.connectionId,
  model: row.model,
  facts: toSaid(row),
});

export const toChain = ({ chain, names }: NamedChain): ModelChainView => ({
  id: chain.id,
  name: chain.name,
  steps: chain.steps.map(({ connectionId, model }) => ({
    connectionId,
    connectionName: connectionId === null ? 'Built in' : (names.get(connectionId) ?? null),
    model,
  })),
  createdAt: chain.createdAt.toISOString(),
  updatedAt: chain.updatedAt.toISOString(),
  revision: chain.revision,
});

export const toChains = (items: NamedChain[]) => ({ items: items.map(toChain) });

export const toServers = (items: DiscoveredServerView[]) => ({ items });

export const toModels = (items: ModelView[]) => ({ items });

export const toSuggestions = (suggestions: ModelSuggestionsView) => suggestions;

export const toNothing = () => undefined;
