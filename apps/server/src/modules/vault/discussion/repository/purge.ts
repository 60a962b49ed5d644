import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { comment, reaction, seen, thread } from '../schema.ts';

/** Runs are seen by whoever made them also when their prompt is gone, and so is what is said about them. */
const outlives = 'run';

/** Erases all that was said about a prompt, and about what goes with it. */
export async function purgeThreads(
  { tx, organizationId }: Pick<Ctx, 'tx' | 'organizationId'>,
  promptId: string,
): Promise<void> {
  const isGone = and(
    eq(thread.organizationId, organizationId),
    eq(thread.promptId, promptId),
    ne(thread.subjectKind, outlives),
  );
  const threads = tx.select({ id: thread.id }).from(thread).where(isGone);
  const comments = tx
    .select({ id: comment.id })
    .from(comment)
    .where(and(eq(comment.organizationId, organizationId), inArray(comment.threadId, threads)));
  await tx
    .delete(reaction)
    .where(and(eq(reaction.organizationId, organizationId), inArray(reaction.commentId, comments)));
  for (const below of [comment, seen])
    await tx
      .delete(below)
      .where(and(eq(below.organizationId, organizationId), inArray(below.threadId, threads)));
  await tx.delete(thread).where(isGone);
}
