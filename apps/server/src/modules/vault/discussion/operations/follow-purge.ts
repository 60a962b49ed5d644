import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { purgeThreads } from '../repository/purge.ts';

/** With a prompt goes what was said about it. */
export const followPurge = (ctx: Ctx, event: RecordedEvent): Promise<void> =>
  purgeThreads(ctx, event.subject.id);
