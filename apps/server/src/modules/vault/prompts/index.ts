export {
  PromptArchived,
  PromptBranchCreated,
  PromptBranchDeleted,
  PromptBranchRenamed,
  PromptBranchRestored,
  PromptCommitted,
  PromptCreated,
  PromptDeleted,
  PromptLabelApproved,
  PromptLabelMoved,
  PromptLabelRejected,
  PromptLabelRequestCanceled,
  PromptLabelRequested,
  PromptPublished,
  PromptPurged,
  PromptRestored,
  PromptUnarchived,
  PromptUnpublished,
  PromptUpdated,
  PromptVersionChecked,
} from './events.ts';
export { openBranch, openMergeTarget, openPrompt, type Prompt } from './open.ts';
export { changeEvidence, newestOnDefaultBranch } from './operations/change-evidence.ts';
export { type Committed, commitVersion } from './operations/commit-version.ts';
export { countUse } from './operations/count-use.ts';
export { createBranch } from './operations/create-branch.ts';
export { createPrompts, type NewPrompt } from './operations/create-prompts.ts';
export { deleteImportedPrompts } from './operations/delete-imported-prompts.ts';
export {
  branchesOf,
  type DraftReader,
  type KeptRange,
  type KnownBranch,
  keepRange,
  type PlacedRange,
  readDraftRanges,
  replaceRange,
} from './operations/draft-ranges.ts';
export { bucketOf, buckets } from './operations/fall-into-variant.ts';
export { findAssignment } from './operations/find-assignment.ts';
export { findKnownTexts } from './operations/find-known-texts.ts';
export { findTarget } from './operations/find-target.ts';
export { findToolsWith } from './operations/find-tools-with.ts';
export { approvalsNeeded, forgetExposures, liftTrial, placeTrial } from './operations/label-trials.ts';
export { type BranchRecord, listBranches } from './operations/list-branches.ts';
export { listLabels } from './operations/list-labels.ts';
export { type LoadedSource, loadSource } from './operations/load-source.ts';
export { readersOf } from './operations/members-who-may.ts';
export { type MergeBranch, mergeBranch } from './operations/merge-branch.ts';
export { type MergePreview, type PreviewMerge, previewMerge } from './operations/preview-merge.ts';
export { type PullUpstream, pullUpstream } from './operations/pull-upstream.ts';
export { type ReferringThing, recordReference } from './operations/record-references.ts';
export { type RenderInput, renderDocument } from './operations/render-document.ts';
export { type RenderedSource, renderPrompt as renderSource } from './operations/render-prompt.ts';
export { listVersionChecks, type ReportCheck, reportCheck, settleChecks } from './operations/report-check.ts';
export { requestLabelMove } from './operations/request-label-move.ts';
export { setLabel } from './operations/set-label.ts';
export { findSharedVersion } from './operations/show-prompt.ts';
