import { CommentError } from '@promptvault/contract/vault/discussion/errors';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { membersAmong } from '../repository/threads.ts';

/** `@[Name](person:<id>)`, as completion writes it. */
const mention = /@\[((?:\\.|[^\]\\\n]){0,200})\]\(person:([^)\s]{1,100})\)/g;
const mostMentions = 50;

export interface Mentioned {
  body: string;
  mentions: string[];
}

/**
 * The people a text mentions, and the text with their names as they are: nobody can be called something else.
 * @throws comment.mention_unknown for whoever is not a member
 */
export async function readMentions(ctx: Ctx, body: string): Promise<Mentioned> {
  const wanted = [...new Set([...body.matchAll(mention)].map(([, , userId]) => userId as string))];
  const names = await membersAmong(ctx, wanted.filter(isId).slice(0, mostMentions));
  const unknown = wanted.find((userId) => !names.has(userId));
  if (unknown !== undefined) throw CommentError.mention_unknown({ userId: unknown }).at('body', 'body');
  const named = body.replace(
    mention,
    (_, _label, userId: string) => `@[${escapeName(names.get(userId) ?? '')}](person:${userId})`,
  );
  return { body: named, mentions: wanted };
}

const escapeName = (name: string) => name.replace(/[\\[\]]/g, '\\$&').replace(/\s+/g, ' ');
