/**
 * Whose turn it is with the one session. People who wait for an answer come before the server's own work (rows of running
 * answers, the dispatch of events, jobs), which nobody looks at; but that waits no longer than `patienceMs`.
 */
export type Lane = 'request' | 'background';

const patienceMs = 150;

interface Turn {
  since: number;
  begin(): void;
}

export interface Turns {
  /** Runs `fn` when it is its turn; the next one begins when `fn` ends, or says before that it needs the session no more. */
  take<T>(lane: Lane, fn: (handOver: () => void) => Promise<T>): Promise<T>;
}

export function createTurns(now: () => number = () => performance.now()): Turns {
  const requests: Turn[] = [];
  const background: Turn[] = [];
  let taken = false;

  function next(): void {
    const patient = background[0];
    const lane =
      patient && (requests.length === 0 || now() - patient.since > patienceMs) ? background : requests;
    const turn = lane.shift();
    taken = turn !== undefined;
    turn?.begin();
  }

  return {
    async take(lane, fn) {
      const begun = Promise.withResolvers<void>();
      (lane === 'request' ? requests : background).push({ since: now(), begin: begun.resolve });
      if (!taken) next();
      await begun.promise;
      let over = false;
      const handOver = () => {
        if (over) return;
        over = true;
        next();
      };
      try {
        return await fn(handOver);
      } finally {
        handOver();
      }
    },
  };
}
