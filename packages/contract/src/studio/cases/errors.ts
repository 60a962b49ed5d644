import { defineErrors } from '../../errors.ts';

export const CaseError = defineErrors('case', {
  set_name_taken: {
    status: 409,
    message: (p: { name: string }) =>
      `This prompt has a set of cases named “${p.name}” already. Choose another name.`,
  },
  set_full: {
    status: 422,
    message: (p: { most: number }) =>
      `A set has at most ${p.most.toLocaleString('en')} cases. Make another set for the rest.`,
  },
  unreadable: {
    status: 422,
    message: (p: { reason: string }) => `No case was made: ${p.reason}`,
  },
});
