import type { Ports } from '../../../../foundation/context/ctx.ts';
import type { Tx } from '../../../../foundation/db/database.ts';
import type { Lease, PlaceLimit } from '../../../../foundation/limits/limits.ts';

const ttlMs = 60_000;
const renewMs = 20_000;
const lookAgainMs = 200;

export interface Place {
  release(): Promise<void>;
}

/** What is free is held with the rows of the runs, so that they need not ask for it once those are committed. */
export const placesWith = (
  tx: Tx,
  { limits }: Pick<Ports, 'limits'>,
  asked: readonly (readonly PlaceLimit[])[],
): Promise<(Lease | undefined)[]> => limits.acquire(asked, ttlMs, tx);

/**
 * Waits until each of these has a place left, and holds one of each; undefined when the signal is aborted first.
 * `held` is what is held already.
 */
export async function waitForPlace(
  ports: Pick<Ports, 'limits' | 'clock' | 'log'>,
  places: readonly PlaceLimit[],
  signal: AbortSignal,
  held?: Lease,
): Promise<Place | undefined> {
  let lease = held;
  while (!signal.aborted) {
    lease ??= (await ports.limits.acquire([places], ttlMs))[0];
    if (lease && !signal.aborted) return hold(ports, lease);
    if (!lease) await ports.clock.sleep(lookAgainMs, signal).catch(() => undefined);
  }
  if (lease) await giveBack(ports, lease);
  return undefined;
}

function hold(ports: Pick<Ports, 'limits' | 'log'>, lease: Lease): Place {
  const renewal = setInterval(() => {
    ports.limits
      .renew(lease, ttlMs)
      .catch((error) => ports.log.warn('the place of a run could not be renewed', { error }));
  }, renewMs);
  renewal.unref();
  return {
    release() {
      clearInterval(renewal);
      return giveBack(ports, lease);
    },
  };
}

/** What cannot be given back now comes back by itself. */
async function giveBack({ limits, log }: Pick<Ports, 'limits' | 'log'>, lease: Lease): Promise<void> {
  await limits
    .release(lease)
    .catch((error) => log.warn('the place of a run could not be given back', { error }));
}
