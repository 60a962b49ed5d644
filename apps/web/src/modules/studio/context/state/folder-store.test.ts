import { expect, test } from 'vitest';
import type { FolderOrigin } from '../api/folder-source.ts';
import { contextClient, type WorkerPort } from '../workers/context-client.ts';
import { contextService } from '../workers/context-service.ts';
import type { FolderMemory, RecentFolder } from './folder-memory.ts';
import { createFolderStore } from './folder-store.ts';

const upload: FolderOrigin = {
  kind: 'files',
  name: 'app',
  files: [
    { path: 'a.ts', blob: new Blob(['hello world']) },
    { path: 'node_modules/x.js', blob: new Blob(['x']) },
  ],
};

function startStore(memory: FolderMemory = memoryOf([])) {
  const service = contextService((message) => answer?.({ data: message }));
  let answer: ((event: { data: unknown }) => void) | undefined;
  const port: WorkerPort = {
    postMessage: (message) => void service.receive(message),
    addEventListener: (kind, listener) => {
      if (kind === 'message') answer = listener;
    },
  };
  let made = 0;
  const store = createFolderStore({
    client: contextClient(port),
    memory,
    makeId: () => `id-${++made}`,
    now: () => new Date('2026-01-01T00:00:00Z'),
  });
  return store;
}

function memoryOf(folders: RecentFolder[]): FolderMemory {
  return {
    list: async () => [...folders],
    save: async (folder) => {
      const at = folders.findIndex(({ id }) => id === folder.id);
      if (at >= 0) folders[at] = folder;
      else folders.unshift(folder);
    },
    forget: async (id) => {
      folders.splice(
        folders.findIndex((folder) => folder.id === id),
        1,
      );
    },
  };
}

function fakeHandle(name: string, permission: PermissionState = 'granted'): FileSystemDirectoryHandle {
  const handle = {
    kind: 'directory',
    name,
    async *entries() {
      yield ['main.ts', { kind: 'file' }];
    },
    isSameEntry: async (other: { name: string }) => other.name === name,
    requestPermission: async () => permission,
  };
  return handle as unknown as FileSystemDirectoryHandle;
}

test('an upload is listed but not remembered', async () => {
  const folders: RecentFolder[] = [];
  const store = startStore(memoryOf(folders));
  await store.connect(upload);
  expect(store.state()).toMatchObject({ status: 'connected', name: 'app', isKept: false });
  expect(folders).toEqual([]);
});

test('switching the defaults off lists node_modules on the next listing', async () => {
  const store = startStore();
  await store.connect(upload);
  expect(store.state().scan?.files).toBe(1);
  store.change({ hideDefaults: false });
  await store.rescan();
  expect(store.state().scan?.files).toBe(2);
});

test('a connected folder comes back with its settings, once', async () => {
  const folders: RecentFolder[] = [];
  const store = startStore(memoryOf(folders));
  await store.connect({ kind: 'handle', name: 'site', handle: fakeHandle('site') });
  store.change({ selection: ['main.ts'], ownRules: '*.log' });
  await new Promise((resolve) => setTimeout(resolve));
  store.disconnect();
  expect(store.state()).toMatchObject({ status: 'none', settings: { selection: [] } });
  await store.loadRecent();
  const [folder] = store.state().recent;
  if (!folder) throw new Error('The folder was not remembered.');
  await store.reconnect(folder);
  expect(store.state().settings).toMatchObject({ selection: ['main.ts'], ownRules: '*.log' });
  expect(folders).toHaveLength(1);
  await store.forget(folder);
  expect(store.state().recent).toEqual([]);
});

test('a refused permission says so and keeps the folder in the list', async () => {
  const folder: RecentFolder = {
    id: 'x',
    name: 'site',
    handle: fakeHandle('site', 'denied'),
    usedAt: '2026-01-01T00:00:00Z',
    settings: { selection: [], expanded: [], showIgnored: false, hideDefaults: true, ownRules: '' },
  };
  const store = startStore(memoryOf([folder]));
  await store.loadRecent();
  await store.reconnect(folder);
  expect(store.state()).toMatchObject({ status: 'failed', problem: 'denied', recent: [folder] });
});

test('a browser that stores nothing is told beside the folder, which stays usable', async () => {
  const refuse = () => Promise.reject(new DOMException('no', 'InvalidStateError'));
  const store = startStore({ list: refuse, save: refuse, forget: refuse });
  await store.connect({ kind: 'handle', name: 'site', handle: fakeHandle('site') });
  expect(store.state()).toMatchObject({ status: 'connected', problem: 'not_remembered' });
});

test('rows are measured once for each family', async () => {
  const store = startStore();
  await store.connect(upload);
  store.measure(['a.ts'], 'o200k');
  await expect
    .poll(() => store.state().measures.get('a.ts'))
    .toMatchObject({ size: 11, tokens: 2, exact: true });
  store.measure(['a.ts'], 'claude');
  await expect.poll(() => store.state().measures.get('a.ts')).toMatchObject({ tokens: 3, exact: false });
});
