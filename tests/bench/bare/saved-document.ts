import { emptyDocument, type PromptDocument } from '@promptvault/document';

/** What the n-th save of a benchmark holds: each differs from the one before. */
export const documentOf = (turn: number): PromptDocument => ({
  ...emptyDocument(),
  sections: [
    { id: 's1', kind: 'system', role: null, text: 'You answer customers of a bookkeeping product.' },
    {
      id: 's2',
      kind: 'instructions',
      role: null,
      text: `Answer this message from {{customer}} in the tone of {{tone}}.\n\n{{message}}\n\nDraft ${turn % 2}`,
    },
    { id: 's3', kind: 'output_format', role: null, text: 'At most six sentences.' },
  ],
});
