import { type CaseInput, mostCasesInSet } from '@promptvault/contract/studio/cases/shapes';
import type { PromptVisibility } from '@promptvault/contract/vault/prompts/shapes';
import { ImportError } from '@promptvault/contract/vault/transfer/errors';
import type { FooImport, FooPrompt } from '@promptvault/importers/promptfoo';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { takeUse, useLimitsOf } from '../../../account/billing/index.ts';
import { type Organization, openOrganization } from '../../../account/organizations/index.ts';
import { addCases, createCaseSet, openCasePrompt, openCaseSet } from '../../../studio/cases/index.ts';
import { createSuite, openSuiteGround } from '../../../studio/suites/index.ts';
import { createPrompts } from '../../prompts/index.ts';
import { ImportCompleted } from '../events.ts';
import { type ImportRow, insertImport } from '../repository.ts';
import { type PromptfooSource, readPromptfoo } from './read-promptfoo.ts';

export interface ImportPromptfoo extends PromptfooSource {
  tags: string[];
  visibility: PromptVisibility;
}

interface Made {
  promptId: string;
  title: string;
  caseSetId: string | null;
  cases: number;
  suiteIds: string[];
}

export interface ImportedPromptfoo {
  session: ImportRow;
  prompts: Made[];
}

/**
 * Makes each prompt with version 1, its cases and its suites.
 * @throws import.unreadable, import.too_many_cases, limit.reached, model.unknown, auth.forbidden
 */
export async function importPromptfoo(
  ctx: Ctx,
  _organization: Authorized<Organization, 'prompt.import'>,
  { tags, visibility, ...source }: ImportPromptfoo,
): Promise<ImportedPromptfoo> {
  const { found, problems } = await readPromptfoo(ctx, source);
  const cases = found.prompts.reduce((all, prompt) => all + prompt.cases.length, 0);
  if (cases > mostCasesInSet) throw ImportError.too_many_cases({ found: cases, limit: mostCasesInSet });
  const importId = ctx.newId();
  const promptIds = await createPrompts(
    ctx,
    await openOrganization(ctx, {}, 'prompt.create'),
    found.prompts.map(({ title, description, document }) => ({
      ...{ title, description, tags, visibility, document, importId },
      ...{ commit: true, message: `Imported from ${found.config}` },
    })),
  );
  const prompts: Made[] = [];
  for (const [index, prompt] of found.prompts.entries())
    prompts.push(await addSuites(ctx, promptIds[index] as string, prompt, found));
  const session = await insertImport(ctx, {
    organizationId: ctx.organizationId,
    id: importId,
    source: 'promptfoo',
    fileName: found.config.slice(-255),
    startedBy: personOf(ctx.actor),
    created: prompts.length,
    skipped: 0,
    problems: problems.map((problem) => ({ ...problem, line: null })),
    createdAt: ctx.clock.now(),
  });
  const facts = { source: 'promptfoo', created: prompts.length, skipped: 0 };
  await ctx.emit(ImportCompleted, { kind: 'import_session', id: importId }, facts);
  await ctx.jobs.send('record.tend_database', {}, { singletonKey: 'tend' });
  await takeUse(ctx, await useLimitsOf(ctx), { measure: 'upload' });
  return { session, prompts };
}

async function addSuites(
  ctx: Ctx,
  promptId: string,
  { title, cases, suites }: FooPrompt,
  found: FooImport,
): Promise<Made> {
  if (cases.length === 0) return { promptId, title, caseSetId: null, cases: 0, suiteIds: [] };
  const set = await createCaseSet(ctx, await openCasePrompt(ctx, { promptId }, 'case.write'), {
    name: found.title,
  });
  await addCases(ctx, await openCaseSet(ctx, { caseSetId: set.id }, 'case.write'), {
    cases: cases.map(toCase),
  });
  const suiteIds: string[] = [];
  for (const { name, models, settings } of suites) {
    const ground = await openSuiteGround(ctx, { promptId, caseSetId: set.id }, 'suite.write');
    const { row } = await createSuite(ctx, ground, {
      ...{ promptId, caseSetId: set.id, name, models, settings },
      sources: [{ kind: 'branch', branch: 'main' }],
      ...{ repetitions: found.repetitions, concurrency: found.concurrency },
      ...{ reuse: false, passRate: 1, budgetMicroDollars: null, check: null },
    });
    suiteIds.push(row.id);
  }
  return { promptId, title, caseSetId: set.id, cases: cases.length, suiteIds };
}

const toCase = ({ name, values, tags, assertions, passScore }: FooPrompt['cases'][number]): CaseInput => ({
  ...{ name, tags, assertions, passScore },
  values: values as CaseInput['values'],
  ...{ expected: null, weight: 1, required: false },
});
