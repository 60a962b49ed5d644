import type { Ports } from '../../../../foundation/context/ctx.ts';
import { eventTopic } from '../../../../foundation/module/dispatch-events.ts';
import { followBus } from './follow-bus.ts';

export interface FollowedActivity {
  organizationId: string;
}

/** Says that the log grew, and no more: what happened is read again, as the reader may see it. */
export const followActivity = (ports: Ports, { organizationId }: FollowedActivity, signal: AbortSignal) =>
  followBus(ports, eventTopic, (ids) => ids[0] === organizationId, signal);
