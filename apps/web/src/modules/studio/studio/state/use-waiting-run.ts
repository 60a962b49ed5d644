import { useEffect, useEffectEvent, useState } from 'react';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import type { Studio } from './use-studio.ts';

type Awaited = {
  mayWrite: boolean;
  draftState: { phase: string; problem?: { message: string } | undefined } | undefined;
  failure: { message: string } | undefined;
  references: { failure: { message: string } | undefined };
};

/** Why the text, or what it takes in, will not come, in words; undefined while it may, or is here. */
export function whyNotHere({ mayWrite, draftState, failure, references }: Awaited): string | undefined {
  const said = (title: string, reason = '') => `${title}. ${reason}`.trim();
  if (!mayWrite && failure) return said(t('draftFailed'), failure.message);
  if (mayWrite && draftState?.phase === 'failed') return said(t('draftFailed'), draftState.problem?.message);
  return references.failure && said(t('referencesFailed'), references.failure.message);
}

/**
 * A run may be asked for before the text is here: it waits for it and then starts. Where the text does not come, the
 * person is told instead, and while it may come they can give the run up.
 */
export function useWaitingRun(studio: Studio, start: () => Promise<void>) {
  const [isWaiting, setIsWaiting] = useState(false);
  const reason = whyNotHere(studio);
  const isSettled = studio.isHere || reason !== undefined;
  const go = () => {
    setIsWaiting(!isSettled);
    if (reason !== undefined) toast({ text: reason, tone: 'bad' });
    else if (isSettled) void start();
  };
  const goOn = useEffectEvent(go);
  useEffect(() => {
    if (isWaiting && isSettled) goOn();
  }, [isWaiting, isSettled]);
  return { run: go, isWaiting, cancel: () => setIsWaiting(false) };
}
