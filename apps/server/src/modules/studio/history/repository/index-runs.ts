import { runStatuses } from '@promptvault/contract/studio/runs/shapes';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import { version } from '../../../vault/prompts/schema.ts';
import { run, runFresh, runInput } from '../../runs/schema.ts';
import { searchedSql } from '../operations/part-unspaced.ts';
import { runIndex, runSlab } from '../schema.ts';

/** Both drivers answer raw statements with `rows`, whatever Drizzle's types say. */
const rowsOf = <T>(result: unknown): T[] => (result as { rows: T[] }).rows;

const over = runStatuses.filter((status) => status !== 'queued' && status !== 'running');

/** Runs that are over and not in the index, oldest first; those that another transaction indexes are left to it. */
export async function listFresh(tx: Tx, organizationId: string, most: number): Promise<string[]> {
  const rows = await tx
    .select({ id: runFresh.runId })
    .from(runFresh)
    .innerJoin(run, and(eq(run.organizationId, runFresh.organizationId), eq(run.id, runFresh.runId)))
    .where(and(eq(runFresh.organizationId, organizationId), inArray(run.status, over)))
    .orderBy(runFresh.runId)
    .limit(most)
    .for('update', { of: runFresh, skipLocked: true });
  return rows.map(({ id }) => id);
}

/** Characters of an answer and of a prompt that are searched; what is longer is found by its beginning. */
const answerCharacters = 60_000;
const promptCharacters = 30_000;

/**
 * The terms of a run `r` with its input `i` and version `v`, in stretch `s`. The words of facets begin with `=`, which
 * no word of a text does.
 */
export const termsText = `
  array_to_tsvector(array_remove(array[
    '=0:' || s.number, '=1:' || s.number / 8, '=2:' || s.number / 64,
    '=a:' || r.author_id, '=p:' || r.prompt_id, '=v:' || r.version_id,
    '=m:' || r.model, '=c:' || r.provider, '=s:' || r.status, '=o:' || r.origin,
    case when r.is_private then '=x:private' end,
    '=e:' || (r.assignment ->> 'experimentId'),
    '=e:' || (r.assignment ->> 'experimentId') || '/' || (r.assignment ->> 'variant'),
    '=$:' || case when r.cost_micro_dollars is null then 'x' else length(ltrim(r.cost_micro_dollars::bit(48)::text, '0'))::text end
  ], null))
  || to_tsvector('simple', ${searchedSql(`concat_ws(' ', r.prompt_title, left(r.output, ${answerCharacters}), left(concat_ws(' ',
      (select string_agg(section ->> 'text', ' ') from jsonb_array_elements(coalesce(i.document, v.document) -> 'sections') section),
      (select string_agg(given.value, ' ') from jsonb_each_text(i.values) given)), ${promptCharacters}))`)})`;

/**
 * Writes what these runs are found by, again where it was there and they went on since: reading all their words takes
 * longer than all else. Sees no run of another organization.
 */
export async function writeIndex(tx: Tx, organizationId: string, runIds: readonly string[]): Promise<void> {
  if (runIds.length === 0) return;
  await tx.execute(sql`
    insert into ${runIndex} (organization_id, run_id, author_id, origin, cost_micro_dollars, duration_ms, terms)
    select r.organization_id, r.id, r.author_id, r.origin, coalesce(r.cost_micro_dollars, -1), coalesce(r.duration_ms, -1), ${sql.raw(termsText)}
    from ${run} r
    join ${runInput} i on i.organization_id = r.organization_id and i.id = r.input_id
    left join ${version} v on v.organization_id = r.organization_id and v.id = r.version_id
    cross join lateral (select coalesce(max(b.number), 0) as number from ${runSlab} b
      where b.organization_id = r.organization_id and b.after_run_id < r.id) s
    where r.organization_id = ${organizationId}::uuid and r.id in ${runIds}
      and not exists (select 1 from ${runIndex} x where x.organization_id = r.organization_id and x.run_id = r.id
        and x.cost_micro_dollars = coalesce(r.cost_micro_dollars, -1) and x.duration_ms = coalesce(r.duration_ms, -1))
    on conflict (organization_id, run_id) do update set
      author_id = excluded.author_id, cost_micro_dollars = excluded.cost_micro_dollars,
      duration_ms = excluded.duration_ms, terms = excluded.terms`);
}

/** Runs in a stretch before the next is begun. */
export const slabSize = 512;

/** Begins the next stretch of runs once the newest is full. */
export async function beginSlab(tx: Tx, organizationId: string): Promise<void> {
  await tx.execute(sql`
    with newest as (
      select number, after_run_id from ${runSlab} where organization_id = ${organizationId}::uuid order by number desc limit 1
    ), held as (
      select count(*) as runs, max(run_id::text) as last from (
        select run_id from ${runIndex} where organization_id = ${organizationId}::uuid
          and run_id > coalesce((select after_run_id from newest), '00000000-0000-0000-0000-000000000000') limit ${slabSize * 8}
      ) few
    )
    insert into ${runSlab} (organization_id, number, after_run_id)
    select ${organizationId}::uuid, coalesce((select number from newest), 0) + 1, held.last::uuid from held where held.runs >= ${slabSize}
    on conflict do nothing`);
}

/** Organizations with runs that are not in the index; asked before any organization is known. */
export async function organizationsWithFreshRuns(tx: Tx): Promise<string[]> {
  const found = await tx.execute(sql`select organization_id as "id" from organizations_with_fresh_runs()`);
  return rowsOf<{ id: string }>(found).map(({ id }) => id);
}
