/**
 * Identical requests at temperature 0, answered from an earlier run. Off unless an organization wants it. What is kept
 * is a hash and the id of a run: neither what was sent nor the answer a second time.
 */
import { canonicalJson } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import {
  type AnswerCacheRow,
  type CachedRun,
  findAnswerCache,
  findCachedRuns,
  saveCachedAnswer,
} from '../repository/answer-cache.ts';
import type { RunColumns } from '../repository/runs.ts';
import type { RunOrder } from './execute-run.ts';
import { hashOf } from './hash-of.ts';
import { schemaByOf } from './schema-by.ts';

type Sent = Pick<RunOrder, 'model' | 'settings' | 'tools' | 'responseSchema'> & { sentHash: string };

/** A hash of all that decides the answer; undefined for what may be answered otherwise each time. */
export function cacheKeyOf({ model, settings, tools, responseSchema, sentHash }: Sent): string | undefined {
  if (settings.temperature !== 0 || model.provider === 'echo') return undefined;
  const { connectionId, provider, api, baseUrl } = model;
  const schemaBy = responseSchema === null ? null : schemaByOf(model);
  return hashOf(
    canonicalJson({
      ...{ form: 1, connectionId, provider, api, baseUrl, model: model.model },
      ...{ settings, tools, responseSchema, schemaBy, sentHash },
    }),
  );
}

/** The cache of an organization that has it on. */
export async function openCache(ctx: Ctx): Promise<AnswerCacheRow | undefined> {
  const row = await findAnswerCache(ctx.tx, ctx.organizationId);
  return row?.enabled ? row : undefined;
}

/** The answers that are there for these keys. */
export async function findAnswers(ctx: Ctx, keys: readonly string[]): Promise<Map<string, CachedRun>> {
  if (keys.length === 0) return new Map();
  const rows = await findCachedRuns(ctx.tx, ctx.organizationId, keys, ctx.clock.now());
  return new Map(rows.map((row) => [row.key, row]));
}

/** Keeps what may be given again: whole, as the first model of the order gave it, in its form if it has one. */
export async function keepAnswer(ctx: Ctx, key: string, row: RunColumns): Promise<void> {
  const isWhole = row.status === 'finished' && row.finishReason === 'stop' && row.output !== '';
  const isPlain = row.marked === 0 && row.tried.length === 0 && row.toolCalls.length === 0;
  const hasForm = row.outcome === null || row.outcome.kind === 'valid';
  if (!isWhole || !isPlain || !hasForm || row.cachedFromId !== null) return;
  const cache = await openCache(ctx);
  if (!cache) return;
  const now = ctx.clock.now();
  const expiresAt = new Date(now.getTime() + cache.hours * 3_600_000);
  await saveCachedAnswer(ctx.tx, { organizationId: row.organizationId, key, runId: row.id, expiresAt }, now);
}
