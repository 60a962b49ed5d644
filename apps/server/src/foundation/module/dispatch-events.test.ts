import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { defineEvent } from '../context/define-event.ts';
import { silentLog } from '../log/log.ts';
import { createMetrics } from '../metrics/prometheus-metrics.ts';
import type { ListenerDeclaration, RecordedEvent } from './define-module.ts';
import { startEventDispatcher } from './dispatch-events.ts';

const Noted = defineEvent('test.noted', z.object({ n: z.number() }));
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const note = (n: number, fail = false) =>
  house.within('owner', async (ctx) => {
    await ctx.emit(Noted, { kind: 'test', id: ctx.newId() }, { n });
    if (fail) throw new Error('rolled back');
  });
const numbers = (events: RecordedEvent[]) => events.map((event) => (event.payload as { n: number }).n);

function listener(name: string, heard: RecordedEvent[], mishaps = 0) {
  let left = mishaps;
  return {
    name,
    events: [Noted],
    when: 'after' as const,
    async handle(_ctx: unknown, event: RecordedEvent) {
      if (left-- > 0) throw new Error('not yet');
      heard.push(event);
    },
  };
}

describe('the event log', () => {
  it('says what failed first, not that the event beside it was not taken', async () => {
    const telling = house.within('owner', (ctx) =>
      Promise.all([
        ctx.tx.execute(sql`select 1 / 0`),
        ctx.emit(Noted, { kind: 'test', id: ctx.newId() }, { n: -2 }),
      ]),
    );
    expect(String(await telling.then(String, (error: Error) => error.cause))).toContain('division by zero');
  });

  it('keeps nothing of an operation whose event it refuses, and says why', async () => {
    const Kept = defineEvent('test.kept', z.object({ n: z.number() }));
    const Told = defineEvent('test.told', z.object({ text: z.string() }));
    const id = house.application.host.ports.newId();
    const telling = house.within('owner', async (ctx) => {
      await ctx.emit(Kept, { kind: 'test', id }, { n: 1_000 });
      await ctx.emit(Told, { kind: 'test', id }, { text: 'a NUL \u0000 is no text' });
      return 'done';
    });
    const refusal = await telling.then(String, (error: Error) => error.cause);
    expect(String(refusal)).toContain('unsupported Unicode escape sequence');
    const kept = await house.within('owner', async (ctx) => {
      await ctx.emit(Kept, { kind: 'test', id }, { n: 1_001 });
      return ctx.tx.execute<{ payload: unknown }>(sql`select payload from event where subject_id = ${id}`);
    });
    expect(kept.rows).toEqual([{ payload: { n: 1_001 } }]);
  });

  it('reaches a listener in order, once each, and only what was committed', async () => {
    const heard: RecordedEvent[] = [];
    const dispatcher = startEventDispatcher(house.application.host, [listener('in order', heard)]);
    for (let n = 0; n < 5; n++) await note(n);
    await expect(note(99, true)).rejects.toThrow('rolled back');
    await Promise.all([5, 6, 7, 8].map((n) => note(n)));
    await dispatcher.deliver(house.organizationId);
    await dispatcher.stop();
    expect(numbers(heard).slice(0, 5)).toEqual([0, 1, 2, 3, 4]);
    expect(numbers(heard).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(heard.map((event) => event.id)).size).toBe(heard.length);
  });

  it('is given again to a listener that failed, and caught up with after a start', {
    timeout: 30_000,
  }, async () => {
    const heard: RecordedEvent[] = [];
    await note(20);
    const dispatcher = startEventDispatcher(house.application.host, [listener('clumsy', heard, 1)]);
    await dispatcher.catchUp();
    await dispatcher.stop();
    expect(numbers(heard)).toContain(20);
    const again: RecordedEvent[] = [];
    const restarted = startEventDispatcher(house.application.host, [listener('clumsy', again)]);
    await note(21);
    await restarted.catchUp();
    await restarted.stop();
    expect(numbers(again)).toEqual([21]);
  });

  it('is set aside where a listener fails at it time after time, which then goes on in order with all others', async () => {
    const heard: RecordedEvent[] = [];
    const tried: number[] = [];
    const poisoned: ListenerDeclaration = {
      ...listener('poisoned', heard),
      async handle(ctx, event) {
        const [n = 0] = numbers([event]);
        if (n < 100) return;
        // What was done before it failed is undone with it.
        await ctx.tx.execute(`update profile set name = 'Poisoned' where name = 'Owner'`);
        tried.push(n);
        if (n === 103)
          throw new Error('Failed query: secret contents', { cause: new Error('It is poison.') });
        heard.push(event);
        await ctx.tx.execute(`update profile set name = 'Owner' where name = 'Poisoned'`);
      },
    };
    const metrics = createMetrics({ log: silentLog });
    const options = { metrics, firstRetryMs: 1, mostTries: 4 };
    const dispatcher = startEventDispatcher(house.application.host, [poisoned], options);
    for (const n of [101, 102, 103, 104, 105]) await note(n);
    await dispatcher.deliver(house.organizationId);
    await dispatcher.stop();
    const once = numbers(heard).filter((n, place, all) => all.indexOf(n) === place);
    expect(once).toEqual([101, 102, 104, 105]);
    const tries = tried.filter((n) => n === 103).length;
    // The first may have been with others.
    expect([4, 5]).toContain(tries);
    expect(tried.slice(-2)).toEqual([104, 105]);
    const letters = await house.within('owner', (ctx) =>
      ctx.tx.execute(`select listener, event_type, error, tries from event_dead_letter`, 'objects'),
    );
    expect(letters).toEqual([
      { listener: 'poisoned', event_type: 'test.noted', error: 'Error: It is poison.', tries: 4 },
    ]);
    expect(await metrics.text()).toContain('promptvault_events_set_aside_total{listener="poisoned"} 1');
    // Others hear it, and this one is not given it again.
    const others: RecordedEvent[] = [];
    const again = startEventDispatcher(house.application.host, [poisoned, listener('sound', others)], {
      firstRetryMs: 1,
    });
    await note(106);
    await again.deliver(house.organizationId);
    await again.stop();
    expect(numbers(others)).toContain(103);
    expect(tried.at(-1)).toBe(106);
    expect(tried.filter((n) => n === 103)).toHaveLength(tries);
  });

  it('is set aside alone where a patient listener hears many at once', async () => {
    const heard: number[] = [];
    const patient: ListenerDeclaration = {
      name: 'patient and poisoned',
      events: [Noted],
      when: 'after',
      patienceMs: 1,
      async handleAll(_ctx, events) {
        const all = numbers([...events]);
        if (all.includes(203)) throw new Error('It is poison.');
        heard.push(...all.filter((n) => n > 200));
      },
    };
    for (const n of [201, 202, 203, 204]) await note(n);
    const dispatcher = startEventDispatcher(house.application.host, [patient], {
      ...{ firstRetryMs: 1, mostTries: 3 },
    });
    await dispatcher.deliver(house.organizationId);
    await dispatcher.stop();
    expect(heard).toEqual([201, 202, 204]);
  });

  it('wakes by the bus only those who wait for such an event', async () => {
    const Other = defineEvent('test.other', z.object({ n: z.number() }));
    const heard: RecordedEvent[] = [];
    const others: RecordedEvent[] = [];
    const asked: string[] = [];
    const { host } = house.application;
    const spying = {
      ...host,
      capabilities: {
        ...host.capabilities,
        deliverEvents: (ctx: never, one: ListenerDeclaration, most: number) => {
          asked.push(one.name);
          return host.capabilities.deliverEvents(ctx, one, most);
        },
      },
    };
    const dispatcher = startEventDispatcher(spying as never, [
      listener('awake', heard),
      { ...listener('asleep', others), events: [Other] },
    ]);
    await dispatcher.deliver(house.organizationId);
    asked.length = 0;
    await note(25);
    await expect.poll(() => numbers(heard)).toContain(25);
    expect(new Set(asked)).toEqual(new Set(['awake']));
    await house.within('owner', (ctx) => ctx.emit(Other, { kind: 'test', id: ctx.newId() }, { n: 26 }));
    await expect.poll(() => numbers(others)).toEqual([26]);
    await dispatcher.stop();
  });

  it('is passed, in one step, by those for whom nothing waits, and by nobody else', async () => {
    const Rare = defineEvent('test.rare', z.object({ n: z.number() }));
    const heard: RecordedEvent[] = [];
    const waiting = listener('pass.waiting', heard);
    const idle = { ...listener('pass.idle', []), events: [Rare] };
    const { host } = house.application;
    const behind = async (name: string) =>
      (
        await host.db.tenant({ organizationId: null, userId: null }, (tx) =>
          host.capabilities.organizationsBehind(tx, name),
        )
      ).includes(house.organizationId);
    await note(60);
    await expect
      .poll(async () => {
        await house.within('owner', (ctx) => host.capabilities.passEvents(ctx, [waiting, idle]));
        return behind('pass.idle');
      })
      .toBe(false);
    expect(await behind('pass.waiting')).toBe(true);
    const dispatcher = startEventDispatcher(host, [waiting]);
    await dispatcher.deliver(house.organizationId);
    await dispatcher.stop();
    expect(numbers(heard)).toContain(60);
  });

  it('is kept for a patient listener, which then hears all of it at once', async () => {
    const heard: number[][] = [];
    const patient: ListenerDeclaration = {
      name: 'patient',
      events: [Noted],
      when: 'after',
      patienceMs: 300,
      async handleAll(_ctx, events) {
        heard.push(numbers([...events]));
      },
    };
    const dispatcher = startEventDispatcher(house.application.host, [patient]);
    await dispatcher.deliver(house.organizationId);
    heard.length = 0;
    for (const n of [70, 71, 72]) await note(n);
    expect(heard).toEqual([]);
    await vi.waitFor(() => expect(heard).toEqual([[70, 71, 72]]), { timeout: 10_000 });
    await dispatcher.stop();
  });

  it('lets a patient listener rest between two deliveries', async () => {
    const heard: { at: number; numbers: number[] }[] = [];
    const patient: ListenerDeclaration = {
      name: 'resting',
      events: [Noted],
      when: 'after',
      patienceMs: 1,
      async handleAll(_ctx, events) {
        heard.push({ at: performance.now(), numbers: numbers([...events]) });
      },
    };
    const dispatcher = startEventDispatcher(house.application.host, [patient]);
    await dispatcher.deliver(house.organizationId);
    heard.length = 0;
    await note(80);
    await vi.waitFor(() => expect(heard).toHaveLength(1), { timeout: 10_000 });
    for (const n of [81, 82, 83]) await note(n);
    await vi.waitFor(() => expect(heard).toHaveLength(2), { timeout: 10_000 });
    await dispatcher.stop();
    expect(heard.map((one) => one.numbers)).toEqual([[80], [81, 82, 83]]);
    const [first, second] = heard;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950);
  });

  it('reaches a listener in the transaction itself, which it can make fail', async () => {
    const { host } = house.application;
    const heard: RecordedEvent[] = [];
    const strict = { ...listener('strict', heard), when: 'in_transaction' as const };
    (host.listeners as ListenerDeclaration[]).push({
      ...strict,
      async handle(ctx, event) {
        await strict.handle(ctx, event);
        if ((event.payload as { n: number }).n === 31) throw new Error('not this one');
      },
    });
    await note(30);
    await expect(note(31)).rejects.toThrow('not this one');
    (host.listeners as ListenerDeclaration[]).pop();
    expect(numbers(heard)).toEqual([30, 31]);
    const later: RecordedEvent[] = [];
    const dispatcher = startEventDispatcher(host, [listener('later', later)]);
    await dispatcher.deliver(house.organizationId);
    await dispatcher.stop();
    expect(numbers(later)).toContain(30);
    expect(numbers(later)).not.toContain(31);
  });

  it('says who did it, and never shows one organization the events of another', async () => {
    const heard: RecordedEvent[] = [];
    const dispatcher = startEventDispatcher(house.application.host, [listener('who', heard)]);
    await house.within('stranger', (ctx) => ctx.emit(Noted, { kind: 'test', id: ctx.newId() }, { n: 500 }));
    await dispatcher.deliver(house.organizationId);
    await dispatcher.stop();
    for (const event of heard) {
      const foreign = event.organizationId === house.strangersOrganizationId;
      expect(numbers([event])[0] === 500).toBe(foreign);
      expect(event.actor).toBe(`person:${(foreign ? house.people.stranger : house.people.owner).userId}`);
    }
    expect(heard.length).toBeGreaterThan(5);
  });
});
