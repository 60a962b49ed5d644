import type { Tag } from '@promptvault/contract/vault/catalog/shapes';
import type { TagRow } from './repository.ts';

export const toTag = (row: TagRow): Tag => ({
  id: row.id,
  name: row.name,
  revision: row.revision,
  createdAt: row.createdAt.toISOString(),
});
