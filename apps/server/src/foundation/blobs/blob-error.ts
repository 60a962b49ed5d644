import { defineErrors } from '@promptvault/contract/errors';

export const BlobError = defineErrors('blob', {
  bad_key: {
    status: 500,
    message: () => 'A file was asked for under a name that files cannot have.',
  },
  not_found: {
    status: 404,
    message: () => 'This file is not there any more. Upload it again.',
  },
  unavailable: {
    status: 503,
    message: () => 'The place where files are kept cannot be used at the moment. Try again shortly.',
  },
});
