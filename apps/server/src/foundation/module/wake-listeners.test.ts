import { describe, expect, it } from 'vitest';
import { createMemoryBus } from '../bus/memory-bus.ts';
import { systemClock } from '../clock/clock.ts';
import { silentLog } from '../log/log.ts';
import { eventTopic } from './dispatch-events.ts';
import { tellGathered, wakeListeners } from './wake-listeners.ts';

describe('waking listeners', () => {
  it('tells what was still being gathered when the process ends, once', async () => {
    const bus = createMemoryBus({ log: silentLog });
    const heard: string[][] = [];
    bus.subscribe(eventTopic, (ids) => void heard.push([...ids]));
    let wake = () => {};
    const sleeping = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const ports = { bus, listeners: [], log: silentLog, clock: { ...systemClock, sleep: () => sleeping } };
    wakeListeners(ports, 'organization', 'run.started');
    wakeListeners(ports, 'organization', 'run.finished');
    await tellGathered(ports);
    wake();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual([['organization', 'run.started', 'run.finished']]);
    await bus.close();
  });
});
