import type { exportRunsQuery } from '@promptvault/contract/studio/history/shapes';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx, Ports, WorkScope } from '../../../../foundation/context/ctx.ts';
import type { ServedFile } from '../../../../foundation/http/serve.ts';
import { type Organization, requirePermission } from '../../../account/organizations/index.ts';
import { readTexts, toRun } from '../../runs/index.ts';
import { runsExportedEvent } from '../events.ts';
import type { Wanted } from '../repository/find-runs.ts';
import { findRuns, keyOf, wantedOf } from './list-runs.ts';

export type ExportRuns = z.output<typeof exportRunsQuery>;

export interface RunExport {
  scope: WorkScope;
  wanted: Wanted | undefined;
  format: ExportRuns['format'];
}

const atOnce = 100;

/** @throws auth.forbidden where more than one's own runs are asked for without data.export */
export async function exportRuns(
  ctx: Ctx,
  organization: Authorized<Organization, 'run.read'>,
  { format, ...filters }: ExportRuns,
): Promise<RunExport> {
  const wanted = wantedOf(ctx, { ...filters, limit: atOnce - 1 });
  const self = personOf(ctx.actor);
  const others = wanted !== undefined && wanted.authorId !== self;
  if (others) requirePermission(ctx.actor, 'data.export');
  const subject = { kind: 'organization', id: organization.id };
  await ctx.emit(runsExportedEvent, subject, { format, everybody: others });
  return {
    scope: { organizationId: organization.id, job: 'history.export', onBehalfOf: self },
    wanted,
    format,
  };
}

/** The file, a page of runs at a time; each page in a transaction of its own, with the rights one has then. */
export function writeRuns(
  ports: Ports,
  { scope, wanted, format }: RunExport,
  signal: AbortSignal,
): ServedFile {
  const csv = format === 'csv';
  async function* parts(): AsyncGenerator<string> {
    if (csv) yield `${columns.join(',')}\r\n`;
    for (let next = wanted; next && !signal.aborted; ) {
      const { limit, sort } = next;
      const page = await ports.within(scope, async (ctx) => {
        const runs = await findRuns(ctx, next as Wanted);
        const texts = await readTexts(
          ctx,
          runs.map(({ id }) => id),
        );
        return runs.map((run) => ({ run, output: texts.get(run.id) ?? '' }));
      });
      if (page.length > 0) yield page.map((row) => (csv ? toCsv(row) : toJson(row))).join('');
      const last = page.at(-1)?.run;
      next =
        last && page.length === limit
          ? { ...next, after: { id: last.id, key: keyOf(sort, last) } }
          : undefined;
    }
  }
  return {
    name: csv ? 'runs.csv' : 'runs.jsonl',
    type: csv ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
    parts: parts(),
  };
}

type Row = { run: Parameters<typeof toRun>[0]; output: string };

function toJson({ run, output }: Row): string {
  const { excerpt: _excerpt, ...view } = toRun(run);
  return `${JSON.stringify({ ...view, output })}\n`;
}

const columns = [
  'id',
  'started',
  'status',
  'prompt',
  'version',
  'provider',
  'model',
  'author',
  'input_tokens',
  'output_tokens',
  'cost_usd',
  'duration_ms',
  'error',
  'answer',
];

function toCsv({ run, output }: Row): string {
  const { inputTokens, outputTokens, costMicroDollars, durationMs } = run;
  const cells = [
    run.id,
    run.createdAt.toISOString(),
    run.status,
    run.promptTitle,
    run.versionNumber,
    run.provider,
    run.model,
    run.authorName,
    inputTokens,
    outputTokens,
    costMicroDollars === null ? null : (costMicroDollars / 1e6).toFixed(6),
    durationMs,
    run.errorMessage,
    output,
  ];
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/**
 * Always in quotes. A text that a spreadsheet would compute gets an apostrophe before it, as OWASP advises for CSV
 * injection; numbers are ours and stay as they are.
 */
export function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
