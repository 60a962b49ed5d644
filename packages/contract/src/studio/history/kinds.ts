/** Names without shapes, for code that is loaded with the first page. */
export const runSorts = ['newest', 'oldest', 'dearest', 'slowest'] as const;
export type RunSort = (typeof runSorts)[number];
