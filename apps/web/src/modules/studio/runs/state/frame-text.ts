import { defineMessages } from '../../../../messages/catalogue.ts';

/** What the frame says of this module: loaded with the first page, so only this much. */
export const frameText = defineMessages('runs.frame', {
  title: 'Runs',
  openRuns: 'Open runs',
  openRunning: 'Show runs that are going on',
  openFailed: 'Show runs that failed',
  commandWords: 'history answers cost tokens',
  recent: 'Recent runs',
  cache: 'Cache of answers',
  privateRuns: 'Private runs',
});
