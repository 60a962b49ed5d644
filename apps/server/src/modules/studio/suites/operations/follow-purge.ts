import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { eraseCaseSetsOf } from '../../cases/index.ts';
import { eraseSuitesOf } from '../repository/suites.ts';

/**
 * With a prompt that is erased go its suites, their runs and its cases. The cases are erased from here, for listeners
 * keep no order among each other, and a suite leads to its cases.
 */
export async function followPurge(ctx: Ctx, event: RecordedEvent): Promise<void> {
  await eraseSuitesOf(ctx, event.subject.id);
  await eraseCaseSetsOf(ctx, event.subject.id);
}
