import { defineErrors } from '../../errors.ts';

export const ShareError = defineErrors('share', {
  bad_address: {
    status: 422,
    message: () => 'This is not a mail address we can send to. It should look like name@example.com.',
  },
  too_much_mail: {
    status: 429,
    message: (p: { retryAfterMs: number }) =>
      `You mailed 20 links within an hour. Try again in ${Math.max(1, Math.ceil(p.retryAfterMs / 60_000))} minutes, or hand the link over yourself.`,
  },
  version_unknown: {
    status: 422,
    message: (p: { version: number }) => `There is no version ${p.version} that a link could stay on.`,
  },
  nothing_to_show: {
    status: 409,
    message: () => 'A link shows saved versions, and nothing is saved yet. Save a version first.',
  },
});
