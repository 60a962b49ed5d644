import { DomainError } from '@promptvault/contract/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { openPrompt } from '../../../vault/prompts/index.ts';
import type { OpenedSuite } from '../open.ts';
import { listSuiteRows } from '../repository/suites.ts';

export interface SuiteList {
  suites: OpenedSuite[];
  nextCursor: string | null;
}

const batch = 100;
/** Suites of prompts one does not see are passed over, so many of them for one page. */
const mostLookedAt = 500;

/** Newest first. */
export async function listSuites(
  ctx: Ctx,
  _organization: Authorized<Organization, 'suite.read'>,
  { cursor, limit, promptId }: { cursor?: string | undefined; limit: number; promptId?: string | undefined },
): Promise<SuiteList> {
  if (cursor !== undefined && !isId(cursor)) throw RequestError.invalid().at('query', 'cursor');
  if (promptId !== undefined && !isId(promptId)) return { suites: [], nextCursor: null };
  const titles = new Map<string, string | null>();
  const suites: OpenedSuite[] = [];
  let before = cursor;
  for (let looked = 0; looked < mostLookedAt; looked += batch) {
    const rows = await listSuiteRows(ctx, { promptId, before, limit: batch });
    for (const row of rows) {
      if (suites.length === limit) return { suites, nextCursor: before ?? null };
      before = row.id;
      const title = titles.get(row.promptId) ?? (await titleOf(ctx, row.promptId));
      titles.set(row.promptId, title);
      if (title !== null) suites.push({ row, promptTitle: title });
    }
    if (rows.length < batch) return { suites, nextCursor: null };
  }
  return { suites, nextCursor: before ?? null };
}

/** Null for a prompt that is not seen. */
async function titleOf(ctx: Ctx, promptId: string): Promise<string | null> {
  try {
    return (await openPrompt(ctx, { promptId }, 'prompt.read')).title;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
