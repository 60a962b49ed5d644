import { emptyDocument } from '@promptvault/document';

/** A run of a small document, so that what is measured is the way and not the rendering. */
export const runsBody = (models: { connectionId: string | null; model: string }[]) => ({
  source: {
    kind: 'document',
    document: {
      ...emptyDocument(),
      sections: [
        { id: 's1', kind: 'system', role: null, text: 'You are brief.' },
        { id: 's2', kind: 'instructions', role: null, text: 'Explain {{topic}}.' },
      ],
    },
  },
  values: { topic: 'the tides' },
  models,
});
