import { fakeClock } from '@promptvault/testing/fake-clock';
import { describe, expect, it } from 'vitest';
import { type Clock, systemClock } from './clock.ts';

describe('systemClock', () => {
  it('sleeps at least as long as asked', async () => {
    const start = systemClock.monotonic();
    await systemClock.sleep(15);
    expect(systemClock.monotonic() - start).toBeGreaterThanOrEqual(13);
  });

  it('wakes with the reason of its signal, before or during sleep', async () => {
    await expect(systemClock.sleep(1e9, AbortSignal.abort('early'))).rejects.toBe('early');
    const stop = new AbortController();
    const sleep = systemClock.sleep(1e12, stop.signal);
    stop.abort('enough');
    await expect(sleep).rejects.toBe('enough');
  });
});

describe('fakeClock', () => {
  it('stands for the real clock and moves only when told', async () => {
    const fake = fakeClock('2026-01-01T00:00:00.000Z');
    const clock: Clock = fake;
    const woken: string[] = [];
    void clock.sleep(2_000).then(() => woken.push('second'));
    void clock.sleep(1_000).then(() => woken.push('first'));
    await fake.advance(999);
    expect(woken).toEqual([]);
    await fake.advance(1_001);
    expect(woken).toEqual(['first', 'second']);
    expect(clock.now().toISOString()).toBe('2026-01-01T00:00:02.000Z');
    expect(clock.monotonic()).toBe(2_000);
  });

  it('lets a loop of sleeps run through one advance', async () => {
    const clock = fakeClock();
    let turns = 0;
    void (async () => {
      while (turns < 10) {
        await clock.sleep(100);
        turns += 1;
      }
    })();
    await clock.advance(1_000);
    expect(turns).toBe(10);
  });

  it('rejects a sleep whose signal is aborted', async () => {
    const clock = fakeClock();
    const stop = new AbortController();
    const sleep = clock.sleep(1_000, stop.signal);
    stop.abort('enough');
    await expect(sleep).rejects.toBe('enough');
    expect(clock.sleeping()).toBe(0);
  });
});
