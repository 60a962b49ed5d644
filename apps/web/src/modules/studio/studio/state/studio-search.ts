/** What the address of the studio says: which runs are shown, which versions are compared, which tab is open. */

/** One of the studio's own tabs, or the id of what a module fills into `studio.drawer`. */
export type DrawerTab = 'runs' | 'versions' | 'labels' | 'outline' | 'problems' | (string & {});
export type ResultView = 'preview' | 'answers' | 'compare';

export type StudioSearch = {
  /** Absent: the default branch. */
  branch?: string;
  /**
   * The branch whose changes are being merged into this one, `@original`, or `@saved` for what was saved while the
   * draft was written; instead of the columns.
   */
  merge?: string;
  /** With `@saved`, whose version is `version`: the one the draft went on from; absent when it had none. */
  since?: number;
  /** The block a reader came here for; the caret goes there. */
  block?: string;
  /** Runs that were started together. */
  comparison?: string;
  /** The version shown instead of the columns; against another one, or against the draft. */
  version?: number;
  against?: number | 'draft';
  tab?: DrawerTab;
  /** A place in the open tab: a thread, an entry; its module reads it. */
  target?: string;
  view?: ResultView;
};

/** What is merged without being a branch of this prompt. */
export const savedMeanwhile = '@saved';
const namedMerges: readonly unknown[] = ['@original', savedMeanwhile];
const views: readonly unknown[] = ['preview', 'answers', 'compare'];

/** Reads an address that anyone may have written; what means nothing is left out. */
export function readStudioSearch(search: Record<string, unknown>): StudioSearch {
  const { block, branch, comparison, version, against, tab, target, view, merge, since } = search;
  return {
    ...(isBranch(branch) && { branch }),
    ...((isBranch(merge) || namedMerges.includes(merge)) && { merge: merge as string }),
    ...(isNumber(since) && { since }),
    ...(typeof block === 'string' && block !== '' && block.length <= 200 && { block }),
    ...(typeof comparison === 'string' && comparison !== '' && { comparison }),
    ...(isNumber(version) && { version }),
    ...((isNumber(against) || against === 'draft') && { against }),
    ...(typeof tab === 'string' && /^[a-z][a-z-]{0,40}$/.test(tab) && { tab }),
    ...(typeof target === 'string' && target.length <= 200 && { target }),
    ...(views.includes(view) && { view: view as ResultView }),
  };
}

const isNumber = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;
const isBranch = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9][a-z0-9._-]{0,59}$/.test(value);
