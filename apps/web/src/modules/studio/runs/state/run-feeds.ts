/**
 * The answers of runs that go on, followed over the tab's one live connection. However many components show a
 * run, it is followed once; whoever comes back finds its text and goes on after the last event. What arrives
 * between two frames is taken in together, so that many fast columns cost one drawing a frame.
 */
import type { ApiProblem } from '../../../../wire/api-problem.ts';
import type { LiveClient, LiveEvent } from '../../../../wire/live-client.ts';
import { emptyAnswer, isOver, type RunAnswer, type RunEvent, skips, takeEvent } from './run-answer.ts';

export type RunFeeds = {
  /** Follows the run until the returned function is called. */
  follow: (runId: string) => () => void;
  /** What was heard of the run; undefined before the first event. */
  answer: (runId: string) => RunAnswer | undefined;
  problem: (runId: string) => ApiProblem | undefined;
  onChange: (listener: () => void) => () => void;
  /** Rises with every change, for stores that compare snapshots. */
  version: () => number;
};

export type RunFeedsOptions = {
  live: Pick<LiveClient, 'subscribe'>;
  /** Calls back before the next frame is drawn. */
  nextFrame: (act: () => void) => void;
  /** How many answers that nobody looks at any more are kept for coming back. */
  kept?: number;
};

type Feed = {
  answer: RunAnswer | undefined;
  problem: ApiProblem | undefined;
  waiting: { event: RunEvent; position: number }[];
  followers: number;
  leave: (() => void) | undefined;
  /** The position before which text was found missing; a second time there, what comes is taken. */
  tornAt: number | undefined;
};

export function createRunFeeds({ live, nextFrame, kept = 40 }: RunFeedsOptions): RunFeeds {
  const feeds = new Map<string, Feed>();
  const listeners = new Set<() => void>();
  const changed = new Set<string>();
  let scheduled = false;
  let version = 0;

  const tell = () => {
    version += 1;
    for (const listener of listeners) listener();
  };

  const draw = () => {
    scheduled = false;
    for (const runId of changed) {
      const feed = feeds.get(runId);
      if (feed) takeWaiting(runId, feed);
    }
    changed.clear();
    tell();
  };

  const touch = (runId: string) => {
    changed.add(runId);
    if (scheduled) return;
    scheduled = true;
    nextFrame(draw);
  };

  const takeWaiting = (runId: string, feed: Feed) => {
    const waiting = feed.waiting;
    // Of a run nothing was heard of nothing is known: not even that it waits.
    if (waiting.length === 0) return;
    feed.waiting = [];
    let answer = feed.answer ?? emptyAnswer;
    for (const { event, position } of waiting) {
      if (skips(answer, event, position) && feed.tornAt !== answer.position) {
        feed.answer = answer;
        feed.tornAt = answer.position;
        subscribe(runId, feed);
        return;
      }
      answer = takeEvent(answer, event, position);
    }
    feed.answer = answer;
  };

  const subscribe = (runId: string, feed: Feed) => {
    feed.leave?.();
    feed.waiting = [];
    feed.problem = undefined;
    const after = feed.answer && feed.answer.position > 0 ? String(feed.answer.position) : undefined;
    feed.leave = live.subscribe(`run:${runId}`, {
      after,
      onEvent: ({ eventId, data }: LiveEvent) => {
        feed.waiting.push({ event: data as RunEvent, position: Number(eventId) });
        touch(runId);
      },
      onProblem: (problem) => {
        feed.problem = problem;
        touch(runId);
      },
    });
  };

  const forgetOldest = () => {
    const idle = [...feeds].filter(([, { followers }]) => followers === 0);
    for (const [runId] of idle.slice(0, Math.max(0, idle.length - kept))) feeds.delete(runId);
  };

  return {
    follow(runId) {
      const feed = feeds.get(runId) ?? {
        answer: undefined,
        problem: undefined,
        waiting: [],
        followers: 0,
        leave: undefined,
        tornAt: undefined,
      };
      feeds.set(runId, feed);
      feed.followers += 1;
      if (feed.followers === 1 && !(feed.answer && isOver(feed.answer.status))) subscribe(runId, feed);
      let following = true;
      return () => {
        if (!following) return;
        following = false;
        feed.followers -= 1;
        if (feed.followers > 0) return;
        takeWaiting(runId, feed);
        feed.leave?.();
        feed.leave = undefined;
        feeds.delete(runId);
        if (feed.answer) feeds.set(runId, feed);
        forgetOldest();
      };
    },
    answer: (runId) => feeds.get(runId)?.answer,
    problem: (runId) => feeds.get(runId)?.problem,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}
