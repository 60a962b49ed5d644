/** A draft in memory and the log it is kept in: reads on in it, and appends to it. */
import * as Y from 'yjs';
import type { Ctx, Ports } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import {
  advanceDraft,
  cutDraftUpdates,
  draftUpdatesAfter,
  findDraftPlace,
  insertDraftUpdates,
  lockDraftSeq,
  readStoredDraft,
  storeDraft,
} from '../repository/drafts.ts';
import { touchPrompt } from '../repository/prompts.ts';
import { keptUpdates } from './current-draft.ts';
import { loadDraft, textOf } from './draft-text.ts';
import { touchEveryMs } from './save-draft.ts';

export interface DraftPlace {
  organizationId: string;
  promptId: string;
  branchId: string;
}

export interface HeldDraft {
  ydoc: Y.Doc;
  seq: number;
  revision: number;
  baseNumber: number | null;
  /** Updates that the stored snapshot does not hold. */
  unfolded: number;
  /** About how long its state is. */
  bytes: number;
  touchedAt: number;
}

export interface NewUpdate {
  update: Uint8Array;
  actor: string;
}

/** The snapshot is written anew after so many updates: reading a draft then adds no more than these. */
const foldEvery = 64;

const within = <T>({ within }: Ports, { organizationId }: DraftPlace, fn: (ctx: Ctx) => Promise<T>) =>
  within({ organizationId, job: 'prompt.draft', onBehalfOf: null }, fn);

/** @throws resource.not_found */
export function loadHeldDraft(ports: Ports, place: DraftPlace): Promise<HeldDraft> {
  return within(ports, place, async (ctx) => {
    const { row, tail } = await stored(ctx, place);
    const ydoc = loadDraft(row.snapshot);
    for (const update of tail) Y.applyUpdate(ydoc, update);
    const bytes = tail.reduce((sum, update) => sum + update.length, row.snapshot.length);
    const { seq, unfolded, revision, baseNumber } = row;
    return { ydoc, seq, unfolded, revision, baseNumber, bytes, touchedAt: 0 };
  });
}

async function stored(ctx: Ctx, { branchId }: DraftPlace) {
  const found = await readStoredDraft(ctx, branchId, { lock: false });
  if (!found) throw ResourceError.not_found();
  return found;
}

/** Takes in what others appended since. @throws resource.not_found */
export function readOn(ports: Ports, place: DraftPlace, draft: HeldDraft): Promise<void> {
  return within(ports, place, (ctx) => readOnIn(ctx, place, draft));
}

async function readOnIn(ctx: Ctx, place: DraftPlace, draft: HeldDraft): Promise<void> {
  const now = await findDraftPlace(ctx, place.branchId);
  if (!now) throw ResourceError.not_found();
  if (now.seq > draft.seq) {
    const rows = await draftUpdatesAfter(ctx, place.branchId, draft.seq, keptUpdates);
    if (rows.at(0)?.seq === draft.seq + 1 && (rows.at(-1)?.seq ?? 0) >= now.seq) {
      for (const { update } of rows) take(draft, update);
      draft.seq = rows.at(-1)?.seq ?? now.seq;
    } else {
      const { row, tail } = await stored(ctx, place);
      for (const update of [row.snapshot, ...tail]) Y.applyUpdate(draft.ydoc, update);
      draft.bytes = row.snapshot.length;
      draft.seq = row.seq;
    }
  }
  draft.revision = Math.max(draft.revision, now.revision);
  draft.unfolded = now.unfolded;
  draft.baseNumber = now.baseNumber;
}

function take(draft: HeldDraft, update: Uint8Array): void {
  Y.applyUpdate(draft.ydoc, update);
  draft.bytes += update.length;
}

/**
 * Stores updates that are in the document already. When this throws, memory is ahead of the log and must be
 * given up. @throws resource.not_found
 */
export async function appendToLog(
  ports: Ports,
  place: DraftPlace,
  draft: HeldDraft,
  updates: readonly NewUpdate[],
): Promise<void> {
  const { organizationId, branchId } = place;
  const at = ports.clock.now();
  const appended = await within(ports, place, async (ctx) => {
    let from = draft.seq;
    let moved = await advanceDraft(ctx, branchId, { from, by: updates.length, at });
    if (!moved) {
      // Another process was first: its updates come before ours.
      if ((await lockDraftSeq(ctx, branchId)) === undefined) throw ResourceError.not_found();
      await readOnIn(ctx, place, draft);
      from = draft.seq;
      moved = await advanceDraft(ctx, branchId, { from, by: updates.length, at });
    }
    if (!moved) throw ResourceError.not_found();
    const seq = from + updates.length;
    await insertDraftUpdates(
      ctx,
      updates.map(({ update, actor }, index) => ({
        organizationId,
        branchId,
        seq: from + 1 + index,
        update,
        actor,
        at,
      })),
    );
    const folds = moved.unfolded >= foldEvery;
    if (folds) await fold(ctx, branchId, draft, seq);
    const touches = at.getTime() - draft.touchedAt > touchEveryMs;
    if (touches) await touchPrompt(ctx, place.promptId, at, touchEveryMs);
    return { ...moved, seq, folds, touches };
  });
  draft.seq = appended.seq;
  draft.revision = appended.revision;
  draft.baseNumber = appended.baseNumber;
  draft.unfolded = appended.folds ? 0 : appended.unfolded;
  if (appended.touches) draft.touchedAt = at.getTime();
}

/** Writes the snapshot anew and cuts the old end of the log; the draft must be held by this transaction. */
async function fold(ctx: Ctx, branchId: string, draft: HeldDraft, seq: number): Promise<void> {
  const { snapshot, document, hash } = textOf(draft.ydoc);
  draft.bytes = snapshot.length;
  await storeDraft(ctx, branchId, { snapshot, document, hash, unfolded: 0 });
  await cutDraftUpdates(ctx, branchId, seq - keptUpdates);
}

/** Leaves a draft folded, so that whoever reads it next reads one row. */
export async function foldHeldDraft(ports: Ports, place: DraftPlace, draft: HeldDraft): Promise<void> {
  if (draft.unfolded === 0) return;
  await within(ports, place, async (ctx) => {
    // Somebody else went on: they fold.
    if ((await lockDraftSeq(ctx, place.branchId)) === draft.seq)
      await fold(ctx, place.branchId, draft, draft.seq);
  });
  draft.unfolded = 0;
}
