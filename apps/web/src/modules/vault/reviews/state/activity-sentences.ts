import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('reviews.activity', {
  opened: '{who} asked for the review {what}',
  updated: '{who} changed the review {what}',
  approved: '{who} approved {what}',
  wished: '{who} asked for changes in {what}',
  commented: '{who} commented on the review {what}',
  dismissed: '{who} saved a version, which took approvals of {what} back',
  merged: '{who} merged {what}',
  closed: '{who} closed the review {what}',
  reopened: '{who} reopened the review {what}',
  ruleChanged: '{who} changed what reviews need',
});

export const sentences: ActivitySentences = {
  'review.opened': () => t('opened', open),
  'review.updated': () => t('updated', open),
  'review.decided': ({ verdict }) =>
    t(verdict === 'approve' ? 'approved' : verdict === 'request_changes' ? 'wished' : 'commented', open),
  'review.dismissed': () => t('dismissed', open),
  'review.merged': () => t('merged', open),
  'review.closed': () => t('closed', open),
  'review.reopened': () => t('reopened', open),
  'review_rule.changed': () => t('ruleChanged', { who: open.who }),
};
