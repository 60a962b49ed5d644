import { useEffect, useSyncExternalStore } from 'react';
import { live } from '../../../../wire/live.ts';
import { createRunFeeds } from './run-feeds.ts';

/** A hidden tab draws no frames, but its runs go on. */
const nextFrame = (act: () => void) => {
  if (document.hidden) setTimeout(act, 250);
  else requestAnimationFrame(act);
};

const feeds = createRunFeeds({ live, nextFrame });

/** Follows the runs while the component is shown. Answers change their identity only when they change. */
export function useRunAnswers(runIds: readonly string[]) {
  useSyncExternalStore(feeds.onChange, feeds.version);
  const wanted = runIds.join(' ');
  useEffect(() => {
    const leaving = wanted === '' ? [] : wanted.split(' ').map(feeds.follow);
    return () => {
      for (const leave of leaving) leave();
    };
  }, [wanted]);
  return { answer: feeds.answer, problem: feeds.problem };
}
