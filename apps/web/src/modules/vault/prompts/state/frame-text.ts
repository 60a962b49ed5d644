import { defineMessages } from '../../../../messages/catalogue.ts';

/** What the frame says of this module: loaded with the first page, so only this much. */
export const frameText = defineMessages('prompts.frame', {
  prompts: 'Prompts',
  goToPrompts: 'Go to prompts',
  promptsWords: 'list vault templates library',
  goToTrash: 'Go to deleted prompts',
  tags: 'Tags',
  trashWords: 'trash bin restore undelete recover',
  newPrompt: 'New prompt',
  newPromptWords: 'create write template add',
  describePrompt: 'Describe a prompt',
  describePromptWords: 'new generate draft write model ai',
  bringPrompt: 'Paste or open a prompt',
  bringPromptWords: 'import convert jinja handlebars dotprompt file markdown upload',
  protectedLabels: 'Protected labels',
  untitled: 'Untitled prompt',
});
