import { RunError } from '@promptvault/contract/studio/runs/errors';
import type { TreeResultView } from '@promptvault/contract/studio/runs/tree';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import type { RunColumns } from '../repository/runs.ts';
import type { LiveRun } from './execute-run.ts';
import type { TreeBudget } from './tree-budget.ts';
import type { TreeJournal } from './tree-journal.ts';

/** What the growth of one tree shares. */
export interface GrowingTree {
  ports: Ports;
  live: LiveRun;
  journal: TreeJournal;
  budget: TreeBudget;
  /** Why nothing more is begun: said among the warnings of the run. */
  halt: { ended: TreeResultView['ended']; why: string } | undefined;
  /** The first part that failed, for a tree that comes to nothing. */
  failed: RunColumns | undefined;
}

/** What a tree without any thought fails with. */
export function emptyTreeError({ failed, halt }: GrowingTree) {
  if (failed?.errorCode != null)
    return {
      code: failed.errorCode,
      message: failed.errorMessage ?? '',
      retryable: failed.errorRetryable ?? true,
    };
  const { code, message } = RunError.tree_empty({ why: halt?.why ?? '' });
  return { code, message, retryable: halt === undefined };
}
