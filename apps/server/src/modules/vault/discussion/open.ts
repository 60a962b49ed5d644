import { DomainError } from '@promptvault/contract/errors';
import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { AuthError, ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { branchesOf, type KnownBranch, openPrompt, type Prompt } from '../prompts/index.ts';
import { type DiscussedFacts, may, sees } from './policy.ts';
import {
  type CommentRow,
  findComment,
  findThread,
  type Thing,
  type ThreadRow,
} from './repository/threads.ts';

/** The prompt whose text a thing is about, as far as the actor sees it, and its branches. */
export interface DiscussedPrompt {
  row: Authorized<Prompt, 'prompt.read'>;
  branches: readonly KnownBranch[];
}

/** A thing people speak about, as the actor sees it. */
export interface Discussed extends DiscussedFacts {
  title: string;
  address: string;
  prompt: DiscussedPrompt | null;
  /** Groups of people that belong to it, such as the reviewers of a review. */
  groups: Readonly<Record<string, readonly string[]>>;
}

export interface OpenedThread {
  thread: ThreadRow;
  thing: Discussed;
}

export interface OpenedComment extends OpenedThread {
  comment: CommentRow;
}

/** Threads are no things to speak about: their comments are. */
const own = 'thread';

/** @throws resource.not_found */
async function find(ctx: Ctx, { kind, id }: Thing): Promise<Discussed> {
  if (kind === own || !isId(id)) throw ResourceError.not_found();
  const { title, address, promptId = null, groups = {} } = await ctx.ports.subjects.open(ctx, { kind, id });
  const prompt = promptId ? await findPrompt(ctx, promptId) : null;
  return { kind, id, title, address, promptId, prompt, groups };
}

async function findPrompt(ctx: Ctx, promptId: string): Promise<DiscussedPrompt | null> {
  try {
    const row = await openPrompt(ctx, { promptId }, 'prompt.read');
    return { row, branches: await branchesOf(ctx, row) };
  } catch (error) {
    // A run is seen by whoever made it, also where the prompt is gone.
    if (error instanceof DomainError && error.code === ResourceError.not_found.code) return null;
    throw error;
  }
}

/** The branches whose drafts the actor may read. */
export const readableDrafts = ({ prompt }: Discussed): ReadonlySet<string> =>
  new Set(prompt?.branches.filter(({ mayWrite }) => mayWrite).map(({ id }) => id));

function prove<T extends object, const P extends string>(
  ctx: Ctx,
  thing: Discussed,
  opened: T,
  permission: P,
): Authorized<T, P> {
  if (!may(ctx.actor, thing, permission, ctx.clock.now())) throw AuthError.forbidden();
  return authorize(opened, permission);
}

/** A thing whose threads are listed. @throws resource.not_found, auth.forbidden */
export async function openDiscussed<const P extends string>(
  ctx: Ctx,
  { kind, subject }: { kind: string; subject: string },
  permission: P,
): Promise<Authorized<Discussed, P>> {
  const thing = await find(ctx, { kind, id: subject });
  return prove(ctx, thing, thing, permission);
}

/** A thing that a thread is begun about. @throws resource.not_found, auth.forbidden */
export async function openSubject<const P extends string>(
  ctx: Ctx,
  { subject }: { subject: Thing },
  permission: P,
): Promise<Authorized<Discussed, P>> {
  const thing = await find(ctx, subject);
  return prove(ctx, thing, thing, permission);
}

/** @throws resource.not_found, auth.forbidden */
export async function openThread<const P extends string>(
  ctx: Ctx,
  { threadId }: { threadId: string },
  permission: P,
): Promise<Authorized<OpenedThread, P>> {
  const thread = isId(threadId) ? await findThread(ctx, threadId) : undefined;
  if (!thread) throw ResourceError.not_found();
  const thing = await find(ctx, { kind: thread.subjectKind, id: thread.subjectId });
  if (!sees(ctx.actor, thread, readableDrafts(thing))) throw ResourceError.not_found();
  return prove(ctx, thing, { thread, thing }, permission);
}

/** @throws resource.not_found, auth.forbidden */
export async function openComment<const P extends string>(
  ctx: Ctx,
  { commentId }: { commentId: string },
  permission: P,
): Promise<Authorized<OpenedComment, P>> {
  const comment = isId(commentId) ? await findComment(ctx, commentId) : undefined;
  if (!comment) throw ResourceError.not_found();
  const { thread, thing } = await openThread(ctx, comment, permission);
  return prove(ctx, thing, { comment, thread, thing }, permission);
}
