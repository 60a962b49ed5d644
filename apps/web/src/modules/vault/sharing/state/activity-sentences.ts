import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('sharing.activity', {
  promptShared: '{who} shared a prompt by a link',
  runShared: '{who} shared a run by a link',
  comparisonShared: '{who} shared a comparison by a link',
  revoked: '{who} ended a share link',
  guessed: 'Too many wrong passwords were tried on a share link',
});

const { who } = open;

const shared = { prompt: 'promptShared', run: 'runShared', comparison: 'comparisonShared' } as const;

export const sentences: ActivitySentences = {
  'share_link.created': ({ kind }) => t(shared[kind as keyof typeof shared] ?? 'promptShared', { who }),
  'share_link.guessed': () => t('guessed'),
  'share_link.revoked': () => t('revoked', { who }),
};
