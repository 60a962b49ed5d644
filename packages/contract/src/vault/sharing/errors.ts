import { defineErrors } from '../../errors.ts';

export const ShareError = defineErrors('share', {
  version_unknown: {
    status: 422,
    message: (p: { version: number }) => `There is no version ${p.version} that a link could stay on.`,
  },
  nothing_to_show: {
    status: 409,
    message: () => 'A link shows saved versions, and nothing is saved yet. Save a version first.',
  },
});
