import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { PromptLabelMoved } from '../events.ts';
import { closeStaleRequests } from '../repository/label-requests.ts';
import { insertLabel, insertLabelMove, type LabelRow, lockLabel, storeLabel } from '../repository/labels.ts';
import { lockPrompt } from '../repository/prompts.ts';
import { versionNumbersAmong } from '../repository/versions.ts';
import type { LabelTarget } from '../schema.ts';
import { refuseLabelCircle } from './refuse-closed-circles.ts';
import { tellProposer } from './tell-label-people.ts';

/** Computed, and so never set. */
export const latestLabel = 'latest';

/** @throws prompt.version_unknown */
export async function requireVersions(
  ctx: Ctx,
  promptId: string,
  targets: readonly LabelTarget[],
): Promise<void> {
  const known = await versionNumbersAmong(
    ctx,
    promptId,
    targets.map(({ version }) => version),
  );
  const unknown = targets.find(({ version }) => !known.has(version));
  if (unknown) throw PromptError.version_unknown({ version: unknown.version });
}

/**
 * The label as it is, held until the transaction ends. The prompt is held before it, so that labels of a prompt
 * move one at a time, a new one too.
 * @throws prompt.label_reserved, request.stale when it is not at `revision` (0: there is none)
 */
export async function holdLabel(
  ctx: Ctx,
  promptId: string,
  label: string,
  revision: number,
): Promise<LabelRow | undefined> {
  if (label === latestLabel) throw PromptError.label_reserved({ label });
  await lockPrompt(ctx, promptId);
  const row = await lockLabel(ctx, promptId, label);
  if ((row?.revision ?? 0) !== revision) throw RequestError.stale({ current: row?.revision ?? 0 });
  return row;
}

/** Points a held label somewhere, which ends an experiment on it, and notes the move. @throws prompt.reference_cycle */
export async function moveLabel(
  ctx: Ctx,
  prompt: { id: string; path: string },
  row: LabelRow | undefined,
  name: string,
  targets: LabelTarget[],
  requestId: string | null = null,
): Promise<LabelRow> {
  const promptId = prompt.id;
  await refuseLabelCircle(ctx, prompt, name, targets);
  const moved = { targets, movedBy: personOf(ctx.actor), movedAt: ctx.clock.now(), trial: null };
  const next: LabelRow = row
    ? { ...row, ...moved, revision: row.revision + 1 }
    : {
        ...moved,
        organizationId: ctx.organizationId,
        promptId,
        name,
        salt: ctx.newId(),
        revision: 1,
      };
  if (row) await storeLabel(ctx, promptId, name, next);
  else if (!(await insertLabel(ctx, next))) throw RequestError.stale({ current: 1 });
  await recordMove(ctx, promptId, name, row?.targets ?? [], targets, requestId);
  return next;
}

/** Notes where a label pointed and points, and closes what was asked for it as it was. */
export async function recordMove(
  ctx: Ctx,
  promptId: string,
  name: string,
  before: LabelTarget[],
  after: LabelTarget[],
  requestId: string | null = null,
): Promise<void> {
  const movedAt = ctx.clock.now();
  await insertLabelMove(ctx, {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    promptId,
    name,
    before,
    after,
    movedBy: personOf(ctx.actor),
    movedAt,
    requestId,
  });
  for (const request of await closeStaleRequests(ctx, promptId, name, movedAt))
    await tellProposer(ctx, { ...request, label: name }, 'stale');
  await ctx.emit(
    PromptLabelMoved,
    { kind: 'prompt', id: promptId },
    { label: name, from: before.map(({ version }) => version), to: after.map(({ version }) => version) },
  );
}
