import { followChanges } from '../../../../foundation/bus/follow-changes.ts';
import { tellChanges } from '../../../../foundation/bus/tell-changes.ts';
import type { Ctx, Ports } from '../../../../foundation/context/ctx.ts';

/** Bus topic: the score of a prompt, or what it stands on, is another; its message is the organization and the prompt. */
const effectivenessChanged = 'effectiveness.changed';

export const tellEffectiveness = (ctx: Ctx, promptId: string): void =>
  tellChanges(ctx, effectivenessChanged, promptId);

export interface FollowedEffectiveness {
  organizationId: string;
  /** Null for all that are in lists. */
  promptId: string | null;
}

/** A list reads itself again: at most this often, however many rate at once. */
const restMs = 1_000;

/** Says that there is another score to read, and never which: whoever hears it reads what they may see. */
export const followEffectiveness = (
  ports: Ports,
  { organizationId, promptId }: FollowedEffectiveness,
  signal: AbortSignal,
) =>
  followChanges(
    ports,
    effectivenessChanged,
    ([organization, changed]) =>
      organization === organizationId && (promptId === null || changed === promptId),
    signal,
    restMs,
  );
