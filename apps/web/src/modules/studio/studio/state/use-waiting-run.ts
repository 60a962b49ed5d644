import { useEffect, useEffectEvent, useState } from 'react';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import type { Studio } from './use-studio.ts';

/** Why the text will not come, in words; undefined while it may, or is here. */
function whyNotHere({ mayWrite, draftState, failure }: Studio): string | undefined {
  if (!mayWrite) return failure?.message;
  return draftState?.phase === 'failed' ? (draftState.problem?.message ?? '') : undefined;
}

/**
 * A run may be asked for before the text is here: it waits for it and then starts. Where the text does not come, the
 * person is told instead.
 */
export function useWaitingRun(studio: Studio, start: () => Promise<void>) {
  const [isWaiting, setIsWaiting] = useState(false);
  const reason = whyNotHere(studio);
  const isSettled = studio.isHere || reason !== undefined;
  const go = () => {
    setIsWaiting(!isSettled);
    if (reason !== undefined) toast({ text: `${t('draftFailed')}. ${reason}`.trim(), tone: 'bad' });
    else if (isSettled) void start();
  };
  const goOn = useEffectEvent(go);
  useEffect(() => {
    if (isWaiting && isSettled) goOn();
  }, [isWaiting, isSettled]);
  return { run: go, isWaiting };
}
