import { CommentError } from '@promptvault/contract/vault/discussion/errors';
import { mostInGroup } from '@promptvault/contract/vault/discussion/shapes';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import type { Discussed } from '../open.ts';
import { membersAmong } from '../repository/threads.ts';
import { mentionGroups } from './mention-groups.ts';

/** `@[Name](person:<id>)` and `@[admins](group:admins)`, as completion writes them. */
const mention = /@\[((?:\\.|[^\]\\\n]){0,200})\]\((person|group):([^)\s]{1,100})\)/g;
const mostMentions = 50;

export interface Mentioned {
  body: string;
  /** Those who are named. */
  mentions: string[];
  /** Those who are in a group that is named, as it is now. */
  inGroups: string[];
}

/**
 * Whom a text mentions, and the text with their names as they are: nobody can be called something else.
 * @throws comment.mention_unknown for whoever is not a member, comment.group_unknown, comment.group_too_large
 */
export async function readMentions(
  ctx: Ctx,
  thing: Pick<Discussed, 'prompt' | 'groups'>,
  body: string,
): Promise<Mentioned> {
  const found = [...body.matchAll(mention)];
  const wanted = (kind: string) => [
    ...new Set(found.filter(([, , one]) => one === kind).map(([, , , key]) => key as string)),
  ];
  const mentions = wanted('person');
  // Who is no member knows of nobody here, and calls nobody.
  const mayCall = ctx.actor.permissions.has('organization.read');
  const known = mayCall ? mentions.filter(isId).slice(0, mostMentions) : [];
  const names = await membersAmong(ctx, known);
  const unknown = mentions.find((userId) => !names.has(userId));
  if (unknown !== undefined) throw CommentError.mention_unknown({ userId: unknown }).at('body', 'body');
  const named = body.replace(mention, (_, _label, kind: string, key: string) =>
    kind === 'group' ? `@[${key}](group:${key})` : `@[${escapeName(names.get(key) ?? '')}](person:${key})`,
  );
  return { body: named, mentions, inGroups: await peopleIn(ctx, thing, wanted('group')) };
}

async function peopleIn(
  ctx: Ctx,
  thing: Pick<Discussed, 'prompt' | 'groups'>,
  wanted: readonly string[],
): Promise<string[]> {
  if (wanted.length === 0) return [];
  const mayCall = ctx.actor.permissions.has('organization.read');
  const groups = mayCall ? await mentionGroups(ctx, thing) : new Map<string, string[]>();
  const all = new Set<string>();
  for (const group of wanted) {
    const people = groups.get(group);
    if (!people) throw CommentError.group_unknown({ group }).at('body', 'body');
    const count = people.length;
    if (count > mostInGroup)
      throw CommentError.group_too_large({ group, count, most: mostInGroup }).at('body', 'body');
    for (const userId of people) all.add(userId);
  }
  return [...all];
}

const escapeName = (name: string) => name.replace(/[\\[\]]/g, '\\$&').replace(/\s+/g, ' ');
