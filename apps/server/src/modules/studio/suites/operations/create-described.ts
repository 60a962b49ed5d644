import type {
  CreatedDescribedView,
  createDescribedBody,
} from '@promptvault/contract/studio/suites/described';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { createPrompts } from '../../../vault/prompts/index.ts';
import { addCases, createCaseSet, openCasePrompt, openCaseSet } from '../../cases/index.ts';
import { readRunOutcome } from '../../runs/index.ts';

export type CreateDescribed = z.output<typeof createDescribedBody> & { runId: string };

const setName = 'First cases';

/**
 * The prompt and its cases, all or nothing. What is given is what the person saw and edited; the run is named so that
 * only those who may read what a model wrote go on from it.
 * @throws auth.forbidden, resource.not_found, prompt.reference_cycle, prompt.references_too_deep
 */
export async function createDescribedPrompt(
  ctx: Ctx,
  organization: Authorized<Organization, 'prompt.create'>,
  { runId, cases, ...given }: CreateDescribed,
): Promise<CreatedDescribedView> {
  await readRunOutcome(ctx, runId);
  const prompt = { ...given, tags: [], visibility: 'organization' as const, message: '' };
  const [promptId] = (await createPrompts(ctx, organization, [prompt])) as [string];
  if (cases.length === 0) return { promptId, caseSetId: null };
  const ground = await openCasePrompt(ctx, { promptId }, 'case.write');
  const { id: caseSetId } = await createCaseSet(ctx, ground, { name: setName });
  await addCases(ctx, await openCaseSet(ctx, { caseSetId }, 'case.write'), { cases });
  return { promptId, caseSetId };
}
