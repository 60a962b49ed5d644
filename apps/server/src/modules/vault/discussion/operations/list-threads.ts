import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { decodeTimeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import { type Discussed, readableDrafts } from '../open.ts';
import { may, visible } from '../policy.ts';
import { countThreads, listThreadRows, type ThreadCounts } from '../repository/threads.ts';
import { type ShownThread, showThreads } from './show-threads.ts';

export interface ListThreads {
  branch?: string | undefined;
  version?: number | undefined;
  state?: 'open' | 'resolved' | undefined;
  mine: boolean;
  cursor?: string | undefined;
  limit: number;
}

export interface ThreadList {
  threads: ShownThread[];
  counts: ThreadCounts;
  mayComment: boolean;
  nextCursor: string | null;
}

/** Those with the newest comment first. */
export async function listThreads(
  ctx: Ctx,
  thing: Authorized<Discussed, 'comment.read'>,
  { branch, version, state, mine, cursor, limit }: ListThreads,
): Promise<ThreadList> {
  const person = personOf(ctx.actor);
  const sight = visible(ctx.actor, readableDrafts(thing));
  const found = await listThreadRows(ctx, thing, {
    state,
    mine: mine ? person : undefined,
    visible: sight,
    before: decodeTimeCursor(cursor),
    limit: limit + 1,
  });
  const { rows, nextCursor } = pageOf(found, limit, ({ lastAt, id }) => ({ key: lastAt.toISOString(), id }));
  return {
    threads: await showThreads(ctx, thing, rows, { branch, version }),
    counts: await countThreads(ctx, thing, person, sight),
    mayComment: may(ctx.actor, thing, 'comment.write', ctx.clock.now()),
    nextCursor,
  };
}
