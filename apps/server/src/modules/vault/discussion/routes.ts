import * as contract from '@promptvault/contract/vault/discussion/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openComment, openDiscussed, openSubject, openThread } from './open.ts';
import { deleteComment, updateComment } from './operations/change-comment.ts';
import { createComment } from './operations/create-comment.ts';
import { createThread } from './operations/create-thread.ts';
import { applySuggestion, dismissSuggestion } from './operations/decide-suggestion.ts';
import { findMentions } from './operations/find-mentions.ts';
import { getThread } from './operations/get-thread.ts';
import { listActivity } from './operations/list-activity.ts';
import { listThreads } from './operations/list-threads.ts';
import { markThreadSeen } from './operations/mark-thread-seen.ts';
import { addReaction, removeReaction } from './operations/react.ts';
import { reopenThread, resolveThread } from './operations/resolve-thread.ts';
import { toActivityPage, toComment, toThread, toThreadPage } from './views.ts';

const nothing = () => undefined;

export const routes = [
  serve(contract.listThreads).open(openDiscussed).run(listThreads).view(toThreadPage),
  serve(contract.createThread).open(openSubject).run(createThread).view(toThread),
  serve(contract.getThread).open(openThread).run(getThread).view(toThread),
  serve(contract.resolveThread).open(openThread).run(resolveThread).view(toThread),
  serve(contract.reopenThread).open(openThread).run(reopenThread).view(toThread),
  serve(contract.markThreadSeen).open(openThread).run(markThreadSeen).view(nothing),
  serve(contract.createComment).open(openThread).run(createComment).view(toComment),
  serve(contract.updateComment).open(openComment).run(updateComment).view(toComment),
  serve(contract.deleteComment).open(openComment).run(deleteComment).view(nothing),
  serve(contract.addReaction).open(openComment).run(addReaction).view(toComment),
  serve(contract.removeReaction).open(openComment).run(removeReaction).view(toComment),
  serve(contract.applySuggestion).open(openComment).run(applySuggestion).view(toThread),
  serve(contract.dismissSuggestion).open(openComment).run(dismissSuggestion).view(toThread),
  serve(contract.listActivity).open(openOrganization).run(listActivity).view(toActivityPage),
  serve(contract.findMentions)
    .open(openOrganization)
    .run(findMentions)
    .view((found) => found),
];
