import {
  type DiscoveredServerView,
  hasTwoApis,
  type ModelConnectionView,
  type ModelFactsView,
  type ModelView,
} from '@promptvault/contract/studio/models/shapes';
import type { ConnectionRow, FactsRow } from './repository.ts';

export const toConnection = (row: ConnectionRow): ModelConnectionView => ({
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
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  revision: row.revision,
});

export const toConnections = (rows: ConnectionRow[]) => ({ items: rows.map(toConnection) });

const toSaid = (row: FactsRow) => ({
  contextWindow: row.contextWindow,
  maxOutputTokens: row.maxOutputTokens,
  vision: row.vision,
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

export const toServers = (items: DiscoveredServerView[]) => ({ items });

export const toModels = (items: ModelView[]) => ({ items });

export const toNothing = () => undefined;
