/** What the address of the studio says: which runs are shown, which versions are compared, which tab is open. */

export type DrawerTab = 'runs' | 'versions' | 'problems';
export type ResultView = 'preview' | 'answers' | 'compare';

export type StudioSearch = {
  /** Runs that were started together. */
  comparison?: string;
  /** The version shown instead of the columns; against another one, or against the draft. */
  version?: number;
  against?: number | 'draft';
  tab?: DrawerTab;
  view?: ResultView;
};

const tabs: readonly unknown[] = ['runs', 'versions', 'problems'];
const views: readonly unknown[] = ['preview', 'answers', 'compare'];

/** Reads an address that anyone may have written; what means nothing is left out. */
export function readStudioSearch(search: Record<string, unknown>): StudioSearch {
  const { comparison, version, against, tab, view } = search;
  return {
    ...(typeof comparison === 'string' && comparison !== '' && { comparison }),
    ...(isNumber(version) && { version }),
    ...((isNumber(against) || against === 'draft') && { against }),
    ...(tabs.includes(tab) && { tab: tab as DrawerTab }),
    ...(views.includes(view) && { view: view as ResultView }),
  };
}

const isNumber = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;
