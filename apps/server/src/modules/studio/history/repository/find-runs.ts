import type { RunSort } from '@promptvault/contract/studio/history/kinds';
import type { PromptDocument } from '@promptvault/document';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { amongIds } from '../../../../foundation/db/among-ids.ts';
import type { Tx } from '../../../../foundation/db/database.ts';
import { version } from '../../../vault/prompts/schema.ts';
import { run, runFresh, runInput } from '../../runs/schema.ts';
import { searchedSql, unspacedPattern } from '../operations/part-unspaced.ts';
import { runMark } from '../schema.ts';

type RunColumns = typeof run.$inferSelect;

/** Both drivers answer raw statements with `rows`, whatever Drizzle's types say. */
const rowsOf = <T>(result: unknown): T[] => (result as { rows: T[] }).rows;

/** What runs are looked for by; the sight of whoever asks is `authorId`. */
export interface Wanted {
  /** Null for everybody's. */
  authorId: string | null;
  /** Words as a person wrote them, without the one below. */
  words: string | undefined;
  /** The beginning of one more word. */
  prefix: string | undefined;
  status: RunColumns['status'][] | undefined;
  model: string | undefined;
  provider: RunColumns['provider'] | undefined;
  promptId: string | undefined;
  versionId: string | undefined;
  origin: RunColumns['origin'] | undefined;
  private: 'only' | 'without' | undefined;
  experiment: { id: string; variant: string | undefined } | undefined;
  /** Ids of runs are in the order of their times; both ends are in. */
  firstId: string | undefined;
  lastId: string | undefined;
  leastCost: number | undefined;
  mostCost: number | undefined;
  /** Only what this person marked so. */
  marked:
    | { userId: string; bookmarked: boolean; folderId: string | undefined; tag: string | undefined }
    | undefined;
  sort: RunSort;
  after: { id: string; key: number | null } | undefined;
  limit: number;
}

