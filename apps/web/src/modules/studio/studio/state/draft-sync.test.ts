import { applyDocument, emptyDocument, fromYDoc, type PromptDocument, toYDoc } from '@promptvault/document';
import { beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { ApiProblem, unreachable } from '../../../../wire/api-problem.ts';
import { createDraftSync, type DraftTransport } from './draft-sync.ts';
import { keptUpdates } from './kept-updates.ts';

const withText = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});
const textOf = (ydoc: Y.Doc) => fromYDoc(ydoc).value.sections[0]?.text;

/** A server that keeps updates as the real one does: in a log, each number once, twice the same counted once. */
function fakeServer() {
  const ydoc = toYDoc(withText('Hello'), { clientId: 1 });
  const log: Uint8Array[] = [Y.encodeStateAsUpdate(ydoc)];
  const appended = vi.fn();
  const transport: DraftTransport = {
    read: async (after) => ({ updates: log.slice(after), seq: log.length }),
    append: async (updates) => {
      appended(updates.length);
      for (const update of updates) {
        const before = Y.encodeStateVector(ydoc);
        const deleted = Y.encodeStateAsUpdate(ydoc);
        Y.applyUpdate(ydoc, update);
        const same =
          String(before) === String(Y.encodeStateVector(ydoc)) &&
          String(deleted) === String(Y.encodeStateAsUpdate(ydoc));
        if (!same) log.push(update);
      }
      return { seq: log.length };
    },
  };
  return { ydoc, log, appended, transport };
}

const memoryBox = () => {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index: number) => [...entries.keys()][index] ?? null,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
};

let server: ReturnType<typeof fakeServer>;
let box: ReturnType<typeof memoryBox>;
let tabs = 0;
const open = async (transport: DraftTransport = server.transport) => {
  tabs += 1;
  const sync = createDraftSync({ transport, kept: keptUpdates(() => box, 'p1.main', `tab-${tabs}`) });
  await sync.start();
  return sync;
};
const write = (ydoc: Y.Doc, text: string) => applyDocument(ydoc, withText(text), 'me');

beforeEach(() => {
  vi.useFakeTimers();
  server = fakeServer();
  box = memoryBox();
  return () => vi.useRealTimers();
});

test('typing is sent as one batch, 300 ms after the last key', async () => {
  const sync = await open();
  write(sync.ydoc, 'Hello w');
  await vi.advanceTimersByTimeAsync(200);
  write(sync.ydoc, 'Hello wo');
  await vi.advanceTimersByTimeAsync(200);
  expect(server.appended).not.toHaveBeenCalled();
  expect(sync.state().saving).toBe('saving');
  await vi.advanceTimersByTimeAsync(100);
  expect(server.appended).toHaveBeenCalledExactlyOnceWith(1);
  expect(textOf(server.ydoc)).toBe('Hello wo');
  expect(sync.state().saving).toBe('saved');
});

test('who never stops typing is saved every second', async () => {
  const sync = await open();
  for (let key = 0; key < 10; key += 1) {
    write(sync.ydoc, `Hello ${'x'.repeat(key + 1)}`);
    await vi.advanceTimersByTimeAsync(110);
  }
  expect(server.appended).toHaveBeenCalledTimes(1);
});

test('what was not acknowledged survives a reload', async () => {
  const sync = await open({ ...server.transport, append: () => Promise.reject(unreachable('gone')) });
  write(sync.ydoc, 'Hello, kept');
  await vi.advanceTimersByTimeAsync(400);
  expect(sync.state().saving).toBe('kept');
  sync.close();

  const again = await open();
  expect(textOf(again.ydoc)).toBe('Hello, kept');
  await vi.advanceTimersByTimeAsync(400);
  expect(textOf(server.ydoc)).toBe('Hello, kept');
  expect(again.state().saving).toBe('saved');
  expect(box.length).toBe(0);
});

test('a crash between the key and the batch loses nothing', async () => {
  const sync = await open();
  write(sync.ydoc, 'Hello, just typed');
  sync.close();
  const again = await open();
  expect(textOf(again.ydoc)).toBe('Hello, just typed');
});

test('a lost acknowledgement is sent again and counts once', async () => {
  let lose = true;
  const sync = await open({
    ...server.transport,
    append: async (updates) => {
      const ack = await server.transport.append(updates);
      if (lose) throw unreachable('the answer was lost');
      return ack;
    },
  });
  write(sync.ydoc, 'Hello once');
  await vi.advanceTimersByTimeAsync(400);
  expect(server.log).toHaveLength(2);
  lose = false;
  await vi.advanceTimersByTimeAsync(1_100);
  expect(sync.state().saving).toBe('saved');
  expect(server.log).toHaveLength(2);
  expect(textOf(server.ydoc)).toBe('Hello once');
  expect(box.length).toBe(0);
});

test('two tabs see each other after writing and after a look', async () => {
  const [first, second] = [await open(), await open()];
  write(first.ydoc, 'Hello from the first');
  await vi.advanceTimersByTimeAsync(400);
  write(second.ydoc, 'Oh, Hello');
  await vi.advanceTimersByTimeAsync(400);
  expect(textOf(second.ydoc)).toBe('Oh, Hello from the first');
  await first.pull();
  expect(textOf(first.ydoc)).toBe('Oh, Hello from the first');
});

test('a refusal keeps the text, reads what is there and tries again with the next change', async () => {
  let refuse = true;
  const problem = new ApiProblem({ status: 422, code: 'prompt.draft_refused', message: 'No.' });
  const sync = await open({
    ...server.transport,
    append: (updates) => (refuse ? Promise.reject(problem) : server.transport.append(updates)),
  });
  write(sync.ydoc, 'Hello again');
  await vi.advanceTimersByTimeAsync(400);
  expect(sync.state()).toMatchObject({ saving: 'refused', problem: { code: 'prompt.draft_refused' } });
  expect(textOf(sync.ydoc)).toBe('Hello again');
  refuse = false;
  write(sync.ydoc, 'Hello again!');
  await vi.advanceTimersByTimeAsync(400);
  expect(textOf(server.ydoc)).toBe('Hello again!');
});

test('settle sends at once, and says why when it cannot', async () => {
  const sync = await open();
  write(sync.ydoc, 'Now');
  await sync.settle();
  expect(textOf(server.ydoc)).toBe('Now');

  const cut = await open({ ...server.transport, append: () => Promise.reject(unreachable('gone')) });
  write(cut.ydoc, 'Later');
  await expect(cut.settle()).rejects.toMatchObject({ code: 'wire.unreachable' });
});

test('a browser that keeps nothing is told', async () => {
  box.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const sync = await open();
  write(sync.ydoc, 'Hello');
  write(sync.ydoc, 'Hello, fragile');
  expect(sync.state().isFragile).toBe(true);
});

test('a draft that cannot be read says so and can be asked for again', async () => {
  let down = true;
  const sync = await open({
    ...server.transport,
    read: (after) => (down ? Promise.reject(unreachable('down')) : server.transport.read(after)),
  });
  expect(sync.state()).toMatchObject({ phase: 'failed', problem: { code: 'wire.unreachable' } });
  down = false;
  await sync.start();
  expect(sync.state().phase).toBe('ready');
  expect(textOf(sync.ydoc)).toBe('Hello');
});
