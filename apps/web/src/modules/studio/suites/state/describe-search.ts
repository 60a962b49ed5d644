export type DescribeSearch = { run?: string; before?: string };

const idIn = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;

/** The run that a model was asked with; `before` is the one whose answer it was asked to put right. */
export function readDescribeSearch(given: Record<string, unknown>): DescribeSearch {
  const [run, before] = [idIn(given.run), idIn(given.before)];
  return { ...(run && { run }), ...(run && before && { before }) };
}
