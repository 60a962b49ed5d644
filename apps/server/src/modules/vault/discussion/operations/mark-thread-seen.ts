import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { OpenedThread } from '../open.ts';
import { rememberSeen } from '../repository/threads.ts';

export async function markThreadSeen(
  ctx: Ctx,
  { thread }: Authorized<OpenedThread, 'comment.read'>,
): Promise<void> {
  const person = personOf(ctx.actor);
  if (person) await rememberSeen(ctx, thread.id, person, ctx.clock.now());
}
