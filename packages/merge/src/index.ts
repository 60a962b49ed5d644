export { type ChangeSummary, type ElementCounts, summarizeChanges } from './change-summary.ts';
export type { Conflict, RefusedResolution, Resolution, Side } from './conflict.ts';
export { type BasePlan, buildBase, planBase, versionsIn } from './merge-base.ts';
export { type Merged, mergeDocuments } from './merge-documents.ts';
export { mergeTexts, type TextPiece } from './merge-texts.ts';
export { aheadBehind, commonAncestors, history, type VersionGraph } from './version-graph.ts';
