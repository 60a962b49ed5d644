import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Thing } from '../repository/threads.ts';

/** Bus topic: the threads about a thing changed; its message is the organization, the kind and the id. */
export const threadsChanged = 'discussion.changed';

/** Wakes whoever looks at the threads of this thing, once the transaction is committed. */
export function tellFollowers(ctx: Ctx, { kind, id }: Thing): void {
  const { bus, log } = ctx.ports;
  const ids = [ctx.organizationId, kind, id];
  ctx.afterCommit(() => {
    bus
      .publish(threadsChanged, ids)
      .catch((error) => log.warn('the bus could not tell of a discussion', { error }));
  });
}
