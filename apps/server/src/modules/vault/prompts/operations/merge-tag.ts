import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { closeTag, holdTags, type Tag } from '../../catalog/index.ts';
import { movePromptTags } from '../repository/tags.ts';

/**
 * Gives whatever carries a tag another one instead, and ends the first. Merged into itself it stays as it is.
 * @throws resource.not_found for a tag that is not there, request.stale
 */
export async function mergeTag(
  ctx: Ctx,
  tag: Authorized<Tag, 'tag.manage'>,
  { into, revision }: { into: string; revision: number },
): Promise<Tag> {
  const held = await holdTags(ctx, [tag.id, into]);
  const target = held.get(into);
  if (!target) throw ResourceError.not_found().at('body', 'into');
  if (target.id === tag.id) return target;
  const count = await movePromptTags(ctx, tag.id, target.id);
  await closeTag(ctx, tag, { revision, into: target, count });
  return target;
}
