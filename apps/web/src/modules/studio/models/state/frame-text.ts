import { defineMessages } from '../../../../messages/catalogue.ts';

/** What the frame says of this module: loaded with the first page, so only this much. */
export const frameText = defineMessages('models.frame', {
  title: 'Models',
  openModels: 'Open model settings',
  commandWords: 'provider key api openai anthropic google ollama connection',
  addConnectionCommand: 'Connect a model provider',
});
