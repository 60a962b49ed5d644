import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { TagMerged } from '../events.ts';
import { deleteTagRow, findTag, lockTags, type TagRow } from '../repository.ts';

/** Tags by id, which nobody gives to anything until the transaction ends. */
export async function holdTags(ctx: Ctx, ids: readonly string[]): Promise<Map<string, TagRow>> {
  const rows = await lockTags(ctx, [...new Set(ids.filter(isId))].sort());
  return new Map(rows.map((row) => [row.id, row]));
}

/** Ends a tag that nothing carries any more, since all of it carries `into`. @throws request.stale */
export async function closeTag(
  ctx: Ctx,
  tag: Authorized<TagRow, 'tag.manage'>,
  { revision, into, count }: { revision: number; into: TagRow; count: number },
): Promise<void> {
  if (!(await deleteTagRow(ctx, tag.id, revision)))
    throw RequestError.stale({ current: (await findTag(ctx, tag.id))?.revision ?? tag.revision });
  await ctx.emit(TagMerged, { kind: 'tag', id: into.id }, { from: tag.name, to: into.name, count });
}
