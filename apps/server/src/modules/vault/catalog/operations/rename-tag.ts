import { TagError } from '@promptvault/contract/vault/catalog/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { TagRenamed } from '../events.ts';
import { findTag, findTagsByKey, renameTagRow, type TagRow } from '../repository.ts';
import { tagKey } from './ensure-tags.ts';

/** @throws tag.name_taken, request.stale */
export async function renameTag(
  ctx: Ctx,
  tag: Authorized<TagRow, 'tag.manage'>,
  { name, revision }: { name: string; revision: number },
): Promise<TagRow> {
  const nameKey = tagKey(name);
  const [holder] = await findTagsByKey(ctx, [nameKey]);
  if (holder && holder.id !== tag.id) throw TagError.name_taken({ name: holder.name });
  const renamed = await renameTagRow(ctx, tag.id, revision, { name, nameKey });
  if (!renamed) throw RequestError.stale({ current: (await findTag(ctx, tag.id))?.revision ?? tag.revision });
  await ctx.emit(TagRenamed, { kind: 'tag', id: tag.id }, { from: tag.name, to: name });
  return renamed;
}
