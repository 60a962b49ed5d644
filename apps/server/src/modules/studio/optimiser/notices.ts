import * as z from 'zod';
import { defineNotice } from '../../../foundation/module/notices.ts';

const ends = {
  finished: 'is done',
  spent: 'stopped, since nothing was left to pay for it',
  failed: 'broke off',
} as const;

export const optimisationDone = defineNotice({
  kind: 'optimisation.done',
  summary: 'Optimisations you started that end',
  channels: { app: true, mail: 'never', push: true },
  data: z.object({ end: z.enum(['finished', 'spent', 'failed']), rewrites: z.int() }),
  text: ({ data, subject }) => ({
    title: `The optimisation of ${subject} ${ends[data.end]}`,
    body: data.rewrites === 1 ? '1 rewrite was proposed.' : `${data.rewrites} rewrites were proposed.`,
  }),
});

export const notices = [optimisationDone];
