import {
  CONTEXT_LIMITS,
  type LineRange,
  packItemKey,
  type Refusal,
  type TreeSelection,
} from '@promptvault/context';
import type { ContextPack } from '@promptvault/document';
import type { TokenFamily } from '@promptvault/tokens';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { WorkerFailure } from '../workers/context-client.ts';
import type { Pick, WorkerProblem } from '../workers/worker-protocol.ts';
import { isOfFolder, markOfFolder } from './loose-items.ts';
import {
  addItems,
  fit,
  packCharacters,
  removePaths,
  renewItems,
  replaceItem,
  withTokens,
} from './pack-changes.ts';
import { folderStore } from './use-folder.ts';

export type PackEditing = {
  /** Paths in the pack, and those being read for it: what the tree shows as chosen. */
  selection: TreeSelection;
  reading: number;
  notTaken: readonly { path: string; refusal: Refusal }[];
  problem: WorkerProblem | undefined;
  /** Follows the tree: reads what was newly chosen, drops what was let go. */
  select: (selection: TreeSelection) => void;
  add: (path: string, range: LineRange | undefined) => void;
  changeLines: (key: string, path: string, range: LineRange) => void;
  /** Reads what was chosen again: files change after they were chosen. */
  readAgain: () => void;
  dismiss: () => void;
};

/** Turns choices in the tree into items of the pack; reading happens in the worker, so answers come later. */
export function usePackEditing(
  pack: ContextPack,
  onPackChange: (pack: ContextPack) => void,
  family: TokenFamily,
): PackEditing {
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [notTaken, setNotTaken] = useState<PackEditing['notTaken']>([]);
  const [problem, setProblem] = useState<WorkerProblem>();
  // Several answers may come before the page draws again: each builds on the one before.
  const latest = useRef(pack);
  const looking = useRef(false);
  useEffect(() => {
    latest.current = pack;
  }, [pack]);
  const selection = useMemo(
    () => new Set([...pack.items.map(({ path }) => path), ...pending]),
    [pack, pending],
  );
  const change = (next: ContextPack): void => {
    if (next === latest.current) return;
    latest.current = next;
    onPackChange(next);
  };
  useRecount(family, latest, change, setProblem);

  /** `room`: how many characters what is taken may have. */
  async function take(
    picks: readonly Pick[],
    place: (items: Parameters<typeof addItems>[1]) => ContextPack,
    room: (items: Parameters<typeof addItems>[1]) => number = () => roomBeside(latest.current, []),
  ) {
    const paths = picks.map(({ path }) => path);
    setProblem(undefined);
    setPending((before) => new Set([...before, ...paths]));
    try {
      const { connection } = folderStore().state();
      const packed = await folderStore().ask('pack', { picks, family });
      const { fitting, left } = fit(packed.items, room(packed.items));
      const full = left.map(({ path }) => ({ path, refusal: 'pack_full' as const }));
      setNotTaken([...packed.refused, ...full]);
      markOfFolder(fitting, connection);
      if (fitting.length > 0) change(place(fitting));
    } catch (error) {
      setProblem(error instanceof WorkerFailure ? error.problem : 'failed');
    } finally {
      setPending((before) => new Set([...before].filter((path) => !paths.includes(path))));
    }
  }

  /** Whoever comes back from an editor has perhaps changed what was chosen; an upload stays what it was. */
  const look = useEffectEvent(async () => {
    const { status, isKept, connection } = folderStore().state();
    const chosen = ofFolder(latest.current, connection);
    if (chosen.length === 0 || pending.size > 0 || status !== 'connected' || !isKept || looking.current)
      return;
    looking.current = true;
    try {
      const packed = await folderStore().ask('pack', { picks: chosen.map(toPick), family });
      if (folderStore().state().connection !== connection) return;
      const isKnown = (item: ContextItem) =>
        latest.current.items.some((one) => packItemKey(one) === packItemKey(item) && one.hash === item.hash);
      const changed = packed.items.filter((item) => !isKnown(item));
      const { fitting, left } = fit(changed, roomBeside(latest.current, changed));
      const full = left.map(({ path }) => ({ path, refusal: 'pack_full' as const }));
      if (packed.refused.length + full.length > 0) setNotTaken([...packed.refused, ...full]);
      markOfFolder(fitting, connection);
      if (fitting.length > 0) change(renewItems(latest.current, fitting));
    } catch (error) {
      setProblem(error instanceof WorkerFailure ? error.problem : 'failed');
    } finally {
      looking.current = false;
    }
  });
  useEffect(() => {
    const onFocus = () => void look();
    onFocus();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, []);

  const takeAdded = (picks: readonly Pick[]) => take(picks, (items) => addItems(latest.current, items));

  return {
    selection,
    reading: pending.size,
    notTaken,
    problem,
    dismiss: () => {
      setNotTaken([]);
      setProblem(undefined);
    },
    select(next) {
      const letGo = new Set([...selection].filter((path) => !next.has(path)));
      if (letGo.size > 0) change(removePaths(latest.current, letGo));
      const chosen = [...next].filter((path) => !selection.has(path));
      if (chosen.length > 0) void takeAdded(chosen.map((path) => ({ path })));
    },
    add: (path, range) => void takeAdded([range ? { path, range } : { path }]),
    readAgain() {
      const again = ofFolder(latest.current, folderStore().state().connection);
      if (again.length === 0) return;
      void take(
        again.map(toPick),
        (items) => renewItems(latest.current, items),
        (items) => roomBeside(latest.current, items),
      );
    },
    changeLines: (key, path, range) =>
      void take([{ path, range }], ([item]) =>
        item ? replaceItem(latest.current, key, item) : latest.current,
      ),
  };
}

type ContextItem = ContextPack['items'][number];

/** What was read in the folder that is connected now. */
const ofFolder = (pack: ContextPack, connection: number): ContextItem[] =>
  pack.items.filter((item) => isOfFolder(item, connection));

/** Characters that the pack has room for, beside those of its items that these replace. */
function roomBeside(pack: ContextPack, replaced: readonly ContextItem[]): number {
  const isReplaced = (item: ContextItem) =>
    replaced.some(({ path, from }) => path === item.path && from === item.from);
  return (
    CONTEXT_LIMITS.packCharacters - packCharacters({ items: pack.items.filter((item) => !isReplaced(item)) })
  );
}

const toPick = ({ path, from, to }: ContextItem): Pick =>
  from === undefined || to === undefined ? { path } : { path, range: { from, to } };

/** Another model may count otherwise: then every item of the pack is counted again. */
function useRecount(
  family: TokenFamily,
  latest: { readonly current: ContextPack },
  change: (pack: ContextPack) => void,
  onProblem: (problem: WorkerProblem) => void,
): void {
  const counted = useRef(family);
  const recount = useEffectEvent(async (isLatest: () => boolean) => {
    const { items } = latest.current;
    try {
      const counts = await folderStore().ask('count', { texts: items.map(({ text }) => text), family });
      if (!isLatest()) return;
      const byHash = new Map(items.map(({ hash }, at) => [hash, counts[at] ?? 0]));
      change(withTokens(latest.current, byHash));
    } catch (error) {
      if (isLatest()) onProblem(error instanceof WorkerFailure ? error.problem : 'failed');
    }
  });
  useEffect(() => {
    if (counted.current === family) return;
    counted.current = family;
    let isLatest = true;
    void recount(() => isLatest);
    return () => {
      isLatest = false;
    };
  }, [family]);
}
