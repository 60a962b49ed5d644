/** What the address says: which prompt and suite a new optimisation is for. */
export type OptimiseSearch = { prompt?: string; suite?: string };
/** Which candidate is opened, by its number. */
export type OptimisationSearch = { candidate?: number };

const text = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;

export function readOptimiseSearch(given: Record<string, unknown>): OptimiseSearch {
  const [prompt, suite] = [text(given.prompt), text(given.suite)];
  return { ...(prompt && { prompt }), ...(suite && { suite }) };
}

export const readOptimisationSearch = ({ candidate }: Record<string, unknown>): OptimisationSearch =>
  typeof candidate === 'number' && Number.isSafeInteger(candidate) && candidate >= 0 ? { candidate } : {};
