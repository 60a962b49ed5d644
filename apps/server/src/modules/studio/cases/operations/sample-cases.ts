import { caseInput } from '@promptvault/contract/studio/cases/shapes';
import { emptyDocument } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { openOrganization } from '../../../account/organizations/index.ts';
import { createPrompts } from '../../../vault/prompts/index.ts';
import { openCasePrompt, openCaseSet } from '../open.ts';
import { createCaseSet, deleteCaseSet } from './case-sets.ts';
import { addCases } from './change-cases.ts';

/** A set with one case, of a prompt with a version; for tests and demonstration data. */
export async function sampleCases(
  ctx: Ctx,
): Promise<{ promptId: string; caseSetId: string; caseId: string }> {
  const organization = await openOrganization(ctx, {}, 'prompt.create');
  const section = { id: 's1', kind: 'instructions', role: null, text: 'Explain {{topic}}.' } as const;
  const [made] = await createPrompts(ctx, organization, [
    {
      title: 'Sample prompt with cases',
      description: '',
      tags: [],
      visibility: 'organization',
      document: { ...emptyDocument(), sections: [section] },
      commit: true,
      message: '',
      publish: false,
    },
  ]);
  const promptId = made as string;
  const prompt = await openCasePrompt(ctx, { promptId }, 'case.write');
  const set = await createCaseSet(ctx, prompt, { name: 'Sample' });
  const opened = await openCaseSet(ctx, { caseSetId: set.id }, 'case.write');
  const values = { topic: 'the tides' };
  const assertions = [{ kind: 'contains' as const, values: ['tides'] }];
  const { rows } = await addCases(ctx, opened, {
    cases: [caseInput.parse({ name: 'Tides', values, assertions })],
  });
  return { promptId, caseSetId: set.id, caseId: (rows[0] as { caseId: string }).caseId };
}

export const sampleCaseSet = async (ctx: Ctx) => ({ id: (await sampleCases(ctx)).caseSetId });
export const sampleCase = async (ctx: Ctx) => ({ id: (await sampleCases(ctx)).caseId });

/** One that was deleted, to be restored. */
export async function sampleDeletedSet(ctx: Ctx): Promise<{ id: string }> {
  const { caseSetId } = await sampleCases(ctx);
  await deleteCaseSet(ctx, await openCaseSet(ctx, { caseSetId }, 'case.write'), { revision: 1 });
  return { id: caseSetId };
}
