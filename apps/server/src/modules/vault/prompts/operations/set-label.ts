import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { PromptLabelMoved } from '../events.ts';
import type { Prompt } from '../open.ts';
import {
  insertLabel,
  insertLabelMove,
  type LabelRow,
  lockLabel,
  removeLabel,
  storeLabel,
} from '../repository/labels.ts';
import { versionNumbersAmong } from '../repository/versions.ts';
import type { LabelTarget } from '../schema.ts';

/** Computed, and so never set. */
export const latestLabel = 'latest';

export interface SetLabel {
  label: string;
  targets: LabelTarget[];
  /** 0 for a label that does not exist yet. */
  revision: number;
}

/** @throws prompt.label_reserved, prompt.version_unknown, request.stale */
export async function setLabel(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.publish'>,
  { label, targets, revision }: SetLabel,
): Promise<LabelRow> {
  if (label === latestLabel) throw PromptError.label_reserved({ label });
  const known = await versionNumbersAmong(
    ctx,
    prompt.id,
    targets.map(({ version }) => version),
  );
  const unknown = targets.find(({ version }) => !known.has(version));
  if (unknown) throw PromptError.version_unknown({ version: unknown.version });
  const row = await lockLabel(ctx, prompt.id, label);
  if ((row?.revision ?? 0) !== revision) throw RequestError.stale({ current: row?.revision ?? 0 });
  const moved = await place(ctx, prompt, row, label, targets);
  await recordMove(ctx, prompt, label, row?.targets ?? [], targets);
  return moved;
}

async function place(
  ctx: Ctx,
  prompt: Prompt,
  row: LabelRow | undefined,
  name: string,
  targets: LabelTarget[],
): Promise<LabelRow> {
  const moved = { targets, movedBy: personOf(ctx.actor), movedAt: ctx.clock.now() };
  if (row) {
    const change = { ...moved, revision: row.revision + 1 };
    await storeLabel(ctx, prompt.id, name, change);
    return { ...row, ...change };
  }
  const made = {
    ...moved,
    organizationId: ctx.organizationId,
    promptId: prompt.id,
    name,
    salt: ctx.newId(),
    revision: 1,
  };
  if (!(await insertLabel(ctx, made))) throw RequestError.stale({ current: 1 });
  return made;
}

/** @throws prompt.label_reserved, prompt.label_unknown, request.stale */
export async function deleteLabel(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.publish'>,
  { label, revision }: { label: string; revision: number },
): Promise<void> {
  if (label === latestLabel) throw PromptError.label_reserved({ label });
  const row = await lockLabel(ctx, prompt.id, label);
  if (!row) throw PromptError.label_unknown({ label });
  if (row.revision !== revision) throw RequestError.stale({ current: row.revision });
  await removeLabel(ctx, prompt.id, label);
  await recordMove(ctx, prompt, label, row.targets, []);
}

async function recordMove(
  ctx: Ctx,
  prompt: Prompt,
  name: string,
  before: LabelTarget[],
  after: LabelTarget[],
): Promise<void> {
  await insertLabelMove(ctx, {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    promptId: prompt.id,
    name,
    before,
    after,
    movedBy: personOf(ctx.actor),
    movedAt: ctx.clock.now(),
  });
  await ctx.emit(
    PromptLabelMoved,
    { kind: 'prompt', id: prompt.id },
    { label: name, from: before.map(({ version }) => version), to: after.map(({ version }) => version) },
  );
}
