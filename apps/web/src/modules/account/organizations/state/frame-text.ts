import { defineMessages } from '../../../../messages/catalogue.ts';

/** What the frame says of this module: loaded with the first page, so only this much. */
export const frameText = defineMessages('organizations.frame', {
  organizations: 'Organizations',
  switchTo: 'Organization: {name}',
  personal: 'personal',
  guest: 'guest',
  newOrganization: 'New organization',
  entered: 'This tab works in {name} now.',
  general: 'General',
  organizationsFailed: 'Your organizations could not be loaded. {reason}',
  members: 'Members',
});
