import { tellChanges } from '../../../../foundation/bus/tell-changes.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Thing } from '../repository/threads.ts';

/** Bus topic: the threads about a thing changed; its message is the organization, the kind and the id. */
export const threadsChanged = 'discussion.changed';

/** Wakes whoever looks at the threads of this thing, once the transaction is committed. */
export const tellFollowers = (ctx: Ctx, { kind, id }: Thing): void =>
  tellChanges(ctx, threadsChanged, kind, id);
