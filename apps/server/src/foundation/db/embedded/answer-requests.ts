/**
 * The order in which the thread answers. The engine itself commits without waiting for the disk
 * (`synchronous_commit=off`); an answer that ends a transaction is held back here until the log up to it is on the disk.
 * Meanwhile the next transaction goes on, so that many commits share one fsync: group commit, with one session.
 */
import type { BatchReply, BatchRequest, ControlRequest } from './protocol.ts';

export type Request = BatchRequest | ControlRequest;

export interface AnswerFacts {
  answer(request: Request): Promise<BatchReply>;
  /** Where the session stands after what was last answered. */
  standing(): 'idle' | 'in-transaction' | 'failed-transaction';
  /** Brings to the disk what was committed; not within a failed transaction. */
  flush(): Promise<void>;
  /** The letters that have come in meanwhile. */
  hear(): Request[][];
  post(replies: BatchReply[]): void;
  now(): number;
}

/** How much the last flush counts in what a flush is believed to cost. */
const weightOfLast = 0.2;

/** @returns takes a letter; what was asked for first is answered first */
export function createAnswerer(facts: AnswerFacts): (letter: Request[]) => void {
  const letters: Request[][] = [];
  let held: BatchReply[] = [];
  let heldSince = 0;
  let flushCosts = 1;
  let working = false;
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    const from = facts.now();
    await facts.flush();
    flushCosts += weightOfLast * (facts.now() - from - flushCosts);
    const kept = held;
    held = [];
    facts.post(kept);
  }

  async function answerLetter(letter: Request[]): Promise<void> {
    const replies: BatchReply[] = [];
    for (const request of letter) {
      if ('control' in request && held.length > 0) await flush();
      const reply = await facts.answer(request);
      const acknowledges = !('control' in request) && facts.standing() === 'idle';
      if (acknowledges && held.length === 0) heldSince = facts.now();
      (acknowledges ? held : replies).push(reply);
    }
    if (replies.length > 0) facts.post(replies);
  }

  /**
   * Within somebody's transaction the disk is asked once waiting has cost the others as much as asking will: what is
   * committed in between comes along.
   */
  const patience = () =>
    facts.standing() === 'idle' ? 0 : Math.max(0, heldSince + flushCosts - facts.now());

  async function work(): Promise<void> {
    for (;;) {
      letters.push(...facts.hear());
      const letter = letters.shift();
      if (letter) await answerLetter(letter);
      else if (held.length === 0 || facts.standing() === 'failed-transaction') return;
      else if (patience() > 0) {
        timer = setTimeout(begin, patience());
        return;
      } else await flush();
    }
  }

  function begin(): void {
    clearTimeout(timer);
    if (working) return;
    working = true;
    void work().finally(() => {
      working = false;
    });
  }

  return (letter) => {
    letters.push(letter);
    begin();
  };
}
