import { fakeClock } from '@promptvault/testing/fake-clock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bus } from '../bus/bus.ts';
import { createMemoryBus } from '../bus/memory-bus.ts';
import { silentLog } from '../log/log.ts';
import { createOpenedTopics, type OpenedTopics } from './opened-topics.ts';

const who = { organizationId: 'o', userId: 'u' };
const one = { ...who, topic: 'run:1', opened: { id: 1 } };
const clock = fakeClock();
let bus: Bus;
let topics: OpenedTopics;
beforeEach(() => {
  bus = createMemoryBus({ log: silentLog });
  topics = createOpenedTopics({ bus, clock });
});
afterEach(async () => {
  topics.close();
  await bus.close();
});
const told = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('what a topic was opened to', () => {
  it('is given to whom it was opened for, once', () => {
    topics.remember(one, topics.now());
    expect(topics.take({ ...who, userId: 'other' }, 'run:1')).toBeUndefined();
    expect(topics.take({ ...who, organizationId: 'other' }, 'run:1')).toBeUndefined();
    expect(topics.take(who, 'run:2')).toBeUndefined();
    expect(topics.take(who, 'run:1')).toEqual({ id: 1 });
    expect(topics.take(who, 'run:1')).toBeUndefined();
  });

  it('is forgotten after a moment', async () => {
    topics.remember(one, topics.now());
    await clock.advance(10_001);
    expect(topics.take(who, 'run:1')).toBeUndefined();
  });

  it.each([['session.revoked', ['s']] as const, ['membership.changed', ['o', 'someone']] as const])(
    'is forgotten with %s, also where that came before it was remembered',
    async (topic, ids) => {
      const since = topics.now();
      topics.remember(one, since);
      await bus.publish(topic, ids);
      await told();
      expect(topics.take(who, 'run:1')).toBeUndefined();
      topics.remember(one, since);
      expect(topics.take(who, 'run:1')).toBeUndefined();
      topics.remember(one, topics.now());
      expect(topics.take(who, 'run:1')).toEqual({ id: 1 });
    },
  );

  it('stays within bounds, the oldest going first', () => {
    for (let id = 0; id <= 1_000; id++) topics.remember({ ...one, topic: `run:${id}` }, topics.now());
    expect(topics.take(who, 'run:0')).toBeUndefined();
    expect(topics.take(who, 'run:1')).toEqual({ id: 1 });
    expect(topics.take(who, 'run:1000')).toEqual({ id: 1 });
  });
});
