/**
 * Whose turn it is with the one session. People who wait for an answer come before the server's own work (rows of running
 * answers, the dispatch of events, jobs), which nobody looks at. What waits longer than `patienceMs` there has every
 * `share`th turn: when there is more to do than time, both go on, and the requests faster.
 */
export type Lane = 'request' | 'background';

const patienceMs = 150;
const share = 4;

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
  let sinceBackground = 0;

  function next(): void {
    const oldest = background[0];
    const mayPress = sinceBackground >= share - 1;
    const presses = mayPress && oldest !== undefined && now() - oldest.since > patienceMs;
    const lane = requests.length === 0 || presses ? background : requests;
    sinceBackground = lane === background ? 0 : sinceBackground + 1;
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
