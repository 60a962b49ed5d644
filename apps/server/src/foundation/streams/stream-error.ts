import { defineErrors } from '@promptvault/contract/errors';

export const StreamError = defineErrors('stream', {
  closed: {
    status: 409,
    message: () => 'This stream has ended and takes no further events.',
  },
});
