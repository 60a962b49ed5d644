import {
  labelRulePayload,
  promptBranchCreatedPayload,
  promptBranchPayload,
  promptBranchRenamedPayload,
  promptCommittedPayload,
  promptCreatedPayload,
  promptDeletedPayload,
  promptLabelApprovedPayload,
  promptLabelMovedPayload,
  promptLabelRequestedPayload,
  promptLabelRequestPayload,
  promptPurgedPayload,
  promptStatusPayload,
  promptUpdatedPayload,
  versionCheckedPayload,
} from '@promptvault/contract/vault/prompts/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const PromptCreated = defineEvent('prompt.created', promptCreatedPayload, { audit: true });
export const PromptUpdated = defineEvent('prompt.updated', promptUpdatedPayload, { audit: true });
export const PromptCommitted = defineEvent('prompt.committed', promptCommittedPayload, { audit: true });
export const PromptPublished = defineEvent('prompt.published', promptStatusPayload, { audit: true });
export const PromptUnpublished = defineEvent('prompt.unpublished', promptStatusPayload, { audit: true });
export const PromptArchived = defineEvent('prompt.archived', promptStatusPayload, { audit: true });
export const PromptUnarchived = defineEvent('prompt.unarchived', promptStatusPayload, { audit: true });
export const PromptDeleted = defineEvent('prompt.deleted', promptDeletedPayload, { audit: true });
export const PromptPurged = defineEvent('prompt.purged', promptPurgedPayload, { audit: true });
export const PromptRestored = defineEvent('prompt.restored', promptDeletedPayload, { audit: true });
export const PromptLabelMoved = defineEvent('prompt.label_moved', promptLabelMovedPayload, { audit: true });
export const PromptBranchCreated = defineEvent('prompt.branch_created', promptBranchCreatedPayload, {
  audit: true,
});
export const PromptBranchRenamed = defineEvent('prompt.branch_renamed', promptBranchRenamedPayload, {
  audit: true,
});
export const PromptBranchDeleted = defineEvent('prompt.branch_deleted', promptBranchPayload, { audit: true });
export const PromptBranchRestored = defineEvent('prompt.branch_restored', promptBranchPayload, {
  audit: true,
});
export const PromptLabelRequested = defineEvent('prompt.label_requested', promptLabelRequestedPayload, {
  audit: true,
});
export const PromptLabelApproved = defineEvent('prompt.label_approved', promptLabelApprovedPayload, {
  audit: true,
});
export const PromptLabelRejected = defineEvent('prompt.label_rejected', promptLabelRequestPayload, {
  audit: true,
});
export const PromptLabelRequestCanceled = defineEvent(
  'prompt.label_request_canceled',
  promptLabelRequestPayload,
  { audit: true },
);
export const LabelRuleChanged = defineEvent('label_rule.changed', labelRulePayload, { audit: true });
export const LabelRuleRemoved = defineEvent('label_rule.removed', labelRulePayload, { audit: true });
export const PromptVersionChecked = defineEvent('prompt.version_checked', versionCheckedPayload);

export const events = [
  PromptCreated,
  PromptUpdated,
  PromptCommitted,
  PromptPublished,
  PromptUnpublished,
  PromptArchived,
  PromptUnarchived,
  PromptDeleted,
  PromptPurged,
  PromptRestored,
  PromptLabelMoved,
  PromptBranchCreated,
  PromptBranchRenamed,
  PromptBranchDeleted,
  PromptBranchRestored,
  PromptLabelRequested,
  PromptLabelApproved,
  PromptLabelRejected,
  PromptLabelRequestCanceled,
  LabelRuleChanged,
  LabelRuleRemoved,
  PromptVersionChecked,
];
