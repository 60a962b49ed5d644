import { partKinds } from '@promptvault/contract/studio/runs/kinds';
import { and, eq, getColumns, inArray, type SQL, sql } from 'drizzle-orm';
import { amongIds } from '../../../../foundation/db/among-ids.ts';
import type { Tx } from '../../../../foundation/db/database.ts';
import { profile } from '../../../account/identity/schema.ts';
import {
  comparison,
  run,
  runAttachment,
  runContextItem,
  runFresh,
  runInput,
  type ToolCall,
} from '../schema.ts';

export type RunColumns = typeof run.$inferSelect;
export type NewRun = typeof run.$inferInsert;
export type InputRow = typeof runInput.$inferSelect;
export type ContextItemRow = typeof runContextItem.$inferSelect;
export type ComparisonColumns = typeof comparison.$inferSelect;

type Weighty = 'output' | 'reasoning' | 'toolCalls' | 'warnings' | 'techniqueResult';

/** A run as lists show it: without its texts. */
export interface RunRow extends Omit<RunColumns, Weighty> {
  excerpt: string;
  sentHash: string;
  keepContext: boolean;
  authorName: string | null;
}

export type RunTexts = Pick<RunColumns, Weighty>;
export type ComparisonRow = ComparisonColumns & { authorName: string | null };

const {
  output: _output,
  reasoning: _reasoning,
  toolCalls: _calls,
  warnings: _warnings,
  techniqueResult: _result,
  ...light
} = getColumns(run);
/** Both drivers answer raw statements with `rows`, whatever Drizzle's types say. */
const rowsOf = <T>(result: unknown): T[] => (result as { rows: T[] }).rows;

const openStatuses = ['queued', 'running'] as const;
const rowsAtOnce = 500;

const one = (organizationId: string, runId: string) =>
  and(eq(run.organizationId, organizationId), eq(run.id, runId));

/** Characters of an answer that lists show. */
export const excerptCharacters = 300;

function selectRuns(tx: Tx) {
  return tx
    .select({
      ...light,
      excerpt: sql<string>`left(${run.output}, ${sql.raw(String(excerptCharacters))})`,
      sentHash: runInput.sentHash,
      keepContext: runInput.keepContext,
      authorName: profile.name,
    })
    .from(run)
    .innerJoin(runInput, and(eq(runInput.organizationId, run.organizationId), eq(runInput.id, run.inputId)))
    .leftJoin(profile, eq(profile.userId, run.authorId))
    .$dynamic();
}

export async function findRun(tx: Tx, organizationId: string, runId: string): Promise<RunRow | undefined> {
  const [row] = await selectRuns(tx).where(one(organizationId, runId));
  return row;
}

export async function findRunTexts(
  tx: Tx,
  organizationId: string,
  runId: string,
): Promise<RunTexts | undefined> {
  const { output, reasoning, toolCalls, warnings, techniqueResult } = run;
  const [row] = await tx
    .select({ output, reasoning, toolCalls, warnings, techniqueResult })
    .from(run)
    .where(one(organizationId, runId));
  return row;
}

/** The whole row, for whoever follows the run. */
export async function findRunState(
  tx: Tx,
  organizationId: string,
  runId: string,
): Promise<RunColumns | undefined> {
  const [row] = await tx.select().from(run).where(one(organizationId, runId));
  return row;
}

export interface AnswerPart {
  id: string;
  output: string;
  continuedBy: RunColumns['continuedBy'];
}

const mostParts = 200;

/** The answer that a run ends, in the parts of the runs it was continued by; the run itself is the last. */
export async function listAnswerParts(tx: Tx, organizationId: string, runId: string): Promise<AnswerPart[]> {
  const found = await tx.execute(sql`
    with recursive part as (
      select r.id, r.continues_id, r.continued_by, r.output, 1 as place from run r
      where r.organization_id = ${organizationId}::uuid and r.id = ${runId}::uuid
      union all
      select r.id, r.continues_id, r.continued_by, r.output, part.place + 1 from run r
      join part on r.id = part.continues_id
      where r.organization_id = ${organizationId}::uuid and part.place < ${mostParts}::int
    )
    select id, output, continued_by as "continuedBy" from part order by place desc`);
  return rowsOf(found);
}

