import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { PromptVersionChecked } from '../events.ts';
import type { Prompt } from '../open.ts';
import { type CheckRow, checksOf, storeCheck } from '../repository/checks.ts';
import { versionNumbersAmong } from '../repository/versions.ts';

export interface ReportCheck {
  version: number;
  /** Such as `suite:tone`. A label rule may ask for it by this name. */
  name: string;
  status: CheckRow['status'];
  /** One sentence for people. */
  summary: string;
}

/** Notes what a later module found out about a version; the last report of a name counts. @throws prompt.version_unknown */
export async function reportCheck(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  { version, name, status, summary }: ReportCheck,
): Promise<void> {
  if (!(await versionNumbersAmong(ctx, prompt.id, [version])).has(version))
    throw PromptError.version_unknown({ version });
  await storeCheck(ctx, {
    organizationId: ctx.organizationId,
    promptId: prompt.id,
    version,
    name,
    status,
    summary,
    reportedAt: ctx.clock.now(),
  });
  await ctx.emit(PromptVersionChecked, { kind: 'prompt', id: prompt.id }, { version, check: name, status });
}

export const listVersionChecks = (
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  { number }: { number: number },
): Promise<CheckRow[]> => checksOf(ctx, prompt.id, [number]);
