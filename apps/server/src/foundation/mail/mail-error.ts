import { defineErrors } from '@promptvault/contract/errors';

export const MailError = defineErrors('mail', {
  bad_address: {
    status: 422,
    message: () => 'This is not a mail address we can send to. It should look like name@example.com.',
  },
  bad_header: {
    status: 500,
    message: (p: { header: string }) => `The mail was not sent: its header “${p.header}” is not allowed.`,
  },
  refused: {
    status: 502,
    message: () =>
      'The mail server did not take the mail. The log says why; ask the operator to check SMTP_URL and SMTP_FROM.',
  },
});
