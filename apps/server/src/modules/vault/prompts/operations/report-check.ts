import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { PromptVersionChecked } from '../events.ts';
import type { Prompt } from '../open.ts';
import { type CheckRow, checksOf, pendingChecks, storeCheck } from '../repository/checks.ts';
import { versionNumbersAmong } from '../repository/versions.ts';

/** More names than anybody asks for, fewer than a loop makes. */
const mostChecks = 50;

export interface ReportCheck {
  version: number;
  /** Such as `suite:tone`. The rules of labels and of reviews may ask for it by this name. */
  name: string;
  status: CheckRow['status'];
  /** One sentence for people. */
  summary: string;
  /** Where it can be read in full: http or https. */
  url?: string | undefined;
}

/**
 * Notes what a later module found out about a version; the last report of a name counts.
 * @throws prompt.version_unknown, prompt.checks_full
 */
export async function reportCheck(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'> | Authorized<Prompt, 'check.report'>,
  { version, name, status, summary, url }: ReportCheck,
): Promise<CheckRow> {
  if (!(await versionNumbersAmong(ctx, prompt.id, [version])).has(version))
    throw PromptError.version_unknown({ version });
  const known = await checksOf(ctx, prompt.id, [version]);
  if (known.length >= mostChecks && !known.some((check) => check.name === name))
    throw PromptError.checks_full({ most: mostChecks });
  const row = {
    organizationId: ctx.organizationId,
    promptId: prompt.id,
    version,
    name,
    status,
    summary,
    url: url ?? null,
    reportedBy: personOf(ctx.actor),
    reportedAt: ctx.clock.now(),
  };
  await storeCheck(ctx, row);
  await ctx.emit(PromptVersionChecked, { kind: 'prompt', id: prompt.id }, { version, check: name, status });
  return row;
}

/**
 * Says how checks ended that are still on their way, where their report stands at this path below the address of the
 * server. Whoever began them saw the prompt; their end arrives whatever became of that person. What was reported under the
 * name meanwhile stays.
 */
export async function settleChecks(
  ctx: Ctx,
  { name, path }: { name: string; path: string },
  endOf: (version: number) => { status: CheckRow['status']; summary: string },
): Promise<void> {
  for (const pending of await pendingChecks(ctx, { name, path })) {
    const { promptId, version } = pending;
    const row = { ...pending, ...endOf(version), reportedAt: ctx.clock.now() };
    await storeCheck(ctx, row);
    const facts = { version, check: name, status: row.status };
    await ctx.emit(PromptVersionChecked, { kind: 'prompt', id: promptId }, facts);
  }
}

/** As `reportCheck`, for a program over the API. @throws prompt.version_unknown, prompt.checks_full */
export const reportVersionCheck = (
  ctx: Ctx,
  prompt: Authorized<Prompt, 'check.report'>,
  { number, ...report }: Omit<ReportCheck, 'version'> & { number: number },
): Promise<CheckRow> => reportCheck(ctx, prompt, { version: number, ...report });

/** By name. */
export const listVersionChecks = (
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  { number }: { number: number },
): Promise<CheckRow[]> => checksOf(ctx, prompt.id, [number]);
