import type { PromptDocument } from './shape.ts';

/** A new document without sections, variables, examples, tools or settings. */
export function emptyDocument(): PromptDocument {
  return {
    sections: [],
    variables: [],
    examples: [],
    examplesAs: 'text',
    tools: [],
    settings: {},
    responseSchema: null,
    delimiters: null,
    extends: null,
  };
}