const quoted = (term: string) => `'${term.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;
const oneOf = (terms: readonly string[]) => `(${terms.map(quoted).join(' | ')})`;

/** What the list is narrowed to, as a text search; undefined when to nothing. */
function facetsOf(wanted: Wanted): string | undefined {
  const { status, model, provider, promptId, versionId } = wanted;
  const parts: string[] = [];
  if (status && status.length > 0) parts.push(oneOf(status.map((one) => `=s:${one}`)));
  if (model !== undefined) parts.push(quoted(`=m:${model}`));
  if (provider !== undefined) parts.push(quoted(`=c:${provider}`));
  if (promptId !== undefined) parts.push(quoted(`=p:${promptId}`));
  if (versionId !== undefined) parts.push(quoted(`=v:${versionId}`));
  if (wanted.private !== undefined)
    parts.push(`${wanted.private === 'only' ? '' : '!'}${quoted('=x:private')}`);
  if (wanted.experiment !== undefined) {
    const { id, variant } = wanted.experiment;
    parts.push(quoted(variant === undefined ? `=e:${id}` : `=e:${id}/${variant}`));
  }
  return parts.length > 0 ? parts.join(' & ') : undefined;
}

/** Ids of runs in the index, in the order asked for. */
export async function findIndexed(tx: Tx, wanted: Wanted): Promise<string[]> {
  const { authorId, words, prefix, firstId, lastId, leastCost, mostCost, marked, sort, after, limit } =
    wanted;
  const question = JSON.stringify({
    author: authorId ?? undefined,
    origin: wanted.origin,
    q: words,
    prefix: prefix === undefined ? undefined : `${quoted(prefix)}:*`,
    facets: facetsOf(wanted),
    firstId,
    lastId,
    leastCost,
    mostCost,
    ...(marked && {
      marked: true,
      person: marked.userId,
      bookmarked: marked.bookmarked,
      folder: marked.folderId,
      tag: marked.tag,
    }),
    sort,
    afterId: after?.id,
    afterKey: after?.key ?? undefined,
    limit,
  });
  const found = await tx.execute(sql`select found_runs(${question}::jsonb) as "id"`);
  return rowsOf<{ id: string }>(found).map(({ id }) => id);
}

/** The order of a list, as a column to sort by beside the id. */
const keyOf = {
  newest: undefined,
  oldest: undefined,
  dearest: run.costMicroDollars,
  slowest: run.durationMs,
} as const;

function after({ sort, after: last }: Wanted): SQL | undefined {
  if (!last) return undefined;
  const key = keyOf[sort];
  if (!key) return sort === 'newest' ? sql`${run.id} < ${last.id}::uuid` : sql`${run.id} > ${last.id}::uuid`;
  return sql`(coalesce(${key}, -1), ${run.id}) < (${last.key ?? -1}, ${last.id}::uuid)`;
}

/** Ids of runs that are not in the index yet, in the order asked for: few, and looked at one by one. */
export async function findFresh(tx: Tx, organizationId: string, wanted: Wanted): Promise<string[]> {
  const { authorId, words, prefix, status, model, provider, promptId, versionId, marked, sort, limit } =
    wanted;
  const text = sql`to_tsvector('simple', ${sql.raw(searchedSql("concat_ws(' ', run.prompt_title, left(run.output, 60000))"))})`;
  const given = <T>(value: T | undefined, condition: (value: T) => SQL | undefined) =>
    value === undefined ? undefined : condition(value);
  const key = keyOf[sort];
  const rows = await tx
    .select({ id: run.id })
    .from(run)
    .where(
      and(
        eq(run.organizationId, organizationId),
        sql`${run.id} = any(array(select f.run_id from ${runFresh} f where f.organization_id = ${organizationId}::uuid))`,
        given(authorId ?? undefined, (id) => eq(run.authorId, id)),
        given(words, (q) => sql`${text} @@ websearch_to_tsquery('simple', unaccent(${q}))`),
        given(prefix, (beginning) => sql`${text} @@ ${`${quoted(beginning)}:*`}::tsquery`),
        given(status, (all) => (all.length > 0 ? inArray(run.status, all) : undefined)),
        given(model, (name) => eq(run.model, name)),
        given(provider, (name) => eq(run.provider, name)),
        given(promptId, (id) => eq(run.promptId, id)),
        given(versionId, (id) => eq(run.versionId, id)),
        given(wanted.origin, (origin) => eq(run.origin, origin)),
        given(wanted.private, (which) => eq(run.isPrivate, which === 'only')),
        given(wanted.experiment, ({ id }) => sql`${run.assignment} ->> 'experimentId' = ${id}`),
        given(wanted.experiment?.variant, (variant) => sql`${run.assignment} ->> 'variant' = ${variant}`),
        given(wanted.firstId, (id) => sql`${run.id} >= ${id}::uuid`),
        given(wanted.lastId, (id) => sql`${run.id} <= ${id}::uuid`),
        given(wanted.leastCost, (cost) => sql`${run.costMicroDollars} >= ${cost}`),
        given(wanted.mostCost, (cost) => sql`${run.costMicroDollars} <= ${cost}`),
        marked &&
          sql`exists (select from ${runMark} m where m.organization_id = ${run.organizationId} and m.user_id = ${marked.userId}::uuid
            and m.run_id = ${run.id} ${marked.bookmarked ? sql`and m.bookmarked_at is not null` : sql``}
            ${marked.folderId === undefined ? sql`` : sql`and m.folder_id = ${marked.folderId}::uuid`}
            ${marked.tag === undefined ? sql`` : sql`and ${marked.tag} = any(m.tags)`})`,
        after(wanted),
      ),
    )
    .orderBy(
      ...(key ? [sql`coalesce(${key}, -1) desc`] : []),
      sort === 'oldest' ? sql`${run.id}` : sql`${run.id} desc`,
    )
    .limit(limit);
  return rows.map(({ id }) => id);
}

const windowBefore = 60;
const windowLength = 280;

/** What stands around the first of these words in the answers that have one. Both are letters and digits alone; `runs` stand anywhere. */
export async function findAnswerPlaces(
  tx: Tx,
  organizationId: string,
  runIds: readonly string[],
  { words, runs }: { words: readonly string[]; runs: readonly string[] },
): Promise<Map<string, string>> {
  if (runIds.length === 0 || words.length + runs.length === 0) return new Map();
  const pattern = [
    ...(words.length > 0 ? [`\\m(${words.join('|')})`] : []),
    ...runs.map(unspacedPattern),
  ].join('|');
  const found = await tx.execute(sql`
    select id, substr(output, greatest(1, place - ${windowBefore}::int), ${windowLength}::int) as text from (
      select r.id, left(r.output, 60000) as output, regexp_instr(lower(unaccent(left(r.output, 60000))), ${pattern}) as place
      from ${run} r where r.organization_id = ${organizationId}::uuid and ${amongIds(sql`r.id`, runIds)}
    ) placed where place > 0`);
  return new Map(rowsOf<{ id: string; text: string }>(found).map(({ id, text }) => [id, text]));
}

export interface AskedTexts {
  id: string;
  document: PromptDocument | null;
  values: Record<string, unknown>;
}

/** What these runs asked: the document and the values. */
export async function listAsked(
  tx: Tx,
  organizationId: string,
  runIds: readonly string[],
): Promise<AskedTexts[]> {
  if (runIds.length === 0) return [];
  const rows = await tx
    .select({ id: run.id, copy: runInput.document, saved: version.document, values: runInput.values })
    .from(run)
    .innerJoin(runInput, and(eq(runInput.organizationId, run.organizationId), eq(runInput.id, run.inputId)))
    .leftJoin(version, and(eq(version.organizationId, run.organizationId), eq(version.id, run.versionId)))
    .where(and(eq(run.organizationId, organizationId), amongIds(run.id, runIds)));
  return rows.map(({ id, copy, saved, values }) => ({ id, document: copy ?? saved, values }));
}
