/** What is said through a share link: threads begun there and what was answered, and nothing else of the discussion. */
import {
  type Actor,
  isOutsideName,
  type LinkActor,
  visitorName,
} from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError } from '../../../../foundation/errors/foundation-errors.ts';
import { namePeople } from '../../../account/organizations/index.ts';
import { openSubject } from '../open.ts';
import { commentsOf, type Thing, threadsBegunBy } from '../repository/threads.ts';
import { createThread } from './create-thread.ts';

export interface SaidThroughLink {
  name: string;
  isGuest: boolean;
  body: string;
  at: Date;
}

const mostThreads = 50;

const linkOf = ({ actor }: { actor: Actor }): LinkActor => {
  if (actor.kind !== 'link') throw AuthError.forbidden();
  return actor;
};

/** One list a thread, the newest thread first; what was deleted is left out. @throws auth.forbidden, resource.not_found */
export async function listTalkThroughLink(ctx: Ctx, subject: Thing): Promise<SaidThroughLink[][]> {
  const { linkId } = linkOf(ctx);
  const thing = await openSubject(ctx, { subject }, 'comment.read');
  const threads = await threadsBegunBy(ctx, thing, visitorName(linkId), mostThreads);
  const comments = (
    await commentsOf(
      ctx,
      threads.map(({ id }) => id),
    )
  ).filter(({ deletedAt }) => deletedAt === null);
  const people = await namePeople(
    ctx,
    comments.map(({ authorId }) => authorId),
  );
  return threads
    .map(({ id }) =>
      comments
        .filter(({ threadId }) => threadId === id)
        .map(({ actor, authorId, visitorName: name, body, createdAt }) => ({
          name: name ?? people.get(authorId ?? '')?.name ?? 'Somebody',
          isGuest: isOutsideName(actor),
          body,
          at: createdAt,
        })),
    )
    .filter((said) => said.length > 0);
}

/** @throws auth.forbidden, resource.not_found, comment.too_fast, comment.mention_unknown, comment.group_unknown */
export async function talkThroughLink(ctx: Ctx, subject: Thing, body: string): Promise<void> {
  if (!linkOf(ctx).visitor) throw AuthError.forbidden();
  await createThread(ctx, await openSubject(ctx, { subject }, 'comment.write'), { body });
}
