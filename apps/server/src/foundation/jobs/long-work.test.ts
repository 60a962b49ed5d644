import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ports } from '../context/ctx.ts';
import { createEngine, type Driven, engineOf, type LongWork, stopAnywhere } from './long-work.ts';

interface Row {
  status: 'running' | 'over';
  processId: string | null;
  heartbeatAt: Date;
}

const organizationId = 'o';
let rows: Map<string, Row>;
let driven: { id: string; driven: Driven }[];
/** What the work does; it waits to be aborted unless a test says otherwise. */
let act: (id: string, driven: Driven) => Promise<void>;
let names = 0;

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

const work: LongWork<string> = {
  name: 'test/work',
  async take(_ctx, id, { processId, now, silentSince }) {
    const row = rows.get(id);
    if (row?.status !== 'running') return undefined;
    if (row.processId !== processId && row.heartbeatAt >= silentSince) return undefined;
    rows.set(id, { ...row, processId, heartbeatAt: now });
    return id;
  },
  async touch(_ctx, id, processId, now) {
    const row = rows.get(id);
    if (row?.status !== 'running' || row.processId !== processId) return false;
    row.heartbeatAt = now;
    return true;
  },
  findLost: async () => [],
  async drive(id, how) {
    driven.push({ id, driven: how });
    await act(id, how);
    if (how.why() === 'shutdown') return;
    rows.set(id, { ...(rows.get(id) as Row), status: 'over' });
  },
  async giveUp(id) {
    rows.set(id, { ...(rows.get(id) as Row), status: 'over' });
  },
};

const said: string[] = [];
const publish = vi.fn(async () => undefined);
const ports = {
  newId: () => `p${++names}`,
  clock: {
    now: () => new Date(),
    sleep: (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms)),
  },
  log: { error: (text: string) => said.push(text), warn: (text: string) => said.push(text) },
  within: (_scope: unknown, fn: (ctx: unknown) => unknown) => Promise.resolve(fn({})),
  bus: { publish },
} as unknown as Ports;

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  rows = new Map([['w', { status: 'running', processId: null, heartbeatAt: new Date(0) }]]);
  driven = [];
  act = (_id, { signal }) => untilAborted(signal);
  said.length = 0;
  publish.mockClear();
});
afterEach(() => void vi.useRealTimers());

