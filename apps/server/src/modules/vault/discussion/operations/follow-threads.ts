import { followChanges } from '../../../../foundation/bus/follow-changes.ts';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { threadsChanged } from './tell-followers.ts';

export interface FollowedThreads {
  organizationId: string;
  kind: string;
  id: string;
}

/** Says that the threads of a thing changed; whoever hears it reads them again. */
export const followThreads = (
  ports: Ports,
  { organizationId, kind, id }: FollowedThreads,
  signal: AbortSignal,
) =>
  followChanges(
    ports,
    threadsChanged,
    (ids) => ids[0] === organizationId && ids[1] === kind && ids[2] === id,
    signal,
  );
