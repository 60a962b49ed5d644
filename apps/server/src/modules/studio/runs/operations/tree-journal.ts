/** Tells followers how a tree changed, and keeps it on its row as it grows. */
import type { ThoughtView, TreeResultView } from '@promptvault/contract/studio/runs/tree';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { saveResult } from '../repository/trees.ts';
import type { LiveRun } from './execute-run.ts';
import { toldToAll } from './names-of-pairs.ts';
import { withStandings } from './tree-state.ts';

export interface TreeJournal {
  /** The tree as it is now. */
  now(): TreeResultView;
  /** Adds a thought, or puts it in the place of the one with its id; then tells whatever that changes. */
  put(thought: ThoughtView): void;
  /** Takes back a thought that could not be placed. */
  drop(id: string): void;
  /** Changes what is not a thought, and tells all of it anew. */
  change(next: Partial<Omit<TreeResultView, 'thoughts'>>): void;
  /** Waits until the row was written as far as it can be. */
  settle(): Promise<void>;
}

export function createTreeJournal(ports: Ports, live: LiveRun, first: TreeResultView): TreeJournal {
  const { organizationId, runId, authorId } = live.order;
  let tree = first;
  const told = new Map(first.thoughts.map((thought) => [thought.id, JSON.stringify(thought)]));
  let isDirty = false;
  let writing: Promise<void> | undefined;

  const keep = (next: TreeResultView) => {
    tree = withStandings(next);
    live.result = { pairs: live.result?.pairs ?? null, vote: null, tree };
    isDirty = true;
    writing ??= write().finally(() => {
      writing = undefined;
    });
  };

  async function write(): Promise<void> {
    while (isDirty) {
      isDirty = false;
      // What changes in the meantime is written together.
      await ports.clock.sleep(200);
      const { result, processId } = live;
      const scope = { organizationId, job: 'studio/runs.tree', onBehalfOf: authorId };
      if (result)
        await ports
          .within(scope, (ctx) => saveResult(ctx.tx, { organizationId, runId, processId }, result))
          .catch((error) =>
            // Each part that is placed, and the end of the run, write it again.
            ports.log.warn('a tree could not be kept on its row', { error, run: runId }),
          );
    }
  }

  const tellChanged = () => {
    const changed = tree.thoughts.filter((thought) => told.get(thought.id) !== JSON.stringify(thought));
    for (const thought of changed) told.set(thought.id, JSON.stringify(thought));
    live.journal.push(changed.map((thought) => ({ type: 'thought' as const, runId, thought })));
  };

  const tellAll = () => {
    for (const thought of tree.thoughts) told.set(thought.id, JSON.stringify(thought));
    if (live.result) live.journal.push([{ type: 'technique', runId, result: toldToAll(live.result) }]);
  };

  return {
    now: () => tree,
    put(thought) {
      const isThere = tree.thoughts.some(({ id }) => id === thought.id);
      const thoughts = isThere
        ? tree.thoughts.map((one) => (one.id === thought.id ? thought : one))
        : [...tree.thoughts, thought];
      keep({ ...tree, thoughts });
      tellChanged();
    },
    drop(id) {
      keep({ ...tree, thoughts: tree.thoughts.filter((one) => one.id !== id) });
      tellAll();
    },
    change(next) {
      keep({ ...tree, ...next });
      tellAll();
    },
    async settle() {
      await writing;
    },
  };
}
