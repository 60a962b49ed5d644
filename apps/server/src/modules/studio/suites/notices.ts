import * as z from 'zod';
import { defineNotice } from '../../../foundation/module/notices.ts';

const ends = {
  green: 'is green',
  red: 'is not green',
  spent: 'stopped, since nothing was left to pay for it',
  failed: 'broke off',
} as const;

export const suiteRunDone = defineNotice({
  kind: 'suite.run_done',
  summary: 'Suites you ran that took longer than a minute',
  channels: { app: true, mail: 'never', push: true },
  data: z.object({ end: z.enum(['green', 'red', 'spent', 'failed']), passed: z.int(), total: z.int() }),
  text: ({ data, subject }) => ({
    title: `The suite ${subject} ${ends[data.end]}`,
    body: `${data.passed} of ${data.total} cases passed.`,
  }),
});

export const notices = [suiteRunDone];
