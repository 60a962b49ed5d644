import { defineErrors } from '../../errors.ts';

export const TagError = defineErrors('tag', {
  name_taken: {
    status: 409,
    message: (p: { name: string }) => `There is a tag ${p.name} already.`,
  },
});
