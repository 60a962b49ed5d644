import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Subject } from '../../../../foundation/module/subjects.ts';
import { notify } from '../../../account/notifications/index.ts';
import type { Discussed } from '../open.ts';
import { type CommentRow, commentsOf } from '../repository/threads.ts';
import { commented, excerptOf, mentioned } from './notices.ts';

/**
 * Tells whoever is mentioned, by name or in a group, and whoever takes part or writes the prompt; each once. The
 * notice is about the thread: who does not see it is not told.
 */
export async function tellPeople(
  ctx: Ctx,
  thing: Discussed,
  said: CommentRow,
  inGroups: readonly string[],
): Promise<void> {
  const subject = { kind: 'thread', id: said.threadId };
  const data = { excerpt: excerptOf(said.body) };
  const told = new Set([...said.mentions, ...inGroups]);
  await notify(ctx, { kind: mentioned.kind, to: told, subject, data, key: said.id });
  const others = (await commentsOf(ctx, [said.threadId])).flatMap(({ authorId }) => authorId ?? []);
  const { prompt } = thing;
  const writers = prompt ? [prompt.row.authorId, ...prompt.row.coEditorIds] : [];
  await notify(ctx, {
    kind: commented.kind,
    to: [...writers, ...others].filter((userId): userId is string => userId !== null && !told.has(userId)),
    subject,
    group: `comments ${thing.kind} ${thing.id}`,
    data,
    key: said.id,
  });
}

/** For later modules whose things hold words of people, such as a verdict; `target` names the place on the page. */
export const tellMentioned = (
  ctx: Ctx,
  subject: Subject,
  { to, body, target }: { to: Iterable<string>; body: string; target: string },
): Promise<void> =>
  notify(ctx, {
    kind: mentioned.kind,
    to,
    subject,
    data: { excerpt: excerptOf(body), target },
    key: target,
  });
