import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { ApiProblem } from './api-problem.ts';
import { live } from './live.ts';
import type { LiveEvent } from './live-client.ts';

type LiveOptions = {
  after?: string;
  onEvent: (event: LiveEvent) => void;
  onProblem?: (problem: ApiProblem) => void;
};

/** Follows a topic while the component is shown; `undefined` follows nothing. */
export function useLive(topic: string | undefined, { after, onEvent, onProblem }: LiveOptions): void {
  const hear = useEffectEvent(onEvent);
  const complain = useEffectEvent((problem: ApiProblem) => onProblem?.(problem));
  const start = useEffectEvent(() => after);
  useEffect(() => {
    if (topic === undefined) return;
    return live.subscribe(topic, { after: start(), onEvent: hear, onProblem: complain });
  }, [topic]);
}

export const useLiveState = () => useSyncExternalStore(live.onState, live.state);
