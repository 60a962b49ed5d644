import { RunError } from '@promptvault/contract/studio/runs/errors';
import type {
  PrivateRunCounts,
  recordPrivateRunsBody,
} from '@promptvault/contract/studio/runs/private-shapes';
import { emptyDocument } from '@promptvault/document';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { namePeople, type Organization } from '../../../account/organizations/index.ts';
import { countUse } from '../../../vault/prompts/index.ts';
import { costOfCall } from '../../models/index.ts';
import { privateRunRecordedEvent } from '../events.ts';
import { insertRunRows, type NewRun, type NewRunRows, type RunRow } from '../repository/runs.ts';
import { policyNow } from './private-run-policy.ts';
import { findDocument, type ReadSource } from './read-source.ts';
import { engineOf } from './run-engine.ts';

export interface RecordedRuns {
  runs: RunRow[];
}

type Run = Pick<ReadSource, 'prompt' | 'version'>;

/**
 * Writes down that a browser made these runs, by their numbers alone. Each is a comparison of its own. They belong to no
 * budget and no limit of use: the key is the person's.
 * @throws run.private_forbidden, resource.not_found for a prompt one does not see, prompt.version_unknown
 */
export async function recordPrivateRuns(
  ctx: Ctx,
  _organization: Authorized<Organization, 'run.create'>,
  { runs: told }: z.output<typeof recordPrivateRunsBody>,
): Promise<RecordedRuns> {
  if (!(await policyNow(ctx)).allowed) throw RunError.private_forbidden();
  const found = await findRuns(ctx, told);
  const author = personOf(ctx.actor);
  const authorName = author === null ? null : ((await namePeople(ctx, [author])).get(author)?.name ?? null);
  const rows: RunRow[] = [];
  for (const [place, counts] of told.entries()) {
    const made = await newRows(ctx, counts, found[place] as Run);
    const [inserted] = await insertRunRows(ctx.tx, made);
    if (!inserted) continue;
    rows.push({ ...inserted, excerpt: '', sentHash: '', keepContext: false, authorName });
  }
  await ctx.emitAll(
    privateRunRecordedEvent,
    rows.map((row) => ({ subject: { kind: 'run', id: row.id }, payload: toPayload(row) })),
  );
  await ctx.entitlements.consume('private_run', rows.length);
  const uses = Map.groupBy(rows, ({ promptId }) => promptId);
  for (const [promptId, { length }] of uses) if (promptId !== null) await countUse(ctx, promptId, length);
  return { runs: rows };
}

/** The prompt and version of each, asked for once where several are of the same. */
async function findRuns(ctx: Ctx, told: readonly PrivateRunCounts[]): Promise<Run[]> {
  const known = new Map<string, Run>();
  const found: Run[] = [];
  for (const { promptId, versionNumber } of told) {
    const key = `${promptId} ${versionNumber}`;
    const run = known.get(key) ?? (await findOne(ctx, promptId, versionNumber));
    known.set(key, run);
    found.push(run);
  }
  return found;
}

async function findOne(ctx: Ctx, promptId: string | null, number: number | null): Promise<Run> {
  if (promptId === null) return { prompt: null, version: null };
  if (number !== null) return findDocument(ctx, { kind: 'version', promptId, number });
  return findDocument(ctx, { kind: 'document', promptId, document: emptyDocument() });
}

async function newRows(ctx: Ctx, counts: PrivateRunCounts, { prompt, version }: Run): Promise<NewRunRows> {
  const { organizationId } = ctx;
  const authorId = personOf(ctx.actor);
  const endedAt = new Date(ctx.clock.now().getTime() - counts.agoMs);
  const startedAt = new Date(endedAt.getTime() - counts.durationMs);
  const place = { organizationId, createdAt: startedAt };
  const about = { promptId: prompt?.id ?? null, promptTitle: prompt?.title ?? null };
  const [comparisonId, inputId] = [ctx.newId(), ctx.newId()];
  return {
    comparison: { ...place, ...about, id: comparisonId, authorId },
    inputs: [
      {
        ...place,
        id: inputId,
        document: null,
        ...nothingSent,
        overrides: {},
        keepContext: false,
        messages: null,
      },
    ],
    items: [],
    runs: [
      {
        ...place,
        ...about,
        ...(await measured(counts, endedAt)),
        id: ctx.newId(),
        comparisonId,
        inputId,
        kind: 'single',
        sampleIndex: 0,
        isPrivate: true,
        status: counts.status,
        authorId,
        versionId: version?.id ?? null,
        versionNumber: version?.number ?? null,
        connectionId: null,
        connectionName: 'This person’s browser',
        provider: counts.provider,
        model: counts.model,
        toolCalls: [],
        warnings: [],
        startedAt,
        endedAt,
        processId: engineOf(ctx.ports).processId,
        heartbeatAt: ctx.clock.now(),
      },
    ],
  };
}

const nothingSent = { values: {}, omittedValues: [], settings: {}, sentHash: '' };

/** Numbers, what they cost by the dated table, and for an error the words of its kind. */
async function measured(counts: PrivateRunCounts, at: Date): Promise<Partial<NewRun>> {
  const { inputTokens, outputTokens, cachedInputTokens, reasoningTokens, usageEstimated } = counts;
  const isCounted = inputTokens !== null && outputTokens !== null;
  const { provider, ownAddress, model, errorCode } = counts;
  const usage = {
    inputTokens: inputTokens ?? 0,
    outputTokens: outputTokens ?? 0,
    ...(cachedInputTokens === null ? {} : { cachedInputTokens }),
    estimated: usageEstimated,
  };
  // What a server of one's own asks for a model of a known name is not what its maker asks.
  const hasPrice = isCounted && !ownAddress && provider !== 'openai_compatible';
  const cost = hasPrice
    ? await costOfCall({ provider, baseUrl: null, model, ownPrice: null, listedPrice: null }, usage, at)
    : undefined;
  return {
    finishReason: counts.finishReason,
    inputTokens,
    outputTokens,
    cachedInputTokens,
    reasoningTokens,
    usageEstimated: isCounted ? usageEstimated : null,
    costMicroDollars: cost?.microDollars ?? null,
    priceVersion: cost?.priceVersion ?? null,
    timeToFirstTokenMs: counts.timeToFirstTokenMs,
    durationMs: counts.durationMs,
    errorCode,
    errorMessage: errorCode === null ? null : errorWords[errorCode],
    errorRetryable: errorCode === null ? null : false,
  };
}

/** Its provider's own words may hold what was sent, so they stay in the browser. */
const errorWords: Record<NonNullable<PrivateRunCounts['errorCode']>, string> = {
  'model.unauthorized': 'The provider did not accept the key.',
  'model.rate_limited': 'The provider limited how often the key may ask.',
  'model.overloaded': 'The provider was overloaded.',
  'model.timeout': 'The model did not answer in time.',
  'model.refused_request': 'The provider refused the request.',
  'model.not_found': 'The model was not known at its address.',
  'model.unreachable': 'The browser could not reach the model.',
  'model.cut': 'The connection ended before the answer was complete.',
  'model.garbled': 'What came could not be read as an answer.',
  'model.resting': 'The connection had failed too often and was left alone.',
  'model.provider_error': 'The provider reported an error.',
};

const toPayload = (row: RunRow) => ({
  promptId: row.promptId,
  versionId: row.versionId,
  versionNumber: row.versionNumber,
  provider: row.provider,
  model: row.model,
  status: row.status,
  inputTokens: row.inputTokens,
  outputTokens: row.outputTokens,
  costMicroDollars: row.costMicroDollars,
});
