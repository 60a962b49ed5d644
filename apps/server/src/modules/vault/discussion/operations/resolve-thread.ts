import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ThreadReopened, ThreadResolved } from '../events.ts';
import type { OpenedThread } from '../open.ts';
import { changeThread, lockThread, type ThreadRow } from '../repository/threads.ts';
import { readThread } from './get-thread.ts';
import type { ShownThread } from './show-threads.ts';
import { tellFollowers } from './tell-followers.ts';

type Opened = Authorized<OpenedThread, 'comment.write'>;

/** Resolving twice is resolving once. */
export async function resolveThread(ctx: Ctx, opened: Opened): Promise<ShownThread> {
  await settleThread(ctx, opened.thread, 'resolved');
  return readThread(ctx, opened);
}

export async function reopenThread(ctx: Ctx, opened: Opened): Promise<ShownThread> {
  await settleThread(ctx, opened.thread, 'open');
  return readThread(ctx, opened);
}

export async function settleThread(ctx: Ctx, { id }: ThreadRow, state: ThreadRow['state']): Promise<void> {
  const held = await lockThread(ctx, id);
  if (!held || held.state === state) return;
  const resolved = state === 'resolved';
  await changeThread(ctx, id, {
    state,
    resolvedBy: resolved ? personOf(ctx.actor) : null,
    resolvedAt: resolved ? ctx.clock.now() : null,
  });
  const thing = { kind: held.subjectKind, id: held.subjectId };
  await ctx.emit(resolved ? ThreadResolved : ThreadReopened, thing, { threadId: id });
  tellFollowers(ctx, thing);
}
