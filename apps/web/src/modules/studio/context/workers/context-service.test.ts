import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import type { FolderOrigin, PickedFile } from '../api/folder-source.ts';
import { type ContextClient, contextClient, WorkerFailure, type WorkerPort } from './context-client.ts';
import { contextService } from './context-service.ts';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close();
});

/** Page and worker with a real channel between them, so that everything is cloned as in a browser. */
function startService(): ContextClient {
  const channel = new MessageChannel();
  channels.push(channel);
  const service = contextService((message: FromWorker) => channel.port2.postMessage(message));
  channel.port2.on('message', (message: ToWorker) => void service.receive(message));
  const port: WorkerPort = {
    postMessage: (message) => channel.port1.postMessage(message),
    addEventListener: (kind, listener) => {
      if (kind === 'message') channel.port1.on('message', (data) => listener({ data }));
    },
  };
  return contextClient(port);
}

const file = (path: string, content: string | Uint8Array<ArrayBuffer>): PickedFile => ({
  path,
  blob: new Blob([content]),
});
const folder = (...files: PickedFile[]): FolderOrigin => ({ kind: 'files', name: 'sample', files });

const SAMPLE = folder(
  file('.gitignore', 'dist/\n*.log'),
  file('src/main.ts', 'one\ntwo\nthree\n'),
  file('src/.gitignore', '!keep.log'),
  file('src/keep.log', 'kept'),
  file('src/other.log', 'hidden'),
  file('dist/out.js', 'built'),
  file('logo.png', Uint8Array.of(0, 1, 2)),
  file('secretly-binary.txt', Uint8Array.of(65, 0, 66)),
  file('large.txt', 'x'.repeat(3 * 1024 * 1024)),
  file('../outside.txt', 'no'),
);

test('a folder is listed with the ignore files of every level', async () => {
  const { connect } = startService();
  const scan = await connect(SAMPLE, {});
  const shown = scan.tree.nodes.map(({ path, ignoredBy, refusal }) => [path, ignoredBy ?? refusal ?? '']);
  expect(shown).toEqual([
    ['dist', '.gitignore: dist/'],
    ['src', ''],
    ['src/.gitignore', ''],
    ['src/keep.log', ''],
    ['src/main.ts', ''],
    ['src/other.log', '.gitignore: *.log'],
    ['.gitignore', ''],
    ['large.txt', ''],
    ['logo.png', 'binary'],
    ['secretly-binary.txt', ''],
  ]);
  expect(scan).toMatchObject({ isTruncated: false, unreadable: [] });
});

test('own rules and switched-off defaults change the list without connecting again', async () => {
  const { ask, connect } = startService();
  const origin = folder(file('node_modules/a/index.js', 'x'), file('notes.md', 'y'));
  const before = await connect(origin, {});
  expect(before.tree.nodes.find(({ path }) => path === 'node_modules')?.ignoredBy).toBe(
    '(default): node_modules/',
  );
  const after = await ask('rescan', { options: { defaults: [], ownRules: '*.md' } });
  expect(after.tree.nodes.map(({ path, ignoredBy }) => [path, ignoredBy])).toEqual([
    ['node_modules', undefined],
    ['node_modules/a', undefined],
    ['node_modules/a/index.js', undefined],
    ['notes.md', '(own): *.md'],
  ]);
});

test('files are packed with range, hash and tokens; refused ones say why', async () => {
  const { ask, connect } = startService();
  await connect(SAMPLE, {});
  const packed = await ask('pack', {
    family: 'o200k',
    picks: [
      { path: 'src/main.ts', range: { from: 2, to: 3 } },
      { path: 'src/main.ts', range: { from: 9, to: 9 } },
      { path: 'logo.png' },
      { path: 'secretly-binary.txt' },
      { path: 'large.txt' },
      { path: 'gone.txt' },
      { path: '../outside.txt' },
    ],
  });
  expect(packed.items).toMatchObject([
    { path: 'src/main.ts', from: 2, to: 3, text: 'two\nthree', tokens: 3 },
  ]);
  expect(packed.refused.map(({ refusal }) => refusal)).toEqual([
    'empty_range',
    'binary',
    'binary',
    'too_large',
    'gone',
    'gone',
  ]);
});

test('a pack stops taking text when it is full', async () => {
  const { ask, connect } = startService();
  const part = 'word '.repeat(400_000);
  const files = Array.from({ length: 5 }, (_, at) => file(`f${at}.txt`, part));
  await connect(folder(...files), {});
  const packed = await ask('pack', { picks: files.map(({ path }) => ({ path })), family: 'other' });
  expect(packed.items).toHaveLength(4);
  expect(packed.refused).toEqual([{ path: 'f4.txt', refusal: 'pack_full' }]);
});

