import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import {
  type CursorKey,
  decodeCursor,
  decodeTimeCursor,
  pageOf,
} from '../../../../foundation/paging/cursor.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { tagKey } from '../../catalog/index.ts';
import { restorableMs } from '../open.ts';
import { deletable, visible } from '../policy.ts';
import {
  countPrompts,
  listPromptRecords,
  type PromptFilter,
  type PromptOrder,
} from '../repository/prompt-list.ts';
import type { PromptRecord } from '../repository/prompts.ts';
import { pathKey } from './slug.ts';

export interface ListPrompts {
  cursor?: string | undefined;
  limit: number;
  sort: PromptOrder['sort'];
  direction?: PromptOrder['direction'] | undefined;
  q?: string | undefined;
  tag?: string | undefined;
  status?: 'unpublished' | 'published' | undefined;
  author?: string | undefined;
  favorite: boolean;
  archived: boolean;
  deleted: boolean;
}

export interface PromptList {
  rows: PromptRecord[];
  nextCursor: string | null;
  total: number | null;
}

/** Counting stops here: more than this is "many". */
const countedUpTo = 10_001;

const keys: Record<PromptOrder['sort'], (row: PromptRecord) => CursorKey> = {
  updated: (row) => row.updatedAt.toISOString(),
  created: (row) => row.createdAt.toISOString(),
  title: (row) => row.titleSort,
  uses: (row) => row.useCount,
  effectiveness: (row) => row.effectiveness,
};

export async function listPrompts(
  ctx: Ctx,
  _organization: Authorized<Organization, 'prompt.list'>,
  input: ListPrompts,
): Promise<PromptList> {
  const { limit } = input;
  // No person has such an id, and the database would refuse to compare it.
  if (input.author !== undefined && !isId(input.author)) return { rows: [], nextCursor: null, total: 0 };
  const now = ctx.clock.now();
  const person = personOf(ctx.actor);
  const seen = input.deleted ? deletable(ctx.actor, now) : visible(ctx.actor, now);
  const order = {
    sort: input.sort,
    direction: input.direction ?? (input.sort === 'title' ? 'asc' : 'desc'),
  } as const;
  const filter = toFilter(input, now);
  const after = readCursor(input);
  const rows = await listPromptRecords(ctx, person, seen, { filter, order, after, limit: limit + 1 });
  const total = after
    ? null
    : rows.length <= limit
      ? rows.length
      : await countPrompts(ctx, person, seen, filter, countedUpTo);
  return { ...pageOf(rows, limit, (row) => ({ key: keys[order.sort](row), id: row.id })), total };
}

function readCursor({ cursor, sort }: ListPrompts): { key: string | number; id: string } | null {
  if (sort === 'updated' || sort === 'created') {
    const read = decodeTimeCursor(cursor);
    return read && { key: read.at.toISOString(), id: read.id };
  }
  const read = decodeCursor(cursor, sort === 'title' ? 'string' : 'number');
  return read && { key: read.key ?? (sort === 'title' ? '' : 0), id: read.id };
}

function toFilter(input: ListPrompts, now: Date): PromptFilter {
  const words = input.q?.trim();
  return {
    q: words ? { titleKey: sortKey(words), pathKey: pathKey(words) } : undefined,
    tagKey: input.tag === undefined ? undefined : tagKey(input.tag),
    status: input.status,
    authorId: input.author,
    favorite: input.favorite,
    archived: input.archived,
    deletedSince: input.deleted ? new Date(now.getTime() - restorableMs) : undefined,
  };
}
