import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { findExposure, insertExposure } from '../repository/exposures.ts';
import type { LabelRow } from '../repository/labels.ts';
import { type Attributes, fallIntoVariant } from './fall-into-variant.ts';
import { pickTarget } from './pick-target.ts';

/** For whom a label is asked, if the caller says. */
export interface Caller {
  /** Keeps one caller on one target of a split, or one variant of an experiment. */
  subject?: string | undefined;
  attributes?: Attributes | undefined;
}

/** Which variant of which experiment a subject was given. */
export interface Assignment {
  id: string;
  experimentId: string;
  variant: string;
}

export interface AssignedVersion {
  number: number;
  assignment: Assignment | null;
}

/**
 * The version a label means for a caller. Where an experiment runs on it and the caller names a subject that fits, that
 * is a variant's, and it is written down in this very transaction: what is answered was counted, and nothing is
 * answered that was not. Who was given a variant keeps it, also when the weights change later.
 */
export async function assignLabel(ctx: Ctx, row: LabelRow, caller: Caller): Promise<AssignedVersion> {
  const { trial } = row;
  const ordinary = { number: pickTarget(row, caller.subject), assignment: null };
  if (!trial || caller.subject === undefined) return ordinary;
  const fall = fallIntoVariant(trial, caller.subject, caller.attributes ?? {});
  if (!fall) return ordinary;
  const { experimentId, epoch } = trial;
  const known =
    (await findExposure(ctx, experimentId, fall.subject)) ??
    (await insertExposure(ctx, {
      ...fall,
      organizationId: ctx.organizationId,
      experimentId,
      id: ctx.newId(),
      promptId: row.promptId,
      epoch,
      at: ctx.clock.now(),
    })) ??
    // Another request for the same subject was faster; its row is there now.
    (await findExposure(ctx, experimentId, fall.subject));
  const variant = known && trial.variants[known.variant];
  if (!known || !variant) return ordinary;
  return { number: variant.version, assignment: { id: known.id, experimentId, variant: variant.name } };
}
