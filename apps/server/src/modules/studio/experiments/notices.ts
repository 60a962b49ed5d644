import * as z from 'zod';
import { defineNotice } from '../../../foundation/module/notices.ts';

const reasons = {
  guard: 'a guard rail was crossed',
  end_date: 'its planned end has come',
  label_moved: 'the label was moved',
  person: 'somebody stopped it',
} as const;

export const experimentStopped = defineNotice({
  kind: 'experiment.stopped',
  summary: 'Experiments on your prompts that stop',
  channels: { app: true, mail: 'immediate' },
  data: z.object({
    reason: z.enum(['guard', 'end_date', 'label_moved', 'person']),
    label: z.string(),
    metric: z.string().nullable(),
    variant: z.string().nullable(),
  }),
  text: ({ data, subject }) => ({
    title: `The experiment ${subject} stopped: ${reasons[data.reason]}`,
    body:
      data.reason === 'guard'
        ? `${data.variant} went beyond the limit of ${data.metric}. Everybody gets what ${data.label} points at again.`
        : `Everybody gets what ${data.label} points at.`,
  }),
});

export const notices = [experimentStopped];
