import type { RunEvent } from '@promptvault/contract/studio/runs/events';
import { fakeClock } from '@promptvault/testing/fake-clock';
import { expect, it } from 'vitest';
import { silentLog } from '../../../../foundation/log/log.ts';
import { createMemoryStreams } from '../../../../foundation/streams/memory-streams.ts';
import type { Streams } from '../../../../foundation/streams/streams.ts';
import { createJournal, joined } from './run-journal.ts';

const runId = 'r';
const start: RunEvent = { type: 'run-start', runId, text: '', reasoning: '' };
const word = (text: string): RunEvent => ({ type: 'text-delta', runId, text });

function setUp(change: (streams: Streams) => Streams = (streams) => streams) {
  const clock = fakeClock();
  const streams = createMemoryStreams({ clock });
  const journal = createJournal({ runId, streams: change(streams), clock, log: silentLog });
  const texts = async () =>
    (await streams.read('run:r', 0, 100)).events.map(({ data }) => (data as { text: string }).text);
  return { clock, streams, journal, texts };
}

it('appends the first word at once and joins the next ones for a moment', async () => {
  const { clock, journal, texts } = setUp();
  journal.push([start]);
  await clock.advance(1);
  journal.push([word('one ')]);
  await clock.advance(0);
  expect(await texts()).toEqual(['', 'one ']);
  for (const text of ['two ', 'three ', 'four']) {
    journal.push([word(text)]);
    await clock.advance(2);
  }
  expect(await texts()).toEqual(['', 'one ']);
  await clock.advance(50);
  expect(await texts()).toEqual(['', 'one ', 'two three four']);
});

it('tells what several runs said at one and the same moment', async () => {
  const clock = fakeClock();
  const streams = createMemoryStreams({ clock });
  const appended: { at: number; id: string }[] = [];
  const heard: Streams = {
    ...streams,
    append: (id, events) => {
      appended.push({ at: clock.monotonic(), id });
      return streams.append(id, events);
    },
  };
  const journals = ['a', 'b', 'c'].map((id) =>
    createJournal({ runId: id, streams: heard, clock, log: silentLog }),
  );
  for (const journal of journals) {
    journal.push([word('first')]);
    await clock.advance(3);
  }
  for (const journal of journals) {
    journal.push([word('second')]);
    await clock.advance(3);
  }
  appended.length = 0;
  await clock.advance(50);
  expect(appended.map(({ id }) => id).sort()).toEqual(['run:a', 'run:b', 'run:c']);
  expect(new Set(appended.map(({ at }) => at)).size).toBe(1);
});

it('says only what was appended, with the event it reaches to', async () => {
  const { clock, journal } = setUp();
  journal.push([start, word('a')]);
  await clock.advance(0);
  journal.push([word('b')]);
  expect(journal.appended()).toEqual({ output: 'a', reasoning: '', eventId: 2 });
  await journal.settle();
  expect(journal.appended()).toEqual({ output: 'ab', reasoning: '', eventId: 3 });
});

it('tries again when the stream cannot be reached, and loses nothing', async () => {
  let failures = 2;
  const { clock, journal, texts } = setUp((streams) => ({
    ...streams,
    append: async (id, events) => {
      if (failures-- > 0) throw new Error('away');
      return streams.append(id, events);
    },
  }));
  journal.push([word('a')]);
  await clock.advance(2_000);
  expect(await texts()).toEqual(['a']);
});

it('keeps the text when the stream stays away', async () => {
  const { clock, journal } = setUp((streams) => ({
    ...streams,
    append: () => Promise.reject(new Error('away')),
  }));
  journal.push([word('a')]);
  const settled = journal.settle();
  await clock.advance(60_000);
  await settled;
  expect(journal.appended()).toEqual({ output: 'a', reasoning: '', eventId: 0 });
});

it('ends with its last event, after which the stream takes no more', async () => {
  const { clock, journal, streams, texts } = setUp();
  journal.push([word('a')]);
  const finished = journal.finish(word('end'));
  await clock.advance(60);
  await finished;
  expect(await texts()).toEqual(['a', 'end']);
  expect((await streams.read('run:r', 0, 1)).state).toBe('closed');
});

it('leaves nothing lying that is said just as the last was written', async () => {
  // How many turns lie between the stream's answer and what is said next.
  for (let turns = 0; turns < 12; turns++) {
    let answered: Promise<unknown> = Promise.resolve();
    const { clock, journal, texts } = setUp((streams) => ({
      ...streams,
      append: (id, events) => {
        const appending = streams.append(id, events);
        answered = appending;
        return appending;
      },
    }));
    journal.push([word('a')]);
    await answered;
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    journal.push([word('b')]);
    await clock.advance(100);
    expect(await texts(), `after ${turns} turns`).toEqual(['a', 'b']);
  }
});

it('joins only neighbours of one kind', () => {
  const thought: RunEvent = { type: 'reasoning-delta', runId, text: 'x' };
  expect(joined([start, word('a'), word('b'), thought, word('c')])).toEqual([
    start,
    word('ab'),
    thought,
    word('c'),
  ]);
});
