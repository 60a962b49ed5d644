import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('discussion.activity', {
  commented: '{who} commented on {what}',
  answered: '{who} answered a comment on {what}',
  suggested: '{who} suggested other words in {what}',
  deleted: '{who} deleted a comment on {what}',
  resolved: '{who} resolved a thread about {what}',
  reopened: '{who} reopened a thread about {what}',
  applied: '{who} applied a suggestion in {what}',
  dismissed: '{who} dismissed a suggestion in {what}',
});

export const sentences: ActivitySentences = {
  'comment.added': ({ isReply, suggests }) =>
    t(suggests ? 'suggested' : isReply ? 'answered' : 'commented', open),
  'comment.deleted': () => t('deleted', open),
  'thread.resolved': () => t('resolved', open),
  'thread.reopened': () => t('reopened', open),
  'suggestion.applied': () => t('applied', open),
  'suggestion.dismissed': () => t('dismissed', open),
};
