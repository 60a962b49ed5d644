import { followChanges } from '../../../../foundation/bus/follow-changes.ts';
import { tellChanges } from '../../../../foundation/bus/tell-changes.ts';
import type { Ctx, Ports } from '../../../../foundation/context/ctx.ts';

/** Bus topic: the organization, the run of a suite (or `-`), and whether lists show a difference. */
const suitesChanged = 'suites.changed';

/** An item of this run was judged. */
export const tellProgress = (ctx: Ctx, suiteRunId: string): void =>
  tellChanges(ctx, suitesChanged, suiteRunId, 'item');

/** A run began or ended, or a suite was changed. */
export const tellSuites = (ctx: Ctx, suiteRunId = '-'): void =>
  tellChanges(ctx, suitesChanged, suiteRunId, 'list');

export interface FollowedSuites {
  organizationId: string;
  /** Null for the suites of the organization and how their runs ended. */
  suiteRunId: string | null;
}

/** A report of very many items takes a moment to count: it is read at most this often. */
const restMs = 1_000;

/** Says that there is more to read; whoever hears it reads it again, as they may see it. */
export const followSuites = (
  ports: Ports,
  { organizationId, suiteRunId }: FollowedSuites,
  signal: AbortSignal,
) =>
  followChanges(
    ports,
    suitesChanged,
    ([organization, changed, what]) =>
      organization === organizationId && (suiteRunId === null ? what === 'list' : changed === suiteRunId),
    signal,
    restMs,
  );
