import { type Clock, systemClock } from '../foundation/clock/clock.ts';

const day = 86_400_000;

/** A clock that runs as fast as any, some days behind, so that what is made lies spread over them. */
export function createMovedClock(): { clock: Clock; moveTo(daysAgo: number): void } {
  let behind = 0;
  return {
    clock: { ...systemClock, now: () => new Date(Date.now() - behind) },
    moveTo(daysAgo) {
      behind = Math.round(daysAgo * day);
    },
  };
}
