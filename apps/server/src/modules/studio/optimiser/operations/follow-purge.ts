import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { eraseOptimisationsOf } from '../repository/optimisations.ts';

/** With a prompt that is erased go its optimisations. */
export const followPurge = (ctx: Ctx, event: RecordedEvent): Promise<void> =>
  eraseOptimisationsOf(ctx, event.subject.id);
