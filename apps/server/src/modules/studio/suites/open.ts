import { SuiteError } from '@promptvault/contract/studio/suites/errors';
import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { requirePermission } from '../../account/organizations/index.ts';
import { openPrompt, type Prompt } from '../../vault/prompts/index.ts';
import { type CaseSetRow, openCaseSet } from '../cases/index.ts';
import { findSuiteRun, type SuiteRunRow } from './repository/suite-runs.ts';
import { findSuite, type SuiteRow } from './repository/suites.ts';

export interface OpenedSuite {
  row: SuiteRow;
  promptTitle: string;
}

/** A suite is seen with its prompt. @throws auth.forbidden, resource.not_found */
export async function openSuite<const P extends string>(
  ctx: Ctx,
  { suiteId }: { suiteId: string },
  permission: P,
): Promise<Authorized<OpenedSuite, P>> {
  requirePermission(ctx.actor, permission);
  const row = isId(suiteId) ? await findSuite(ctx, suiteId) : undefined;
  if (!row) throw ResourceError.not_found();
  const { title } = await openPrompt(ctx, { promptId: row.promptId }, 'prompt.read');
  return authorize({ row, promptTitle: title }, permission);
}

export interface OpenedSuiteRun {
  run: SuiteRunRow;
  suite: SuiteRow;
}

/** @throws auth.forbidden, resource.not_found */
export async function openSuiteRun<const P extends string>(
  ctx: Ctx,
  { suiteRunId }: { suiteRunId: string },
  permission: P,
): Promise<Authorized<OpenedSuiteRun, P>> {
  requirePermission(ctx.actor, permission);
  const run = isId(suiteRunId) ? await findSuiteRun(ctx, suiteRunId) : undefined;
  if (!run) throw ResourceError.not_found();
  const { row } = await openSuite(ctx, run, permission);
  return authorize({ run, suite: row }, permission);
}

export interface SuiteGround {
  prompt: Prompt;
  set: CaseSetRow;
}

/** The prompt and the cases a suite is made for. @throws suite.other_prompt, and what opening them throws */
export async function openSuiteGround<const P extends string>(
  ctx: Ctx,
  { promptId, caseSetId }: { promptId: string; caseSetId: string },
  permission: P,
): Promise<Authorized<SuiteGround, P>> {
  requirePermission(ctx.actor, permission);
  const prompt = await openPrompt(ctx, { promptId }, 'prompt.read');
  const set = await openCaseSet(ctx, { caseSetId }, 'case.read');
  if (set.promptId !== prompt.id) throw SuiteError.other_prompt();
  return authorize({ prompt, set }, permission);
}
