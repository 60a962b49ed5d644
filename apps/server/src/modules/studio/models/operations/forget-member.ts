import { memberChanged } from '@promptvault/contract/account/organizations/events';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { connectionDeletedEvent } from '../events.ts';
import { deleteConnectionRow, listConnectionsOf } from '../repository.ts';

/** Whoever leaves an organization leaves no key behind in it: nobody else could see or delete it. */
export async function forgetMember(ctx: Ctx, event: RecordedEvent): Promise<void> {
  const { userId } = memberChanged.parse(event.payload);
  for (const row of await listConnectionsOf(ctx.tx, ctx.organizationId, userId)) {
    const { id, name, provider } = row;
    if (await deleteConnectionRow(ctx.tx, row, row.revision))
      await ctx.emit(connectionDeletedEvent, { kind: 'connection', id }, { name, provider });
  }
}
