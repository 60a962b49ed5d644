/**
 * Writes a run's events into its stream, in order: the first words at once, later ones joined until the next beat, so
 * that fast models cost an append for many tokens, and many runs one turn. What was appended, and up to which event, is what the row may
 * say: row and stream never disagree.
 */
import { DomainError } from '@promptvault/contract/errors';
import type { RunEvent } from '@promptvault/contract/studio/runs/events';
import { beatsOf } from '../../../../foundation/clock/beats.ts';
import type { Clock } from '../../../../foundation/clock/clock.ts';
import type { Log } from '../../../../foundation/log/log.ts';
import type { Streams } from '../../../../foundation/streams/streams.ts';

export const streamOf = (runId: string) => `run:${runId}`;

const attempts = 4;

export interface RunJournal {
  push(events: readonly RunEvent[]): void;
  /** Text that followers can have seen, and the event it reaches to. */
  appended(): { output: string; reasoning: string; eventId: number };
  /** Waits until everything pushed is appended, or cannot be. */
  settle(): Promise<void>;
  /** Appends the last event, if there is one to tell, and closes the stream: followers then read the row. */
  finish(event: RunEvent | undefined): Promise<void>;
}

interface JournalFacts {
  runId: string;
  streams: Streams;
  clock: Clock;
  log: Log;
}

export function createJournal({ runId, streams, clock, log }: JournalFacts): RunJournal {
  const stream = streamOf(runId);
  const seen = { output: '', reasoning: '', eventId: 0 };
  let waiting: RunEvent[] = [];
  let writing: Promise<void> | undefined;
  let lastAppend = Number.NEGATIVE_INFINITY;
  let wake = () => {};
  let urgent = false;
  let spoke = false;

  async function append(events: RunEvent[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const ids = await streams.append(stream, events);
        seen.eventId = ids.at(-1) ?? seen.eventId;
        break;
      } catch (error) {
        // The run was given up for lost, and its followers told so.
        if (error instanceof DomainError && error.code === 'stream.closed') break;
        if (attempt < attempts) {
          await clock.sleep(50 * 4 ** attempt);
          continue;
        }
        // Followers lose the live view, not the answer: it is in the row.
        log.error('events of a run could not be appended', { error, run: runId });
        break;
      }
    }
    for (const event of events) {
      if (event.type === 'text-delta') seen.output += event.text;
      if (event.type === 'reasoning-delta') seen.reasoning += event.text;
    }
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const beat = urgent ? undefined : beatsOf(clock).after(lastAppend);
      if (beat)
        await new Promise<void>((resolve) => {
          wake = resolve;
          void beat.then(resolve);
        });
      urgent = false;
      const events = joined(waiting);
      waiting = [];
      lastAppend = clock.monotonic();
      await append(events);
    }
  }

  const start = () => {
    writing ??= drain().finally(() => {
      writing = undefined;
      // Said after it last looked and before it was through: nobody else would come for it.
      if (waiting.length > 0) start();
    });
  };

  const hurry = () => {
    urgent = true;
    wake();
  };

  const settle = async () => {
    hurry();
    while (waiting.length > 0 || writing) {
      start();
      await writing;
    }
  };

  return {
    push(events) {
      if (events.length === 0) return;
      waiting.push(...events);
      // The first word is what people wait for, and what is not text is rare.
      if (!spoke || !events.every(isDelta)) hurry();
      spoke ||= events.some(isDelta);
      start();
    },
    appended: () => ({ ...seen }),
    settle,
    async finish(event) {
      await settle();
      if (event) await append([event]);
      await streams
        .close(stream)
        .catch((error) => log.error('a stream of a run could not be closed', { error, run: runId }));
    },
  };
}

const isDelta = ({ type }: RunEvent) => type === 'text-delta' || type === 'reasoning-delta';

/** Neighbouring deltas of one kind become one. */
export function joined(events: readonly RunEvent[]): RunEvent[] {
  const result: RunEvent[] = [];
  for (const event of events) {
    const last = result.at(-1);
    if (last && isDelta(event) && last.type === event.type && 'text' in last && 'text' in event)
      result[result.length - 1] = { ...event, text: last.text + event.text };
    else result.push(event);
  }
  return result;
}
