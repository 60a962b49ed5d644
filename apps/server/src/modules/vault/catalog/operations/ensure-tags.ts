import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import { findTagsByKey, insertTags } from '../repository.ts';

/** The key of a tag's name: two names with one key are one tag. */
export const tagKey = (name: string): string => sortKey(name);

/** The ids of these tags by key, made where there were none. */
export async function ensureTags(ctx: Ctx, names: Iterable<string>): Promise<Map<string, string>> {
  const wanted = new Map<string, string>();
  for (const name of names) {
    const key = tagKey(name);
    if (!wanted.has(key)) wanted.set(key, name.trim());
  }
  const keys = [...wanted.keys()].sort();
  const found = await findTagsByKey(ctx, keys);
  const known = new Set(found.map((row) => row.nameKey));
  const missing = keys.filter((key) => !known.has(key));
  if (missing.length > 0) {
    const { organizationId } = ctx;
    const createdAt = ctx.clock.now();
    await insertTags(
      ctx,
      missing.map((nameKey) => ({
        organizationId,
        id: ctx.newId(),
        name: wanted.get(nameKey) ?? nameKey,
        nameKey,
        createdAt,
      })),
    );
    // Read again: somebody may have made one of them at the same moment.
    found.push(...(await findTagsByKey(ctx, missing)));
  }
  return new Map(found.map((row) => [row.nameKey, row.id]));
}
