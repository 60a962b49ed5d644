import { describe, expect, it } from 'vitest';
import { createTurns, type Lane } from './take-turns.ts';

function makeQueue() {
  let now = 0;
  const turns = createTurns(() => now);
  const begun: string[] = [];
  const waiting: Promise<unknown>[] = [];
  const release = new Map<string, () => void>();
  return {
    begun,
    ask(lane: Lane, name: string) {
      waiting.push(
        turns.take(lane, (handOver) => {
          begun.push(name);
          return new Promise<void>((resolve) => {
            release.set(name, resolve);
            release.set(`${name} hands over`, handOver);
          });
        }),
      );
      return Promise.resolve();
    },
    async end(name: string) {
      release.get(name)?.();
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    },
    passes(ms: number) {
      now += ms;
    },
    turns,
  };
}

describe('turns with the one session', () => {
  it('are given one at a time, to requests in the order they came and before the work of the server', async () => {
    const queue = makeQueue();
    queue.ask('background', 'row of a run');
    queue.ask('background', 'dispatch');
    queue.ask('request', 'page');
    queue.ask('request', 'run');
    await queue.end('none');
    expect(queue.begun).toEqual(['row of a run']);
    await queue.end('row of a run');
    await queue.end('page');
    await queue.end('run');
    expect(queue.begun).toEqual(['row of a run', 'page', 'run', 'dispatch']);
  });

  it('come to the work of the server after a while, but only every fourth, however much of it waits', async () => {
    const queue = makeQueue();
    const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
    for (const name of names) queue.ask('request', name);
    for (const name of ['dispatch', 'row', 'job']) queue.ask('background', name);
    await queue.end('none');
    for (const name of ['one', 'two', 'three', 'four']) {
      expect(queue.begun).not.toContain('dispatch');
      await queue.end(name);
    }
    queue.passes(200);
    for (const name of ['five', 'dispatch', 'six', 'seven', 'eight', 'row', 'job']) await queue.end(name);
    expect(queue.begun).toEqual([...names.slice(0, 5), 'dispatch', 'six', 'seven', 'eight', 'row', 'job']);
  });

  it('pass on once, whether handed over or ended or failed', async () => {
    const queue = makeQueue();
    queue.ask('request', 'first');
    queue.ask('request', 'second');
    queue.ask('request', 'third');
    await queue.end('first hands over');
    await queue.end('first');
    expect(queue.begun).toEqual(['first', 'second']);
    await expect(createTurns().take('request', () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    const turns = createTurns();
    await turns.take('request', () => Promise.reject(new Error('broken'))).catch(() => undefined);
    expect(await turns.take('request', async () => 'still given')).toBe('still given');
  });
});
