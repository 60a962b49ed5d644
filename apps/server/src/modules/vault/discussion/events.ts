import {
  commentAddedPayload,
  commentChangedPayload,
  threadStatePayload,
} from '@promptvault/contract/vault/discussion/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

/** Their subject is the thing that is spoken about. */
export const CommentAdded = defineEvent('comment.added', commentAddedPayload, { audit: true });
export const CommentDeleted = defineEvent('comment.deleted', commentChangedPayload, { audit: true });
export const ThreadResolved = defineEvent('thread.resolved', threadStatePayload, { audit: true });
export const ThreadReopened = defineEvent('thread.reopened', threadStatePayload, { audit: true });
export const SuggestionApplied = defineEvent('suggestion.applied', commentChangedPayload, { audit: true });
export const SuggestionDismissed = defineEvent('suggestion.dismissed', commentChangedPayload, {
  audit: true,
});

export const events = [
  CommentAdded,
  CommentDeleted,
  ThreadResolved,
  ThreadReopened,
  SuggestionApplied,
  SuggestionDismissed,
];
