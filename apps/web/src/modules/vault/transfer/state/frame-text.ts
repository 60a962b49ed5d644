import { defineMessages } from '../../../../messages/catalogue.ts';

/** What the frame says of this module: loaded with the first page, so only this much. */
export const frameText = defineMessages('transfer.frame', {
  importPrompts: 'Import prompts from files',
  importWords: 'csv promptfoo upload spreadsheet bring',
});
