import { followChanges } from '../../../../foundation/bus/follow-changes.ts';
import { tellChanges } from '../../../../foundation/bus/tell-changes.ts';
import type { Ctx, Ports } from '../../../../foundation/context/ctx.ts';

/** Bus topic: the organization, the optimisation, and whether lists show a difference. */
const optimisationsChanged = 'optimisations.changed';
const restMs = 1_000;

/** More of it is done. */
export const tellProgress = (ctx: Ctx, optimisationId: string): void =>
  tellChanges(ctx, optimisationsChanged, optimisationId, 'item');

/** It began, ended, or became a branch. */
export const tellOptimisations = (ctx: Ctx, optimisationId: string): void =>
  tellChanges(ctx, optimisationsChanged, optimisationId, 'list');

export interface FollowedOptimisations {
  organizationId: string;
  /** Null for those of the organization and how they ended. */
  optimisationId: string | null;
}

/** Says that there is more to read; whoever hears it reads it again, as they may see it. */
export const followOptimisations = (
  ports: Ports,
  { organizationId, optimisationId }: FollowedOptimisations,
  signal: AbortSignal,
) =>
  followChanges(
    ports,
    optimisationsChanged,
    ([organization, changed, what]) =>
      organization === organizationId &&
      (optimisationId === null ? what === 'list' : changed === optimisationId),
    signal,
    restMs,
  );
