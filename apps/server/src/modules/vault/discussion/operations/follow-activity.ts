import { followChanges } from '../../../../foundation/bus/follow-changes.ts';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { eventTopic } from '../../../../foundation/module/dispatch-events.ts';

export interface FollowedActivity {
  organizationId: string;
}

/** Says that the log grew, and no more: what happened is read again, as the reader may see it. */
export const followActivity = (ports: Ports, { organizationId }: FollowedActivity, signal: AbortSignal) =>
  followChanges(ports, eventTopic, (ids) => ids[0] === organizationId, signal);
