import { defineMessages } from '../../../../messages/catalogue.ts';
import { type ActivitySentences, open, said } from '../../../../shell/activity-sentences.ts';

const t = defineMessages('organizations.activity', {
  created: '{who} founded the organization',
  renamed: '{who} renamed the organization to {to}',
  joined: '{who} joined as {role}',
  roleChanged: '{who} changed a member’s role to {role}',
  removed: '{who} removed a member',
  invited: '{who} invited someone as {role}',
  revoked: '{who} revoked an invitation',
  guestInvited: '{who} invited a guest',
  guestJoined: '{who} came as a guest',
  guestRemoved: '{who} removed a guest',
});

const { who } = open;

export const sentences: ActivitySentences = {
  'organization.created': () => t('created', { who }),
  'organization.renamed': ({ name, to }) => t('renamed', { who, to: said(to ?? name) }),
  'member.joined': ({ role }) => t('joined', { who, role: said(role) }),
  'member.role_changed': ({ role }) => t('roleChanged', { who, role: said(role) }),
  'member.removed': () => t('removed', { who }),
  'invitation.created': ({ role }) => t('invited', { who, role: said(role) }),
  'guest.invited': () => t('guestInvited', { who }),
  'guest.joined': () => t('guestJoined', { who }),
  'guest.removed': () => t('guestRemoved', { who }),
  'invitation.revoked': () => t('revoked', { who }),
};
