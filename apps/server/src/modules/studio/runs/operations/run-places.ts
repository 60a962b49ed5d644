import type { Ports } from '../../../../foundation/context/ctx.ts';
import type { Lease } from '../../../../foundation/limits/limits.ts';

/** How many calls go on at once; what is over waits in the queue. */
export const places = { person: 128, organization: 400 };

const ttlMs = 60_000;
const renewMs = 20_000;
const lookAgainMs = 200;

export interface Place {
  release(): Promise<void>;
}

interface Claimant {
  organizationId: string;
  authorId: string | null;
}

/** Waits for a place in the organization and for the person; undefined when the signal is aborted first. */
export async function waitForPlace(
  ports: Pick<Ports, 'limits' | 'clock' | 'log'>,
  { organizationId, authorId }: Claimant,
  signal: AbortSignal,
): Promise<Place | undefined> {
  const requests = [
    { key: `runs:organization:${organizationId}`, limit: places.organization, ttlMs },
    { key: `runs:person:${organizationId}:${authorId ?? 'nobody'}`, limit: places.person, ttlMs },
  ];
  while (!signal.aborted) {
    const leases = await Promise.all(requests.map((request) => ports.limits.acquire(request)));
    const held = leases.filter((lease) => lease !== undefined);
    if (held.length === requests.length && !signal.aborted) return hold(ports, held);
    await giveBack(ports, held);
    if (signal.aborted) return undefined;
    await ports.clock.sleep(lookAgainMs, signal).catch(() => undefined);
  }
  return undefined;
}

function hold(ports: Pick<Ports, 'limits' | 'log'>, leases: Lease[]): Place {
  const renewal = setInterval(() => {
    Promise.all(leases.map((lease) => ports.limits.renew(lease, ttlMs))).catch((error) =>
      ports.log.warn('the place of a run could not be renewed', { error }),
    );
  }, renewMs);
  renewal.unref();
  return {
    release() {
      clearInterval(renewal);
      return giveBack(ports, leases);
    },
  };
}

/** What cannot be given back now comes back by itself. */
async function giveBack(ports: Pick<Ports, 'limits' | 'log'>, leases: readonly Lease[]): Promise<void> {
  const results = await Promise.allSettled(leases.map((lease) => ports.limits.release(lease)));
  for (const result of results)
    if (result.status === 'rejected')
      ports.log.warn('the place of a run could not be given back', { error: result.reason });
}