test('sizes and tokens are measured, a preview tells lines and encoding', async () => {
  const { ask, connect } = startService();
  await connect(SAMPLE, {});
  expect(await ask('measure', { paths: ['src/main.ts', 'logo.png', 'no.txt'], family: 'claude' })).toEqual([
    { path: 'src/main.ts', size: 14, tokens: 7, exact: false },
    { path: 'logo.png', size: 3, refusal: 'binary' },
    { path: 'no.txt', refusal: 'gone' },
  ]);
  expect(await ask('preview', { path: 'src/main.ts' })).toMatchObject({
    lines: 3,
    encoding: 'utf-8',
    size: 14,
  });
  expect(await ask('preview', { path: 'large.txt' })).toMatchObject({
    refusal: 'too_large',
    size: 3 * 1024 * 1024,
  });
});

test('texts are counted again for another family of models', async () => {
  const { ask } = startService();
  expect(await ask('count', { texts: ['hello world', ''], family: 'o200k' })).toEqual([2, 0]);
});

test('asking before a folder is connected is refused by code', async () => {
  const refused = await startService()
    .ask('preview', { path: 'a' })
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(WorkerFailure);
  expect(refused).toMatchObject({ problem: 'not_connected' });
});

test('a handle that lost its permission is told as such, a broken folder below the top is skipped', async () => {
  const messages: FromWorker[] = [];
  const service = contextService((message) => messages.push(message));
  const denied = fakeHandle(() => {
    throw new DOMException('no', 'NotAllowedError');
  });
  await service.receive(connectHandle(1, denied));
  expect(messages.at(-1)).toMatchObject({ id: 1, kind: 'problem', problem: 'permission_lost' });
  const broken = fakeHandle(() => {
    throw new DOMException('no', 'NotFoundError');
  });
  await service.receive(
    connectHandle(
      2,
      fakeHandle(() => [['sub', broken]]),
    ),
  );
  expect(messages.at(-1)).toMatchObject({
    id: 2,
    kind: 'answer',
    answer: { unreadable: [{ path: 'sub', code: 'gone' }] },
  });
});

test('a listing can be stopped', async () => {
  const messages: FromWorker[] = [];
  const service = contextService((message) => messages.push(message));
  const endless: FileSystemDirectoryHandle = fakeHandle(() => [['deeper', endless]]);
  const listing = service.receive(connectHandle(7, endless));
  await service.receive({ id: 7, kind: 'stop' });
  await listing;
  expect(messages.at(-1)).toMatchObject({ id: 7, kind: 'problem', problem: 'stopped' });
});

test('a folder inside itself without end is listed to the limit of depth', async () => {
  const messages: FromWorker[] = [];
  const service = contextService((message) => messages.push(message));
  const endless: FileSystemDirectoryHandle = fakeHandle(() => [['deeper', endless]]);
  await service.receive(connectHandle(8, endless));
  expect(messages.at(-1)).toMatchObject({ kind: 'answer', answer: { isTruncated: true, files: 0 } });
});

function connectHandle(id: number, handle: FileSystemDirectoryHandle): ToWorker {
  return { id, kind: 'connect', ask: { origin: { kind: 'handle', name: 'fake', handle }, options: {} } };
}

function fakeHandle(list: () => [string, FileSystemDirectoryHandle][]): FileSystemDirectoryHandle {
  const handle = {
    kind: 'directory',
    name: 'fake',
    async *entries() {
      yield* list();
    },
  };
  return handle as unknown as FileSystemDirectoryHandle;
}

test('single files are taken without a folder, each by its name, and what is no text is refused', async () => {
  const { ask } = startService();
  const files = [
    file('notes.md', 'one\ntwo'),
    file('logo.png', Uint8Array.of(0, 1, 2)),
    file('secretly-binary.txt', Uint8Array.of(65, 0, 66)),
  ];
  const taken = await ask('take', { files, family: 'o200k' });
  expect(taken.items).toMatchObject([{ path: 'notes.md', text: 'one\ntwo' }]);
  expect(taken.items[0]?.tokens).toBeGreaterThan(0);
  expect(taken.refused).toEqual([
    { path: 'logo.png', refusal: 'binary' },
    { path: 'secretly-binary.txt', refusal: 'binary' },
  ]);
});
