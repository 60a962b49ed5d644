import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError } from '../../../../foundation/errors/foundation-errors.ts';
import { PromptLabelApproved, PromptLabelRejected, PromptLabelRequestCanceled } from '../events.ts';
import type { LabelRequest } from '../open.ts';
import {
  findLabelRule,
  type LabelRequestRow,
  lockLabelRequest,
  storeLabelRequest,
  storeLabelVote,
  votesOn,
} from '../repository/label-requests.ts';
import { lockLabel } from '../repository/labels.ts';
import { lockPrompt } from '../repository/prompts.ts';
import { tellLabelRequests } from './follow-label-requests.ts';
import { missingChecks } from './label-protection.ts';
import { moveLabel } from './move-label.ts';
import { approvalsNeeded, isOwn, type LabelRequestRecord, readLabelRequests } from './read-label-request.ts';
import { tellProposer } from './tell-label-people.ts';

/**
 * Says yes to a move. With the last yes that is needed the label moves in the same transaction.
 * @throws prompt.label_own_request, prompt.label_request_closed, prompt.label_checks_missing, prompt.reference_cycle
 */
export async function approveLabelMove(
  ctx: Ctx,
  request: Authorized<LabelRequest, 'label.approve'>,
  { note }: { note: string },
): Promise<LabelRequestRecord> {
  const held = await holdRequest(ctx, request);
  await vote(ctx, held, true, note);
  const { label, promptId, after } = held;
  const rule = await findLabelRule(ctx, label);
  const yes = (await votesOn(ctx, [held.id])).filter(({ approves }) => approves).length;
  const moves = yes >= approvalsNeeded(rule);
  if (moves) {
    const missing = await missingChecks(ctx, promptId, rule, after);
    if (missing.length > 0) throw PromptError.label_checks_missing({ label, missing });
    const row = await lockLabel(ctx, promptId, label);
    if ((row?.revision ?? 0) !== held.labelRevision)
      throw PromptError.label_request_closed({ status: 'stale' });
    await close(ctx, held, 'moved');
    await moveLabel(ctx, { id: promptId, path: request.promptPath }, row, label, after, held.id);
  } else await storeLabelRequest(ctx, held.id, { revision: held.revision + 1 });
  await tellProposer(ctx, held, moves ? 'moved' : 'approved');
  await ctx.emit(PromptLabelApproved, subjectOf(held), { requestId: held.id, label, moved: moves });
  return read(ctx, request);
}

/** One no closes the request. @throws prompt.label_own_request, prompt.label_request_closed */
export async function rejectLabelMove(
  ctx: Ctx,
  request: Authorized<LabelRequest, 'label.approve'>,
  { note }: { note: string },
): Promise<LabelRequestRecord> {
  const held = await holdRequest(ctx, request);
  await vote(ctx, held, false, note);
  await close(ctx, held, 'rejected');
  await tellProposer(ctx, held, 'rejected');
  await ctx.emit(PromptLabelRejected, subjectOf(held), { requestId: held.id, label: held.label });
  return read(ctx, request);
}

/** Only who asked takes it back. @throws auth.forbidden, prompt.label_request_closed */
export async function cancelLabelRequest(
  ctx: Ctx,
  request: Authorized<LabelRequest, 'prompt.read'>,
): Promise<LabelRequestRecord> {
  const held = await holdRequest(ctx, request);
  if (!isOwn(ctx, held)) throw AuthError.forbidden();
  await close(ctx, held, 'canceled');
  tellLabelRequests(ctx);
  await ctx.emit(PromptLabelRequestCanceled, subjectOf(held), { requestId: held.id, label: held.label });
  return read(ctx, request);
}

const subjectOf = ({ promptId }: LabelRequestRow) => ({ kind: 'prompt', id: promptId });

/** The open request, held after its prompt, as whoever moves a label holds them. */
async function holdRequest(ctx: Ctx, { id, promptId }: LabelRequest): Promise<LabelRequestRow> {
  await lockPrompt(ctx, promptId);
  const row = (await lockLabelRequest(ctx, id)) as LabelRequestRow;
  if (row.status !== 'pending') throw PromptError.label_request_closed({ status: row.status });
  return row;
}

async function vote(ctx: Ctx, row: LabelRequestRow, approves: boolean, note: string): Promise<void> {
  const userId = personOf(ctx.actor);
  if (userId === null) throw AuthError.forbidden();
  if (isOwn(ctx, row)) throw PromptError.label_own_request();
  await storeLabelVote(ctx, {
    organizationId: ctx.organizationId,
    requestId: row.id,
    userId,
    approves,
    note,
    votedAt: ctx.clock.now(),
  });
}

const close = (ctx: Ctx, row: LabelRequestRow, status: 'moved' | 'rejected' | 'canceled') =>
  storeLabelRequest(ctx, row.id, {
    status,
    closedBy: personOf(ctx.actor),
    closedAt: ctx.clock.now(),
    revision: row.revision + 1,
  });

async function read(ctx: Ctx, request: LabelRequest): Promise<LabelRequestRecord> {
  const row = (await lockLabelRequest(ctx, request.id)) as LabelRequestRow;
  const { promptTitle, promptPath } = request;
  const [record] = await readLabelRequests(ctx, [{ ...row, promptTitle, promptPath }]);
  return record as LabelRequestRecord;
}
