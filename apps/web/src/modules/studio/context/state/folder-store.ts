import { DEFAULT_IGNORED } from '@promptvault/context';
import type { TokenFamily } from '@promptvault/tokens';
import type { FolderOrigin } from '../api/folder-source.ts';
import {
  type Ask,
  type ContextClient,
  type RequestOptions,
  WorkerFailure,
} from '../workers/context-client.ts';
import type { FolderScan } from '../workers/scan-folder.ts';
import type { FileMeasure, ScanOptions, WorkerProblem } from '../workers/worker-protocol.ts';
import { type FolderMemory, type FolderSettings, NO_SETTINGS, type RecentFolder } from './folder-memory.ts';

export type FolderProblem = WorkerProblem | 'denied' | 'not_remembered';

export type FolderState = {
  /** Counts the folders that were connected in this tab; 0 before the first. */
  connection: number;
  status: 'none' | 'listing' | 'connected' | 'failed';
  name: string;
  /** Only a connected handle outlives the page; an upload must be chosen again. */
  isKept: boolean;
  /** While listing, what was found so far. */
  scan: FolderScan | undefined;
  problem: FolderProblem | undefined;
  settings: FolderSettings;
  measures: ReadonlyMap<string, FileMeasure>;
  recent: readonly RecentFolder[];
};

export type FolderStore = {
  subscribe(listener: () => void): () => void;
  state(): FolderState;
  /** The worker, for questions about single files. */
  ask: Ask;
  connect(origin: FolderOrigin): Promise<void>;
  /** Connects a remembered folder; asks the browser's permission again, so it needs a click. */
  reconnect(folder: RecentFolder): Promise<void>;
  rescan(): Promise<void>;
  disconnect(): void;
  forget(folder: RecentFolder): Promise<void>;
  loadRecent(): Promise<void>;
  change(settings: Partial<FolderSettings>): void;
  /** Sizes and tokens of the rows in view; what was asked before is not asked again. */
  measure(paths: readonly string[], family: TokenFamily): void;
};

type World = { client: ContextClient; memory: FolderMemory; makeId: () => string; now: () => Date };

type WithPermission = FileSystemDirectoryHandle & {
  requestPermission?: (mode: { mode: 'read' }) => Promise<PermissionState>;
};

const EMPTY: FolderState = {
  connection: 0,
  status: 'none',
  name: '',
  isKept: false,
  scan: undefined,
  problem: undefined,
  settings: NO_SETTINGS,
  measures: new Map(),
  recent: [],
};

const MEASURE_AT_ONCE = 16;

/** The one connected folder of a tab, shared by the studio's panel and the context page. */
export function createFolderStore({ client, memory, makeId, now }: World): FolderStore {
  const { ask } = client;
  let state = EMPTY;
  let remembered: RecentFolder | undefined;
  let listing: AbortController | undefined;
  let wanted: { paths: readonly string[]; family: TokenFamily } | undefined;
  let measuredFamily: TokenFamily | undefined;
  let isMeasuring = false;
  let connections = 0;
  const listeners = new Set<() => void>();

  function become(change: Partial<FolderState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  async function list(
    start: (options: ScanOptions, watch: RequestOptions) => Promise<FolderScan>,
  ): Promise<void> {
    listing?.abort();
    const stopper = new AbortController();
    listing = stopper;
    become({ status: 'listing', problem: undefined, measures: new Map() });
    const { hideDefaults, ownRules } = state.settings;
    try {
      const watch: RequestOptions = {
        signal: stopper.signal,
        onProgress: (scan) => listing === stopper && become({ scan }),
      };
      const scan = await start({ defaults: hideDefaults ? DEFAULT_IGNORED : [], ownRules }, watch);
      if (listing === stopper) become({ status: 'connected', scan });
    } catch (error) {
      if (listing !== stopper) return;
      become({ status: 'failed', problem: error instanceof WorkerFailure ? error.problem : 'failed' });
    }
  }

  function listOrigin(origin: FolderOrigin): Promise<void> {
    return list((options, watch) => client.connect(origin, options, watch));
  }

  async function remember(): Promise<void> {
    if (!remembered) return;
    remembered = { ...remembered, settings: state.settings, usedAt: now().toISOString() };
    try {
      await memory.save(remembered);
    } catch {
      // The browser refuses storage (private window, full disk): said beside the folder, which stays usable.
      become({ problem: 'not_remembered' });
    }
  }

  async function connect(origin: FolderOrigin): Promise<void> {
    remembered = origin.kind === 'handle' ? await findKnown(origin.handle) : undefined;
    if (origin.kind === 'handle') {
      const { name, handle } = origin;
      remembered ??= { id: makeId(), name, handle, usedAt: now().toISOString(), settings: NO_SETTINGS };
    }
    const settings = remembered?.settings ?? NO_SETTINGS;
    connections += 1;
    become({
      connection: connections,
      name: origin.name,
      isKept: origin.kind === 'handle',
      scan: undefined,
      settings,
    });
    await listOrigin(origin);
    if (state.status !== 'connected') return;
    await remember();
    await loadRecent();
  }

  async function findKnown(handle: FileSystemDirectoryHandle): Promise<RecentFolder | undefined> {
    for (const folder of state.recent) if (await folder.handle.isSameEntry(handle)) return folder;
    return undefined;
  }

  async function loadRecent(): Promise<void> {
    try {
      become({ recent: await memory.list() });
    } catch {
      become({ problem: 'not_remembered' });
    }
  }

  async function measureWanted(): Promise<void> {
    if (isMeasuring) return;
    isMeasuring = true;
    try {
      for (let paths = missing(); paths.length > 0 && wanted; paths = missing()) {
        const { scan } = state;
        const { family } = wanted;
        const found = await ask('measure', { paths, family });
        if (state.scan !== scan || wanted?.family !== family) continue;
        become({
          measures: new Map([...state.measures, ...found.map((file) => [file.path, file] as const)]),
        });
      }
    } catch (error) {
      wanted = undefined;
      become({ problem: error instanceof WorkerFailure ? error.problem : 'failed' });
    } finally {
      isMeasuring = false;
    }
  }

  const missing = (): string[] =>
    state.scan
      ? (wanted?.paths ?? []).filter((path) => !state.measures.has(path)).slice(0, MEASURE_AT_ONCE)
      : [];

  return {
    ask,
    connect,
    loadRecent,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async reconnect(folder) {
      const handle = folder.handle as WithPermission;
      const permission = (await handle.requestPermission?.({ mode: 'read' })) ?? 'granted';
      if (permission === 'granted')
        return connect({ kind: 'handle', name: folder.name, handle: folder.handle });
      become({ status: 'failed', name: folder.name, isKept: true, scan: undefined, problem: 'denied' });
    },
    rescan: () => list((options, watch) => ask('rescan', { options }, watch)),
    disconnect() {
      listing?.abort();
      listing = undefined;
      remembered = undefined;
      wanted = undefined;
      become({ ...EMPTY, recent: state.recent });
    },
    async forget(folder) {
      await memory.forget(folder.id);
      await loadRecent();
    },
    change(settings) {
      become({ settings: { ...state.settings, ...settings } });
      void remember();
    },
    measure(paths, family) {
      if (family !== measuredFamily && state.measures.size > 0) become({ measures: new Map() });
      measuredFamily = family;
      wanted = { paths, family };
      void measureWanted();
    },
  };
}
