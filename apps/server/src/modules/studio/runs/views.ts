import type { RunEvent, runFinished, runStarted } from '@promptvault/contract/studio/runs/events';
import type { PrivateRunPolicyView } from '@promptvault/contract/studio/runs/private-shapes';
import type {
  AnswerCacheView,
  ComparedRunsView,
  ComparisonView,
  RunCostView,
  RunDetailView,
  RunRatingView,
  RunView,
  TokenUsageView,
} from '@promptvault/contract/studio/runs/shapes';
import type * as z from 'zod';
import { toAllowanceView } from '../../account/billing/index.ts';
import { deletedPerson } from '../../account/organizations/index.ts';
import type { OpenedComparison } from './open.ts';
import type { ComparedRuns } from './operations/compare-runs.ts';
import type { AnswerCacheNow } from './operations/get-answer-cache.ts';
import type { WholeRun } from './operations/get-run.ts';
import type { AttachmentContent } from './operations/get-run-attachment.ts';
import type { PrivateRunPolicyNow } from './operations/private-run-policy.ts';
import type { RecordedRuns } from './operations/record-private-runs.ts';
import type { RetriedRun } from './operations/send-again.ts';
import type { StartedRuns } from './operations/start-runs.ts';
import type { NewRun, RunColumns, RunRow } from './repository/runs.ts';

type Measured = Pick<
  RunColumns,
  | 'inputTokens'
  | 'outputTokens'
  | 'cachedInputTokens'
  | 'reasoningTokens'
  | 'usageEstimated'
  | 'costMicroDollars'
  | 'priceVersion'
>;

const toPerson = (id: string | null, name: string | null) =>
  id === null ? null : name === null ? deletedPerson(id) : { id, name };

function toUsage(row: Measured): TokenUsageView | null {
  if (row.inputTokens === null || row.outputTokens === null) return null;
  return {
    inputTokens: row.inputTokens,
    outputTokens: row.outputTokens,
    cachedInputTokens: row.cachedInputTokens,
    reasoningTokens: row.reasoningTokens,
    estimated: row.usageEstimated ?? true,
  };
}

function toCost(row: Measured): RunCostView | null {
  if (row.costMicroDollars === null || row.priceVersion === null) return null;
  return {
    microDollars: row.costMicroDollars,
    priceVersion: row.priceVersion,
    estimated: row.usageEstimated ?? true,
  };
}

/** With the runs that belong to the same answer, as far as their prices are known. */
export const toTotal = ({ costMicroDollars, rolledMicroDollars }: RunColumns | RunRow): number | null =>
  costMicroDollars === null && rolledMicroDollars === 0 ? null : (costMicroDollars ?? 0) + rolledMicroDollars;

export const toRun = (row: RunRow): RunView => ({
  id: row.id,
  comparisonId: row.comparisonId,
  parentId: row.parentId,
  kind: row.kind,
  origin: row.origin,
  continuesId: row.continuesId,
  sampleIndex: row.sampleIndex,
  setName: row.setName,
  setIndex: row.setIndex,
  status: row.status,
  promptId: row.promptId,
  promptTitle: row.promptTitle,
  versionId: row.versionId,
  versionNumber: row.versionNumber,
  assignment: row.assignment,
  connectionId: row.connectionId,
  connectionName: row.connectionName,
  provider: row.provider,
  model: row.model,
  chainName: row.chainName,
  tried: row.tried,
  author: toPerson(row.authorId, row.authorName),
  excerpt: row.excerpt,
  createdAt: row.createdAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  timeToFirstTokenMs: row.timeToFirstTokenMs,
  durationMs: row.durationMs,
  finishReason: row.finishReason,
  usage: toUsage(row),
  cost: toCost(row),
  totalMicroDollars: toTotal(row),
  error:
    row.errorCode === null
      ? null
      : { code: row.errorCode, message: row.errorMessage ?? '', retryable: row.errorRetryable ?? false },
  cached: row.cachedAt === null ? null : { answeredAt: row.cachedAt.toISOString() },
  outcome: row.outcome,
  sentHash: row.sentHash,
  private: row.isPrivate,
  keepContext: row.keepContext,
  revision: row.revision,
});

