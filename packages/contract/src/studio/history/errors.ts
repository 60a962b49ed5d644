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
});
