import {
  EDITOR_FRAMES,
  ROOM_FRAMES,
  readFrame,
  writeFrame,
  writeJson,
} from '@promptvault/contract/vault/prompts/draft-frames';
import { applyDocument, emptyDocument, fromYDoc, type PromptDocument, toYDoc } from '@promptvault/document';
import { beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { ApiProblem, unreachable } from '../../../../wire/api-problem.ts';
import type { LiveConversation } from '../../../../wire/live-client.ts';
import { createDraftSync, type DraftLine } from './draft-sync.ts';
import type { KeptUpdates } from './kept-updates.ts';

const withText = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});
const textOf = (ydoc: Y.Doc) => fromYDoc(ydoc).value.sections[0]?.text;

/** A room as the real one is: it takes, acknowledges and tells, unless it is told otherwise. */
function fakeRoom() {
  const ydoc = toYDoc(withText('Hello'), { clientId: 1 });
  const tabs = new Set<LiveConversation>();
  const taken = vi.fn();
  const room = {
    ydoc,
    taken,
    /** What happens with an update instead. */
    refuse: undefined as object | undefined,
    isDeaf: false,
    isDown: false,
    line: ((conversation) => {
      const enter = () => {
        if (room.isDown) return;
        tabs.add(conversation);
        conversation.onSubscribed();
      };
      setTimeout(enter, 1);
      comeBack.add(enter);
      return {
        leave: () => {
          tabs.delete(conversation);
          comeBack.delete(enter);
        },
        say(bytes) {
          if (!tabs.has(conversation)) return false;
          setTimeout(() => hear(conversation, bytes), 1);
          return true;
        },
      };
    }) satisfies DraftLine,
    break() {
      for (const tab of [...tabs]) {
        tabs.delete(tab);
        tab.onBreak();
      }
    },
    mend() {
      for (const enter of comeBack) enter();
    },
    turnAway(problem: ApiProblem) {
      for (const tab of [...tabs]) {
        tabs.delete(tab);
        tab.onProblem(problem);
      }
    },
    tell(frame: Uint8Array) {
      for (const tab of tabs) tab.onBytes(frame);
    },
  };
  const comeBack = new Set<() => void>();
  const hear = (from: LiveConversation, bytes: Uint8Array) => {
    const frame = readFrame(bytes);
    if (!frame || !tabs.has(from)) return;
    const { kind, number, body } = frame;
    if (kind === EDITOR_FRAMES.hello)
      from.onBytes(writeFrame(ROOM_FRAMES.state, 0, Y.encodeStateAsUpdate(ydoc, body)));
    if (kind !== EDITOR_FRAMES.update) return;
    if (room.refuse) return from.onBytes(writeFrame(ROOM_FRAMES.refusal, number, writeJson(room.refuse)));
    taken(body.length);
    Y.applyUpdate(ydoc, body);
    for (const tab of tabs) if (tab !== from) tab.onBytes(writeFrame(ROOM_FRAMES.update, 0, body));
    if (!room.isDeaf) from.onBytes(writeFrame(ROOM_FRAMES.ack, number));
  };
  return room;
}

function memoryKept(entries = new Map<string, Uint8Array>()): KeptUpdates & { entries: typeof entries } {
  return {
    entries,
    inherit: async () => [...entries].map(([key, update]) => ({ key, update })),
    keep: async (key, update) => void entries.set(key, update),
    forget: async (keys) => {
      for (const key of keys) entries.delete(key);
    },
  };
}

let room: ReturnType<typeof fakeRoom>;
let kept: ReturnType<typeof memoryKept>;
let tabs = 0;
const open = async (keeping: KeptUpdates = kept) => {
  tabs += 1;
  const sync = createDraftSync({ line: room.line, kept: keeping, tab: `tab-${tabs}` });
  await sync.start();
  await vi.advanceTimersByTimeAsync(5);
  return sync;
};
const write = (ydoc: Y.Doc, text: string) => applyDocument(ydoc, withText(text), 'me');
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  room = fakeRoom();
  kept = memoryKept();
  return () => vi.useRealTimers();
});

test('keys pressed together are sent as one batch, and kept until it is acknowledged', async () => {
  const sync = await open();
  expect(sync.state()).toMatchObject({ phase: 'ready', isOnline: true, saving: 'saved' });
  write(sync.ydoc, 'Hello w');
  write(sync.ydoc, 'Hello wo');
  expect(sync.state().saving).toBe('saving');
  expect(kept.entries.size).toBe(2);
  await pass(30);
  expect(room.taken).toHaveBeenCalledTimes(1);
  expect(textOf(room.ydoc)).toBe('Hello wo');
  expect(sync.state().saving).toBe('saved');
  expect(kept.entries.size).toBe(0);
});

test('while a batch is on its way the next keys gather', async () => {
  const sync = await open();
  room.isDeaf = true;
  for (let key = 1; key <= 10; key += 1) {
    write(sync.ydoc, `Hello ${'x'.repeat(key)}`);
    await pass(15);
  }
  expect(room.taken).toHaveBeenCalledTimes(1);
});

test('two tabs see each other as they write', async () => {
  const [first, second] = [await open(), await open(memoryKept())];
  write(first.ydoc, 'Hello from the first');
  write(second.ydoc, 'Oh, Hello');
  await pass(50);
  expect(textOf(second.ydoc)).toBe('Oh, Hello from the first');
  expect(textOf(first.ydoc)).toBe('Oh, Hello from the first');
});

