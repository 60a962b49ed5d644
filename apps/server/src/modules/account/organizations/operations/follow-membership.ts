import type { Ports } from '../../../../foundation/context/ctx.ts';
import { membershipTopic } from './change-member.ts';

export interface FollowedMembership {
  organizationId: string;
  userId: string;
}

/**
 * Says that what the follower is here has changed; whoever hears it asks again. Whoever is nothing here any more is not
 * told so: their connection closes.
 */
export async function* followMembership(
  { bus, within }: Pick<Ports, 'bus' | 'within'>,
  { organizationId, userId }: FollowedMembership,
  signal: AbortSignal,
): AsyncGenerator<{ id: string; data: { type: 'changed' } }> {
  let changed = false;
  let wake = () => {};
  const hear = () => {
    changed = true;
    wake();
  };
  const stops = [
    bus.subscribe(membershipTopic, ([organization, person]) => {
      if (organization === organizationId && person === userId) hear();
    }),
    bus.onGap(hear),
  ];
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    for (let told = 1; !signal.aborted; told++) {
      if (!changed)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      if (signal.aborted) return;
      changed = false;
      const scope = { organizationId, job: 'membership.follow', onBehalfOf: userId };
      if (!(await within(scope, async ({ actor }) => actor.permissions.has('organization.enter')))) return;
      yield { id: String(told), data: { type: 'changed' } };
    }
  } finally {
    for (const stop of stops) stop();
  }
}
