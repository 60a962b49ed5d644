import { defineErrors } from '../../errors.ts';

export const HistoryError = defineErrors('history', {
  name_taken: {
    status: 409,
    message: (p: { name: string }) => `You have one named “${p.name}” already. Choose another name.`,
  },
  too_many: {
    status: 409,
    message: (p: { most: number }) => `You have ${p.most} of these, which is the most. Delete one first.`,
  },
  same_run: {
    status: 422,
    message: () => 'A run can stand in a comparison only once. Choose different runs.',
  },
  verdict_unclear: {
    status: 422,
    message: () =>
      'The verdict does not fit: a winner is one of the runs compared, a tie is two or more of them, and without a verdict there is none.',
  },
});