export const toRunDetail = ({
  run,
  texts,
  input,
  items,
  attachments,
  parts,
  before,
  json,
}: WholeRun): RunDetailView => ({
  ...toRun(run),
  output: texts.output,
  continued: before === null || run.continuedBy === null ? null : { text: before, by: run.continuedBy },
  json,
  reasoning: texts.reasoning,
  toolCalls: texts.toolCalls.map(({ result = null, ...call }) => ({ ...call, result })),
  techniqueResult: texts.techniqueResult,
  parts: parts.map(toRun),
  warnings: texts.warnings,
  marked: run.marked,
  document: input.document,
  values: input.values,
  omittedValues: input.omittedValues,
  settings: input.settings,
  context: items.map(({ path, from, to, hash, tokens, characters, text }) => ({
    path,
    from,
    to,
    hash,
    tokens,
    characters,
    text,
  })),
  attachments: attachments.map(({ position, name, mediaType, size, width, height, pages, hash, kept }) => ({
    ...{ position, name, mediaType, bytes: size, width, height, pages, hash, kept },
  })),
  messages: input.messages,
});

export const toAttachmentContent = ({ mediaType, content }: AttachmentContent) => ({
  mediaType,
  data: Buffer.from(content).toString('base64'),
});

export const toComparison = ({ comparison, runs }: OpenedComparison): ComparisonView => ({
  id: comparison.id,
  createdAt: comparison.createdAt.toISOString(),
  author: toPerson(comparison.authorId, comparison.authorName),
  promptId: comparison.promptId,
  promptTitle: comparison.promptTitle,
  runs: runs.map(toRun),
});

export const toStartedRuns = ({ problems, allowance, ...opened }: StartedRuns) => ({
  comparison: toComparison(opened),
  problems,
  allowance: toAllowanceView(allowance),
});

export const toAnswerCache = ({ row, answers }: AnswerCacheNow): AnswerCacheView => ({
  enabled: row.enabled,
  hours: row.hours,
  answers,
  revision: row.revision,
});

export const toPrivateRunPolicy = ({ allowed, revision }: PrivateRunPolicyNow): PrivateRunPolicyView => ({
  allowed,
  revision,
});

export const toRecordedRuns = ({ runs }: RecordedRuns) => ({ runs: runs.map(toRun) });

export const toRetriedRun = ({ run, ...said }: RetriedRun) => ({ run: toRun(run), ...said });

export const toComparedRuns = ({ left, right, diff }: ComparedRuns): ComparedRunsView => ({
  left: toRunDetail(left),
  right: toRunDetail(right),
  diff,
});

/** The event that ends a run, from its row. */
export function toLastEvent(row: RunColumns): RunEvent {
  const outcome = {
    runId: row.id,
    status: row.status,
    finishReason: row.finishReason,
    usage: toUsage(row),
    cost: toCost(row),
    timeToFirstTokenMs: row.timeToFirstTokenMs,
    durationMs: row.durationMs,
    outcome: row.outcome,
  };
  if (row.errorCode === null) return { type: 'run-end', ...outcome };
  const { errorCode: code, errorMessage, errorRetryable } = row;
  return {
    type: 'run-error',
    ...outcome,
    code,
    message: errorMessage ?? '',
    retryable: errorRetryable ?? false,
  };
}

type Subject = Omit<z.output<typeof runStarted>, 'sentHash' | 'contextItems'>;

/** What the event log says of a run. */
export const toSubject = (row: NewRun): Subject => ({
  comparisonId: row.comparisonId,
  promptId: row.promptId ?? null,
  versionId: row.versionId ?? null,
  versionNumber: row.versionNumber ?? null,
  provider: row.provider,
  model: row.model,
  connectionId: row.connectionId ?? null,
});

export const toFinishedPayload = (row: RunColumns): z.output<typeof runFinished> => ({
  ...toSubject(row),
  status: row.status,
  inputTokens: row.inputTokens,
  outputTokens: row.outputTokens,
  costMicroDollars: row.costMicroDollars,
  priceVersion: row.priceVersion,
  errorCode: row.errorCode,
});

export const toRunRating = (rating: RunRatingView): RunRatingView => rating;