test('what is written without a connection is kept and merged on return', async () => {
  const [first, second] = [await open(), await open(memoryKept())];
  room.break();
  write(first.ydoc, 'Hello, offline');
  expect(first.state()).toMatchObject({ saving: 'kept', isOnline: false });
  applyDocument(room.ydoc, withText('Oh, Hello'));
  room.mend();
  await pass(50);
  expect(first.state()).toMatchObject({ saving: 'saved', isOnline: true });
  for (const ydoc of [first.ydoc, second.ydoc, room.ydoc]) expect(textOf(ydoc)).toBe('Oh, Hello, offline');
});

test('what was not acknowledged survives a reload, and a lost acknowledgement counts once', async () => {
  const sync = await open();
  room.isDeaf = true;
  write(sync.ydoc, 'Hello once');
  await pass(50);
  expect(sync.state().saving).toBe('saving');
  sync.close();
  room.isDeaf = false;
  const again = await open();
  await pass(50);
  expect(textOf(again.ydoc)).toBe('Hello once');
  expect(textOf(room.ydoc)).toBe('Hello once');
  expect(again.state().saving).toBe('saved');
  expect(kept.entries.size).toBe(0);
});

test('a crash while the server is away loses nothing', async () => {
  const sync = await open();
  room.break();
  write(sync.ydoc, 'Hello, just typed');
  sync.close();
  const again = await open();
  await pass(50);
  expect(textOf(again.ydoc)).toBe('Hello, just typed');
  expect(textOf(room.ydoc)).toBe('Hello, just typed');
});

test('a refusal keeps the text and is tried again with the next change', async () => {
  room.refuse = { status: 422, code: 'prompt.draft_refused', detail: 'No.' };
  const sync = await open();
  write(sync.ydoc, 'Hello again');
  await pass(50);
  expect(sync.state()).toMatchObject({ saving: 'refused', problem: { code: 'prompt.draft_refused' } });
  expect(textOf(sync.ydoc)).toBe('Hello again');
  room.refuse = undefined;
  write(sync.ydoc, 'Hello again!');
  await pass(50);
  expect(textOf(room.ydoc)).toBe('Hello again!');
});

test('a store that fails for now is tried again by itself', async () => {
  room.refuse = { status: 503, code: 'server.unavailable', detail: 'Shortly.' };
  const sync = await open();
  write(sync.ydoc, 'Hello later');
  await pass(50);
  expect(sync.state()).toMatchObject({ saving: 'kept', problem: { code: 'server.unavailable' } });
  room.refuse = undefined;
  await pass(1_100);
  expect(sync.state().saving).toBe('saved');
  expect(textOf(room.ydoc)).toBe('Hello later');
});

test('settle waits until all is stored, and says why when it is not', async () => {
  const sync = await open();
  write(sync.ydoc, 'Now');
  const settled = sync.settle();
  await pass(20);
  await settled;
  expect(textOf(room.ydoc)).toBe('Now');
  room.break();
  write(sync.ydoc, 'Later');
  await expect(sync.settle()).rejects.toMatchObject({ code: 'wire.unreachable' });
});

test('a browser that keeps nothing is told', async () => {
  const sync = await open({ ...kept, keep: () => Promise.reject(new DOMException('full')) });
  room.isDeaf = true;
  write(sync.ydoc, 'Hello, fragile');
  await pass(1);
  expect(sync.state().isFragile).toBe(true);
});

test('an entry that was spoiled in this browser is passed over', async () => {
  kept.entries.set('old.1', new Uint8Array([200, 1, 2]));
  const sync = await open();
  write(sync.ydoc, 'Hello still');
  await pass(50);
  expect(textOf(room.ydoc)).toBe('Hello still');
});

test('a draft that cannot be read says so and is asked for again', async () => {
  room.isDown = true;
  const sync = await open();
  expect(sync.state().phase).toBe('loading');
  room.isDown = false;
  room.mend();
  room.turnAway(unreachable('down'));
  expect(sync.state()).toMatchObject({ phase: 'failed', problem: { code: 'wire.unreachable' } });
  await pass(1_100);
  expect(sync.state().phase).toBe('ready');
  expect(textOf(sync.ydoc)).toBe('Hello');
});

test('who may no longer write is told, and asks no more', async () => {
  const sync = await open();
  room.turnAway(new ApiProblem({ status: 403, code: 'auth.forbidden', message: 'No.' }));
  expect(sync.state()).toMatchObject({ phase: 'closed', problem: { code: 'auth.forbidden' } });
  await pass(60_000);
  expect(sync.state().phase).toBe('closed');
});

test('an update longer than the server takes is not sent', async () => {
  const sync = await open();
  write(sync.ydoc, '漢'.repeat(1_500_000));
  await pass(50);
  expect(sync.state()).toMatchObject({ saving: 'refused', problem: { status: 413 } });
  expect(room.taken).not.toHaveBeenCalled();
});

test('others are shown from the greeting on, and never oneself', async () => {
  const sync = await open();
  const person = { id: 'p', name: 'Ada' };
  const people = (you: string | null, here: string[], gone: string[] = []) =>
    room.tell(
      writeFrame(
        ROOM_FRAMES.people,
        0,
        writeJson({
          you,
          here: here.map((connection) => ({ connection, person, caret: null })),
          gone,
        }),
      ),
    );
  people(null, ['early']);
  expect(sync.people.list()).toEqual([]);
  people('me', ['me', 'a']);
  people(null, ['b', 'me']);
  expect(sync.people.list().map(({ connection }) => connection)).toEqual(['a', 'b']);
  people(null, [], ['a']);
  expect(sync.people.list().map(({ connection }) => connection)).toEqual(['b']);
  room.break();
  expect(sync.people.list()).toEqual([]);
});
