import type { listRunsQuery } from '@promptvault/contract/studio/runs/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { own, visible } from '../policy.ts';
import { listRunRows, type RunRow } from '../repository.ts';

export type ListRuns = z.output<typeof listRunsQuery>;

export interface RunRows {
  rows: RunRow[];
  nextCursor: string | null;
}

/** Newest first. The cursor is the id of the last run of the page before. */
export async function listRuns(
  ctx: Ctx,
  organization: Authorized<Organization, 'run.read'>,
  { author, cursor, limit, status, model, promptId, q }: ListRuns,
): Promise<RunRows> {
  if (cursor !== undefined && !isId(cursor)) {
    const refused = RequestError.invalid().at('query', 'cursor');
    throw refused;
  }
  // What is no id is no prompt's, and so has no runs.
  if (promptId !== undefined && !isId(promptId)) return { rows: [], nextCursor: null };
  const sight = author === 'me' ? own(ctx.actor) : visible(ctx.actor, ctx.clock.now());
  const filter = { status, model, promptId, q, before: cursor, limit: limit + 1, visible: sight };
  const found = await listRunRows(ctx.tx, organization.id, filter);
  const rows = found.slice(0, limit);
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}
