/** A prompt document of one instruction, and whatever else a journey wants in it. */
export const documentOf = (text: string, more: object = {}) => ({
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
  variables: [],
  examples: [],
  examplesAs: 'text',
  tools: [],
  settings: {},
  responseSchema: null,
  delimiters: null,
  extends: null,
  ...more,
});
