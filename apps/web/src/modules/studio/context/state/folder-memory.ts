import { createStore, get, set, type UseStore } from 'idb-keyval';
import { openSettings, type SealedSettings, sealSettings } from './settings-seal.ts';

/** What a person set for one folder. */
export type FolderSettings = {
  /** Chosen paths. */
  selection: readonly string[];
  expanded: readonly string[];
  showIgnored: boolean;
  /** node_modules and the like are left out. */
  hideDefaults: boolean;
  ownRules: string;
};

export const NO_SETTINGS: FolderSettings = {
  selection: [],
  expanded: [],
  showIgnored: false,
  hideDefaults: true,
  ownRules: '',
};

export type RecentFolder = {
  id: string;
  name: string;
  handle: FileSystemDirectoryHandle;
  usedAt: string;
  settings: FolderSettings;
};

/** Where connected folders are remembered. Only handles can be: an upload is gone after a reload. */
export type FolderMemory = {
  list(): Promise<RecentFolder[]>;
  save(folder: RecentFolder): Promise<void>;
  forget(id: string): Promise<void>;
};

type Kept = Omit<RecentFolder, 'settings'> & { sealed: SealedSettings };

const MOST_FOLDERS = 12;
const FOLDERS = 'folders';

/** In IndexedDB of this browser; settings are encrypted with a key that never leaves it. */
export function browserFolderMemory(): FolderMemory {
  let store: UseStore | undefined;
  const opened = (): UseStore => {
    store ??= createStore('promptvault-context', 'folders');
    return store;
  };
  const kept = async (): Promise<Kept[]> => (await get<Kept[]>(FOLDERS, opened())) ?? [];
  // One change after the other, so that two quick ones do not lose each other.
  let last: Promise<unknown> = Promise.resolve();
  const change = (edit: (folders: Kept[]) => Promise<Kept[]> | Kept[]): Promise<void> => {
    const next = last.then(async () => set(FOLDERS, await edit(await kept()), opened()));
    last = next.catch(() => undefined);
    return next;
  };

  return {
    async list() {
      const folders = await kept();
      return Promise.all(
        folders.map(async ({ sealed, ...folder }) => ({
          ...folder,
          settings: { ...NO_SETTINGS, ...(await openSettings<FolderSettings>(sealed, opened())) },
        })),
      );
    },
    save: ({ settings, ...folder }) =>
      change(async (folders) => {
        const sealed = await sealSettings(settings, opened());
        const others = folders.filter(({ id }) => id !== folder.id);
        return [{ ...folder, sealed }, ...others].slice(0, MOST_FOLDERS);
      }),
    forget: (id) => change((folders) => folders.filter((folder) => folder.id !== id)),
  };
}