describe('long work', () => {
  it('is driven by one process, which speaks for it; a silent one loses it to the next', async () => {
    const [first, second] = [createEngine(ports, work), createEngine(ports, work)];
    first.launch(organizationId, 'w');
    await settle();
    await vi.advanceTimersByTimeAsync(60_000);
    second.launch(organizationId, 'w');
    await settle();
    expect(driven).toHaveLength(1);
    expect(rows.get('w')?.processId).toBe(first.processId);
    // As if the first had not been able to speak for a minute.
    second.launch(organizationId, 'w', new Date(Date.now() + 60_000));
    await settle();
    expect(driven).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(driven[0]?.driven.signal.aborted).toBe(true);
    expect(driven[0]?.driven.why()).toBe('shutdown');
    expect(rows.get('w')).toMatchObject({ status: 'running', processId: second.processId });
    await second.shutDown();
  });

  it('is left as it is by a shutdown, and ended by a stop', async () => {
    const engine = createEngine(ports, work);
    engine.launch(organizationId, 'w');
    await settle();
    expect(engine.stop('other')).toBe(false);
    expect(engine.stop('w')).toBe(true);
    await settle();
    expect(rows.get('w')?.status).toBe('over');
    rows.set('w', { status: 'running', processId: null, heartbeatAt: new Date(0) });
    engine.launch(organizationId, 'w');
    await settle();
    await engine.shutDown();
    expect(rows.get('w')?.status).toBe('running');
    engine.launch(organizationId, 'w');
    await settle();
    expect(driven).toHaveLength(2);
  });

  it('is gone on with where it was told so before it had broken off, and by nobody once it is over', async () => {
    const engine = createEngine(ports, work);
    let breakOff = (_error: Error) => {};
    act = () => new Promise<void>((_, reject) => (breakOff = reject));
    engine.launch(organizationId, 'w');
    await settle();
    engine.launch(organizationId, 'w');
    act = async () => undefined;
    breakOff(new Error('broken'));
    await settle();
    expect(said).toEqual(['work broke off']);
    expect(driven).toHaveLength(2);
    expect(rows.get('w')?.status).toBe('over');
    engine.launch(organizationId, 'w');
    await settle();
    expect(driven).toHaveLength(2);
  });

  it('is given up when it breaks off time after time, and only then', async () => {
    const engine = createEngine(ports, work);
    const tries = async (times: number) => {
      for (let turn = 0; turn < times; turn++) {
        engine.launch(organizationId, 'w');
        await settle();
      }
    };
    act = async () => {
      throw new Error('broken');
    };
    await tries(2);
    expect(rows.get('w')?.status).toBe('running');
    act = async () => undefined;
    await tries(1);
    expect(rows.get('w')?.status).toBe('over');
    rows.set('w', { status: 'running', processId: engine.processId, heartbeatAt: new Date() });
    act = async () => {
      throw new Error('broken');
    };
    await tries(2);
    expect(rows.get('w')?.status).toBe('running');
    await tries(1);
    expect(rows.get('w')?.status).toBe('over');
  });

  it('is stopped even where its end could not be written at first', async () => {
    const engine = createEngine(ports, work);
    let faults = 1;
    act = async (_id, { signal }) => {
      if (!signal.aborted) await untilAborted(signal);
      if (faults-- > 0) throw new Error('the database was away');
    };
    engine.launch(organizationId, 'w');
    await settle();
    engine.stop('w');
    await settle();
    expect(rows.get('w')?.status).toBe('running');
    await vi.advanceTimersByTimeAsync(1_100);
    expect(rows.get('w')?.status).toBe('over');
  });

  it('is stopped at the process that has it by now, beside the one that had it', async () => {
    const engine = createEngine(ports, work);
    engine.launch(organizationId, 'w');
    await settle();
    const own = engineOf(ports, work);
    own.launch(organizationId, 'w', new Date(Date.now() + 60_000));
    await settle();
    const ctx = { ports, afterCommit: (fn: () => void) => fn() };
    const end = vi.fn(async () => undefined);
    const heartbeatAt = new Date();
    stopAnywhere(ctx, work, { id: 'w', processId: own.processId, heartbeatAt }, end);
    expect(publish).not.toHaveBeenCalled();
    await settle();
    rows.set('w', { status: 'running', processId: own.processId, heartbeatAt });
    own.launch(organizationId, 'w');
    await settle();
    stopAnywhere(ctx, work, { id: 'w', processId: engine.processId, heartbeatAt }, end);
    expect(publish).toHaveBeenCalledWith('test/work.stop', ['w']);
    expect(end).not.toHaveBeenCalled();
    await engine.shutDown();
  });

  it('is ended from wherever it is stopped when nobody drives it, and told to others when somebody may', async () => {
    const after: (() => void)[] = [];
    const ctx = { ports, afterCommit: (fn: () => void) => void after.push(fn) };
    const end = vi.fn(async () => undefined);
    const at = (heartbeatAt: Date) => stopAnywhere(ctx, work, { id: 'w', processId: 'x', heartbeatAt }, end);
    at(new Date());
    expect(publish).not.toHaveBeenCalled();
    for (const fn of after.splice(0)) fn();
    expect(end).not.toHaveBeenCalled();
    expect(publish).toHaveBeenCalledWith('test/work.stop', ['w']);
    at(new Date(Date.now() - 30_000));
    for (const fn of after.splice(0)) fn();
    expect(end).toHaveBeenCalledTimes(1);
  });
});
