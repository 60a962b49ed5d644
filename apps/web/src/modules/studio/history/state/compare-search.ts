/** The runs compared, in their order, and how they are shown; or one kept comparison. */
export type CompareSearch = {
  /** Ids, separated by commas. */
  runs?: string;
  judgement?: string;
  base?: string;
  view?: 'difference';
};

const id = (value: unknown) =>
  typeof value === 'string' && value !== '' && value.length <= 100 ? value : undefined;

export const mostCompared = 6;

/** Reads the address of a comparison; `left` and `right` are how it was written for two. */
export function readCompareSearch(given: Record<string, unknown>): CompareSearch {
  const named = typeof given.runs === 'string' ? given.runs.split(',') : [id(given.left), id(given.right)];
  const runs = [...new Set(named.filter((one) => id(one) !== undefined))].slice(0, mostCompared);
  const judgement = id(given.judgement);
  const base = id(given.base);
  return {
    ...(judgement ? { judgement } : runs.length > 0 && { runs: runs.join(',') }),
    ...(base && { base }),
    ...(given.view === 'difference' && { view: 'difference' }),
  };
}
