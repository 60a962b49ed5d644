/**
 * Who waits at which stream. A follower is woken, not fed: it reads on from its own place when it gets to it,
 * so that many wakes become one read and a slow one holds nothing.
 */
export type Follower = {
  /** Resolves at the next ring, at once if it rang since the last wait. */
  wait(): Promise<void>;
  leave(): void;
};

export type Followers = {
  follow(streamId: string, signal: AbortSignal): Follower;
  ring(streamId: string): void;
  ringAll(): void;
  count(streamId: string): number;
};

export function createFollowers(): Followers {
  const byStream = new Map<string, Set<() => void>>();

  const follow = (streamId: string, signal: AbortSignal): Follower => {
    let rung = signal.aborted;
    let answer: (() => void) | undefined;
    const ring = () => {
      rung = true;
      answer?.();
    };
    const bells = byStream.get(streamId) ?? new Set();
    byStream.set(streamId, bells.add(ring));
    signal.addEventListener('abort', ring, { once: true });
    return {
      async wait() {
        if (!rung)
          await new Promise<void>((resolve) => {
            answer = resolve;
          });
        answer = undefined;
        rung = false;
      },
      leave() {
        signal.removeEventListener('abort', ring);
        bells.delete(ring);
        if (bells.size === 0 && byStream.get(streamId) === bells) byStream.delete(streamId);
      },
    };
  };

  return {
    follow,
    ring: (streamId) => {
      for (const ring of byStream.get(streamId) ?? []) ring();
    },
    ringAll: () => {
      for (const bells of byStream.values()) for (const ring of bells) ring();
    },
    count: (streamId) => byStream.get(streamId)?.size ?? 0,
  };
}
