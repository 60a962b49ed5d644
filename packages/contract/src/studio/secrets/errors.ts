import { defineErrors } from '../../errors.ts';

export const ToolSecretError = defineErrors('tool_secret', {
  name_taken: {
    status: 409,
    message: (p: { name: string }) => `There is a secret named “${p.name}” already. Choose another name.`,
  },
  value_needed: {
    status: 409,
    message: (p: { origin: string }) =>
      `To have it sent to ${p.origin} as well, enter its value again: only who knows it may send it somewhere new.`,
  },
  too_many: {
    status: 409,
    message: (p: { most: number }) => `An organization has at most ${p.most} secrets.`,
  },
});
