import { useEffect, useSyncExternalStore } from 'react';
import { live } from '../../../../wire/live.ts';
import { createRunFeeds } from './run-feeds.ts';

let lastDrawing = 0;

/**
 * Draws with the next frame. Where drawing takes longer than a frame, the page rests as long as it drew, so that
 * typing and scrolling stay quick beside many columns. A hidden tab has no frames, but its runs go on.
 */
const nextFrame = (act: () => void) => {
  const draw = () => {
    const began = performance.now();
    act();
    setTimeout(() => {
      lastDrawing = performance.now() - began;
    });
  };
  if (document.hidden) setTimeout(draw, 250);
  else if (lastDrawing > 16) setTimeout(() => requestAnimationFrame(draw), Math.min(lastDrawing, 200));
  else requestAnimationFrame(draw);
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
