import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { PromptLabelRequested } from '../events.ts';
import type { Prompt } from '../open.ts';
import { findLabelRule, insertLabelRequest } from '../repository/label-requests.ts';
import type { LabelTarget } from '../schema.ts';
import { holdLabel, requireVersions } from './move-label.ts';
import { type LabelRequestRecord, readLabelRequests } from './read-label-request.ts';
import { refuseLabelCircle } from './refuse-closed-circles.ts';
import { tellApprovers } from './tell-label-people.ts';

export interface RequestLabelMove {
  label: string;
  targets: LabelTarget[];
  note: string;
  /** Of the label; 0 when there is none yet. */
  revision: number;
}

/**
 * @throws prompt.label_reserved, prompt.label_unprotected, prompt.version_unknown, prompt.reference_cycle,
 *   request.stale
 */
export async function requestLabelMove(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  { label, targets, note, revision }: RequestLabelMove,
): Promise<LabelRequestRecord> {
  const row = await holdLabel(ctx, prompt.id, label, revision);
  await requireVersions(ctx, prompt.id, targets);
  const rule = await findLabelRule(ctx, label);
  if (!rule || rule.approvals === 0) throw PromptError.label_unprotected({ label });
  await refuseLabelCircle(ctx, prompt, label, targets);
  const request = {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    promptId: prompt.id,
    label,
    before: row?.targets ?? [],
    after: targets,
    labelRevision: revision,
    note,
    status: 'pending' as const,
    proposedBy: personOf(ctx.actor),
    proposedAt: ctx.clock.now(),
    closedBy: null,
    closedAt: null,
    revision: 1,
  };
  await insertLabelRequest(ctx, request);
  await tellApprovers(ctx, request);
  await ctx.emit(
    PromptLabelRequested,
    { kind: 'prompt', id: prompt.id },
    {
      requestId: request.id,
      label,
      from: request.before.map(({ version }) => version),
      to: targets.map(({ version }) => version),
    },
  );
  const [record] = await readLabelRequests(ctx, [
    { ...request, promptTitle: prompt.title, promptPath: prompt.path },
  ]);
  return record as LabelRequestRecord;
}
