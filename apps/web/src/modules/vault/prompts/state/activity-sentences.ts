import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open, said } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('prompts.activity', {
  created: '{who} created {what}',
  updated: '{who} changed what is known about {what}',
  committed: '{who} saved version {number} of {what}',
  committedOn: '{who} saved version {number} of {what} on {branch}',
  restored: '{who} restored version {from} of {what} as version {number}',
  published: '{who} published {what}',
  unpublished: '{who} unpublished {what}',
  archived: '{who} archived {what}',
  unarchived: '{who} took {what} out of the archive',
  deleted: '{who} deleted {what}',
  undeleted: '{who} restored {what}',
  labelMoved: '{who} moved the label {label} of {what}',
  branchCreated: '{who} began the branch {branch} of {what}',
  branchRenamed: '{who} renamed the branch {from} of {what} to {to}',
  branchDeleted: '{who} deleted the branch {branch} of {what}',
  branchRestored: '{who} restored the branch {branch} of {what}',
  labelRequested: '{who} asked to move the label {label} of {what}',
  labelApproved: '{who} approved moving the label {label} of {what}',
  labelRejected: '{who} declined to move the label {label} of {what}',
  labelCanceled: '{who} took back the wish to move the label {label} of {what}',
  labelRule: '{who} changed how a label is protected',
  labelRuleGone: '{who} took the protection of a label away',
  checked: 'A check of version {version} of {what}: {status}',
  purged: '{who} erased a deleted prompt for good',
  tagRenamed: '{who} renamed the tag {from} to {to}',
  tagMerged: '{who} merged the tag {from} into {to}',
});

const branch = (facts: { branch?: unknown }) => ({ ...open, branch: said(facts.branch) });

const label = (facts: { label?: unknown }) => ({ ...open, label: said(facts.label) });

export const sentences: ActivitySentences = {
  'prompt.created': () => t('created', open),
  'prompt.updated': () => t('updated', open),
  'prompt.committed': ({ number, branch: name, restoredFrom }) => {
    if (restoredFrom) return t('restored', { ...open, from: said(restoredFrom), number: said(number) });
    if (name === 'main') return t('committed', { ...open, number: said(number) });
    return t('committedOn', { ...open, number: said(number), branch: said(name) });
  },
  'prompt.published': () => t('published', open),
  'prompt.unpublished': () => t('unpublished', open),
  'prompt.archived': () => t('archived', open),
  'prompt.unarchived': () => t('unarchived', open),
  'prompt.deleted': () => t('deleted', open),
  'prompt.restored': () => t('undeleted', open),
  'prompt.label_moved': ({ label }) => t('labelMoved', { ...open, label: said(label) }),
  'prompt.label_requested': (facts) => t('labelRequested', label(facts)),
  'prompt.label_approved': (facts) => t('labelApproved', label(facts)),
  'prompt.label_rejected': (facts) => t('labelRejected', label(facts)),
  'prompt.label_request_canceled': (facts) => t('labelCanceled', label(facts)),
  'label_rule.changed': () => t('labelRule', { who: open.who }),
  'label_rule.removed': () => t('labelRuleGone', { who: open.who }),
  'prompt.purged': () => t('purged', { who: open.who }),
  'prompt.version_checked': ({ version, status }) =>
    t('checked', { what: open.what, version: said(version), status: said(status) }),
  'prompt.branch_created': (facts) => t('branchCreated', branch(facts)),
  'prompt.branch_renamed': ({ from, to }) => t('branchRenamed', { ...open, from: said(from), to: said(to) }),
  'prompt.branch_deleted': (facts) => t('branchDeleted', branch(facts)),
  'prompt.branch_restored': (facts) => t('branchRestored', branch(facts)),
  'tag.merged': ({ from, to }) => t('tagMerged', { who: open.who, from: said(from), to: said(to) }),
  'tag.renamed': ({ from, to }) => t('tagRenamed', { who: open.who, from: said(from), to: said(to) }),
};
