export { type ChangeSummary, type ElementCounts, summarizeChanges } from './change-summary.ts';
export { aheadBehind, commonAncestors, history, type VersionGraph } from './version-graph.ts';
