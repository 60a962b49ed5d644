import type { ModelConnectionView, ModelView } from '@promptvault/contract/studio/models/shapes';
import type { ConnectionRow } from './repository.ts';

export const toConnection = (row: ConnectionRow): ModelConnectionView => ({
  id: row.id,
  name: row.name,
  provider: row.provider,
  baseUrl: row.baseUrl,
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

export const toModels = (items: ModelView[]) => ({ items });

export const toNothing = () => undefined;
