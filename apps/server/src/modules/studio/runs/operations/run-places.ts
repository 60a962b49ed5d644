import type { Ports } from '../../../../foundation/context/ctx.ts';
import type { Lease } from '../../../../foundation/limits/limits.ts';
import type { PlaceLimit } from '../../../account/billing/index.ts';

const ttlMs = 60_000;
const renewMs = 20_000;
const lookAgainMs = 200;

export interface Place {
  release(): Promise<void>;
}

/** Waits until each of these has a place left, and holds one of each; undefined when the signal is aborted first. */
export async function waitForPlace(
  ports: Pick<Ports, 'limits' | 'clock' | 'log'>,
  places: readonly PlaceLimit[],
  signal: AbortSignal,
): Promise<Place | undefined> {
  const requests = places.map((place) => ({ ...place, ttlMs }));
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