export async function findInput(
  tx: Tx,
  organizationId: string,
  inputId: string,
): Promise<InputRow | undefined> {
  const [row] = await tx
    .select()
    .from(runInput)
    .where(and(eq(runInput.organizationId, organizationId), eq(runInput.id, inputId)));
  return row;
}

export async function listContextItems(
  tx: Tx,
  organizationId: string,
  inputId: string,
): Promise<ContextItemRow[]> {
  return tx
    .select()
    .from(runContextItem)
    .where(and(eq(runContextItem.organizationId, organizationId), eq(runContextItem.inputId, inputId)))
    .orderBy(runContextItem.position);
}

/** Those of these runs that are visible, in no order. */
export async function listRunRows(
  tx: Tx,
  organizationId: string,
  { ids, visible }: { ids: readonly string[]; visible: SQL | undefined },
): Promise<RunRow[]> {
  if (ids.length === 0) return [];
  return selectRuns(tx).where(and(eq(run.organizationId, organizationId), amongIds(run.id, ids), visible));
}

export async function findComparison(
  tx: Tx,
  organizationId: string,
  comparisonId: string,
): Promise<ComparisonRow | undefined> {
  const [row] = await tx
    .select({ ...getColumns(comparison), authorName: profile.name })
    .from(comparison)
    .leftJoin(profile, eq(profile.userId, comparison.authorId))
    .where(and(eq(comparison.organizationId, organizationId), eq(comparison.id, comparisonId)));
  return row;
}

/** Runs that are part of the answer of another, in the order they were started. */
export async function listParts(tx: Tx, organizationId: string, runId: string): Promise<RunRow[]> {
  return selectRuns(tx)
    .where(
      and(eq(run.organizationId, organizationId), eq(run.parentId, runId), inArray(run.kind, [...partKinds])),
    )
    .orderBy(run.id);
}

/** In the order they were started. */
export async function listRunsOfComparison(
  tx: Tx,
  organizationId: string,
  comparisonId: string,
): Promise<RunRow[]> {
  return selectRuns(tx)
    .where(and(eq(run.organizationId, organizationId), eq(run.comparisonId, comparisonId)))
    .orderBy(run.id);
}

/** What says who may see them, of the runs of a comparison, in the order they were started. */
export async function listRunFacts(
  tx: Tx,
  organizationId: string,
  comparisonId: string,
): Promise<Pick<RunColumns, 'id' | 'comparisonId' | 'authorId'>[]> {
  return tx
    .select({ id: run.id, comparisonId: run.comparisonId, authorId: run.authorId })
    .from(run)
    .where(and(eq(run.organizationId, organizationId), eq(run.comparisonId, comparisonId)))
    .orderBy(run.id);
}

/** Runs of one person that are not over. */
export async function countOpenRuns(
  tx: Tx,
  organizationId: string,
  authorId: string | null,
): Promise<number> {
  const [row] = await tx
    .select({ open: sql<number>`count(*)::int` })
    .from(run)
    .where(
      and(
        eq(run.organizationId, organizationId),
        inArray(run.status, [...openStatuses]),
        authorId === null ? undefined : eq(run.authorId, authorId),
      ),
    );
  return row?.open ?? 0;
}

export interface NewRunRows {
  /** Absent when the runs join one that is there. */
  comparison?: ComparisonColumns | undefined;
  inputs: readonly (typeof runInput.$inferInsert)[];
  items: readonly (typeof runContextItem.$inferInsert)[];
  attachments?: readonly (typeof runAttachment.$inferInsert)[];
  runs: readonly NewRun[];
}

