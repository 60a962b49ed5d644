import type { SecretView } from '@promptvault/contract/studio/secrets/shapes';
import type { UsedSecret } from './operations/list-secrets.ts';

/** Never the value, sealed or not. */
export const toSecret = ({ row, usedBy }: UsedSecret): SecretView => ({
  id: row.id,
  name: row.name,
  origins: row.origins,
  usedBy,
  replacedAt: row.replacedAt.toISOString(),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  revision: row.revision,
});

export const toSecrets = (rows: UsedSecret[]) => ({ items: rows.map(toSecret) });

export const toNothing = () => undefined;
