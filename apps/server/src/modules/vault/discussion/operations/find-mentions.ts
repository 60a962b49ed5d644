import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { openDiscussed } from '../open.ts';
import { findMembersByName } from '../repository/threads.ts';
import { mentionGroups } from './mention-groups.ts';

export interface FindMentions {
  q: string;
  /** The thing that is spoken about. */
  kind?: string | undefined;
  subject?: string | undefined;
  limit: number;
}

export interface FoundMentions {
  items: { id: string; name: string }[];
  groups: { name: string; count: number }[];
}

/** @throws resource.not_found for a thing the actor does not see */
export async function findMentions(
  ctx: Ctx,
  _organization: Authorized<Organization, 'organization.read'>,
  { q, kind, subject, limit }: FindMentions,
): Promise<FoundMentions> {
  const words = q.trim();
  if (kind === undefined || subject === undefined)
    return { items: await findMembersByName(ctx, words, limit), groups: [] };
  const thing = await openDiscussed(ctx, { kind, subject }, 'comment.read');
  const groups = await mentionGroups(ctx, thing);
  const fitting = [...groups].filter(([name]) => name.startsWith(words.toLowerCase()));
  return {
    items: await findMembersByName(ctx, words, limit, groups.get('everyone')),
    groups: fitting.map(([name, people]) => ({ name, count: people.length })),
  };
}
