import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { openOrganization } from '../../../account/organizations/index.ts';
import { openPrompt } from '../open.ts';
import { findLabelRule } from '../repository/label-requests.ts';
import { requestLabelMove } from './request-label-move.ts';
import { samplePrompt } from './sample-prompt.ts';
import { setLabelRule } from './set-label-rule.ts';

/** A request to point the protected label `stable` at version 1 of a new prompt. */
export async function sampleLabelRequest(ctx: Ctx): Promise<{ id: string }> {
  const label = 'stable';
  const { id: promptId } = await samplePrompt(ctx);
  const organization = await openOrganization(ctx, {}, 'label.protect');
  if (!(await findLabelRule(ctx, label)))
    await setLabelRule(ctx, organization, { label, approvals: 1, checks: [], revision: 0 });
  const prompt = await openPrompt(ctx, { promptId }, 'prompt.write');
  const targets = [{ version: 1, weight: 1 }];
  return requestLabelMove(ctx, prompt, { label, targets, note: '', revision: 0 });
}
