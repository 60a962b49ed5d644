import { followChanges } from '../../../../foundation/bus/follow-changes.ts';
import { tellChanges } from '../../../../foundation/bus/tell-changes.ts';
import type { Ctx, Ports } from '../../../../foundation/context/ctx.ts';

/** Bus topic: the organization, the experiment, and whether lists show a difference. */
const experimentsChanged = 'experiments.changed';

/** There are more subjects or outcomes of it. */
export const tellProgress = (ctx: Ctx, experimentId: string): void =>
  tellChanges(ctx, experimentsChanged, experimentId, 'report');

/** It was made, changed, begun or ended. */
export const tellExperiments = (ctx: Ctx, experimentId: string): void =>
  tellChanges(ctx, experimentsChanged, experimentId, 'list');

export interface FollowedExperiments {
  organizationId: string;
  /** Null for the experiments of the organization. */
  experimentId: string | null;
}

const restMs = 1_000;

/** Says that there is more to read; whoever hears it reads it again, as they may see it. */
export const followExperiments = (
  ports: Ports,
  { organizationId, experimentId }: FollowedExperiments,
  signal: AbortSignal,
) =>
  followChanges(
    ports,
    experimentsChanged,
    ([organization, changed, what]) =>
      organization === organizationId && (experimentId === null ? what === 'list' : changed === experimentId),
    signal,
    restMs,
  );
