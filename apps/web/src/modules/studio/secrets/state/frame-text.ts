import { defineMessages } from '../../../../messages/catalogue.ts';

/** What the frame says of this module: loaded with the first page, so only this much. */
export const frameText = defineMessages('secrets.frame', {
  title: 'Secrets of tools',
  openSecrets: 'Open the secrets of tools',
  commandWords: 'secret key token password api tool header',
});