/** Asked for in the order that their keys need, and without waiting for each other's answers. */
export async function insertRunRows(
  tx: Tx,
  { comparison: group, inputs, items, attachments = [], runs }: NewRunRows,
): Promise<RunColumns[]> {
  const before = [
    ...(group ? [tx.insert(comparison).values(group).execute()] : []),
    tx
      .insert(runInput)
      .values([...inputs])
      .execute(),
  ];
  for (let from = 0; from < items.length; from += rowsAtOnce)
    before.push(
      tx
        .insert(runContextItem)
        .values(items.slice(from, from + rowsAtOnce))
        .execute(),
    );
  // Each by itself: together they may be more than a message to the database should hold.
  for (const attachment of attachments) before.push(tx.insert(runAttachment).values(attachment).execute());
  const [inserted] = await Promise.all([
    tx
      .insert(run)
      .values([...runs])
      .returning()
      .execute(),
    ...before,
    tx
      .insert(runFresh)
      .values(runs.map(({ organizationId, id }) => ({ organizationId, runId: id })))
      .execute(),
  ]);
  return inserted;
}

/** Says that the history has these runs in its index. */
export async function deleteFresh(tx: Tx, organizationId: string, runIds: readonly string[]): Promise<void> {
  if (runIds.length === 0) return;
  await tx
    .delete(runFresh)
    .where(and(eq(runFresh.organizationId, organizationId), inArray(runFresh.runId, [...runIds])));
}

/** What came of a run since its row was last written. */
export interface RunProgress {
  id: string;
  startedAt: string;
  /** Estimated: a run that is lost with its process is paid by what is known then. */
  inputTokens: number;
  /** Null where only the text tells. */
  outputTokens: number | null;
  output: string;
  reasoning: string;
  /** The event the row's text reaches to now, and after this. */
  fromEvent: number;
  toEvent: number;
  /** All of them; null where none is new. */
  toolCalls: readonly ToolCall[] | null;
  /** `output` is the whole text, not what follows. */
  whole: boolean;
}

/**
 * Adds to the texts of many runs in one statement, and says that they are alive. A run whose row is not where
 * we believe it is left alone. @returns the ids that were written.
 */
export async function appendProgress(
  tx: Tx,
  { organizationId, processId, now }: { organizationId: string; processId: string; now: Date },
  progress: readonly RunProgress[],
): Promise<string[]> {
  const rows = JSON.stringify(
    progress.map(
      ({
        id,
        startedAt,
        inputTokens,
        outputTokens,
        output,
        reasoning,
        fromEvent,
        toEvent,
        toolCalls,
        whole,
      }) => ({
        id,
        started_at: startedAt,
        input_tokens: inputTokens,
        output_tokens: outputTokens,
        output,
        reasoning,
        from_event: fromEvent,
        to_event: toEvent,
        tool_calls: toolCalls,
        whole,
      }),
    ),
  );
  const written = await tx.execute(sql`
    update run set
      status = 'running',
      started_at = coalesce(run.started_at, v.started_at),
      input_tokens = v.input_tokens,
      output_tokens = v.output_tokens,
      usage_estimated = true,
      output = case when v.whole then v.output when v.output = '' then run.output else run.output || v.output end,
      reasoning = case when v.whole then v.reasoning when v.reasoning = '' then run.reasoning else run.reasoning || v.reasoning end,
      output_event_id = v.to_event,
      tool_calls = case when jsonb_typeof(v.tool_calls) = 'array' then v.tool_calls else run.tool_calls end,
      heartbeat_at = ${now.toISOString()}::timestamptz,
      revision = run.revision + 1
    from jsonb_to_recordset(${rows}::jsonb) as v(id uuid, started_at timestamptz, input_tokens int, output_tokens int, output text, reasoning text, from_event int, to_event int, tool_calls jsonb, whole boolean)
    where run.organization_id = ${organizationId}::uuid and run.id = v.id
      and run.status in ('queued', 'running') and run.process_id = ${processId}::uuid
      and (v.whole or run.output_event_id = v.from_event)
    returning run.id`);
  return rowsOf<{ id: string }>(written).map((row) => row.id);
}

