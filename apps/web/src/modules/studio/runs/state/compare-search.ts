export type CompareSearch = { left?: string; right?: string; view?: 'difference' };

const id = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads the address of a comparison of two runs. */
export function readCompareSearch(given: Record<string, unknown>): CompareSearch {
  const left = id(given.left);
  const right = id(given.right);
  return {
    ...(left && { left }),
    ...(right && { right }),
    ...(given.view === 'difference' && { view: 'difference' }),
  };
}
