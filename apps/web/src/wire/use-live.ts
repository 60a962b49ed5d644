import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { ApiProblem } from './api-problem.ts';
import { live } from './live.ts';
import type { LiveEvent } from './live-client.ts';

type LiveOptions = {
  after?: string;
  onEvent: (event: LiveEvent) => void;
  onProblem?: (problem: ApiProblem) => void;
  /** The server listens from now on: at the start, and again after each break. */
  onSubscribed?: () => void;
};

/** Follows a topic while the component is shown; `undefined` follows nothing. */
export function useLive(
  topic: string | undefined,
  { after, onEvent, onProblem, onSubscribed }: LiveOptions,
): void {
  const hear = useEffectEvent(onEvent);
  const complain = useEffectEvent((problem: ApiProblem) => onProblem?.(problem));
  const begin = useEffectEvent(() => onSubscribed?.());
  const start = useEffectEvent(() => after);
  useEffect(() => {
    if (topic === undefined) return;
    return live.subscribe(topic, {
      after: start(),
      onEvent: hear,
      onProblem: complain,
      onSubscribed: begin,
    });
  }, [topic]);
}

/**
 * Asks anew at each event of a topic that only says that something changed, and when the subscription begins:
 * what changed between the first answer and then is told by nobody.
 */
export function useLiveChanges(topic: string | undefined, renew: () => void): void {
  useLive(topic, { onEvent: renew, onSubscribed: renew });
}

export const useLiveState = () => useSyncExternalStore(live.onState, live.state);