/** Says that these runs, which have nothing new or only wait for a place, are alive. @returns the ids that are. */
export async function touchRuns(
  tx: Tx,
  { organizationId, processId, now }: { organizationId: string; processId: string; now: Date },
  runIds: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .update(run)
    .set({ heartbeatAt: now })
    .where(
      and(
        eq(run.organizationId, organizationId),
        inArray(run.id, [...runIds]),
        eq(run.processId, processId),
        inArray(run.status, [...openStatuses]),
      ),
    )
    .returning({ id: run.id });
  return rows.map((row) => row.id);
}

export type RunOutcome = Partial<Omit<RunColumns, 'organizationId' | 'id' | 'revision'>> &
  Pick<RunColumns, 'status'>;

/** Ends a run that is not over; undefined when it was. `processId` demands that the run is still that process's. */
export async function endRun(
  tx: Tx,
  { organizationId, runId, processId }: { organizationId: string; runId: string; processId?: string },
  outcome: RunOutcome,
): Promise<RunColumns | undefined> {
  const [row] = await tx
    .update(run)
    .set({ ...outcome, revision: sql`${run.revision} + 1` })
    .where(
      and(
        one(organizationId, runId),
        inArray(run.status, [...openStatuses]),
        processId === undefined ? undefined : eq(run.processId, processId),
      ),
    )
    .returning()
    .prepare()
    .execute();
  return row;
}

/** Adds to what a run holds of the budget and of its purse. @returns undefined when the run is over */
export async function holdMore(
  tx: Tx,
  { organizationId, runId }: { organizationId: string; runId: string },
  more: { budget: number; purse: number },
): Promise<Pick<RunColumns, 'createdAt' | 'purseId'> | undefined> {
  const [row] = await tx
    .update(run)
    .set({
      reservedMicroDollars:
        more.budget === 0
          ? undefined
          : sql`coalesce(${run.reservedMicroDollars}, 0) + ${more.budget}::bigint`,
      purseHeldMicroDollars: sql`${run.purseHeldMicroDollars} + case when ${run.purseId} is null then 0 else ${more.purse}::bigint end`,
    })
    .where(and(one(organizationId, runId), inArray(run.status, [...openStatuses])))
    .returning({ createdAt: run.createdAt, purseId: run.purseId });
  return row;
}

export interface DroppedHold extends Pick<RunColumns, 'purseId' | 'createdAt'> {
  held: number;
  purseHeld: number;
}

/** Gives back what an open run holds of the budget and of its purse, to whom that is told. @returns how much, and since when */
export async function dropHold(
  tx: Tx,
  { organizationId, runId }: { organizationId: string; runId: string },
): Promise<DroppedHold | undefined> {
  const row = await findRunState(tx, organizationId, runId);
  if (!row) return undefined;
  const { reservedMicroDollars: held, purseId, purseHeldMicroDollars: purseHeld, createdAt } = row;
  if (held === null && purseId === null) return undefined;
  await tx
    .update(run)
    .set({ reservedMicroDollars: held === null ? null : 0, purseHeldMicroDollars: 0 })
    .where(one(organizationId, runId));
  return { held: held ?? 0, purseId, purseHeld, createdAt };
}

/** Open runs, of whatever organization, that nobody has heard of since then. */
export async function findLostRuns(
  tx: Tx,
  silentSince: Date,
): Promise<{ organizationId: string; runId: string }[]> {
  const found = await tx.execute(
    sql`select organization_id as "organizationId", run_id as "runId" from lost_runs(${silentSince.toISOString()}::timestamptz)`,
  );
  return rowsOf(found);
}

export async function listOutputs(
  tx: Tx,
  organizationId: string,
  runIds: readonly string[],
): Promise<Map<string, string>> {
  if (runIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: run.id, output: run.output })
    .from(run)
    .where(and(eq(run.organizationId, organizationId), inArray(run.id, [...runIds])));
  return new Map(rows.map(({ id, output }) => [id, output]));
}
