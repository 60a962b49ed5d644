import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { openSubject } from '../open.ts';
import { createThread } from './create-thread.ts';

/** A thread about this prompt with one comment; with a suggestion about the first word of its draft. */
export async function sampleThread(ctx: Ctx, promptId: string, suggestion?: string) {
  const thing = await openSubject(ctx, { subject: { kind: 'prompt', id: promptId } }, 'comment.write');
  const words = { sectionId: 's1', from: 0, to: 7, quote: 'Explain' };
  const { thread, comments } = await createThread(ctx, thing, {
    body: 'A sample comment.',
    ...(suggestion === undefined ? {} : { suggestion, anchor: { on: 'draft', branch: 'main', ...words } }),
  });
  return { threadId: thread.id, commentId: comments[0]?.comment.id ?? '' };
}
