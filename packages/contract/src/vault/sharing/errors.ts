import { defineErrors } from '../../errors.ts';

export const ShareError = defineErrors('share', {
  bad_address: {
    status: 422,
    message: () => 'This is not a mail address we can send to. It should look like name@example.com.',
  },
  too_much_mail: {
    status: 429,
    message: (p: { retryAfterMs: number }) =>
      `You mailed 20 links and invitations within an hour. Try again in ${Math.max(1, Math.ceil(p.retryAfterMs / 60_000))} minutes, or hand the link over yourself.`,
  },
  too_many_guests: {
    status: 409,
    message: (p: { most: number }) =>
      `A prompt has at most ${p.most} guests and open invitations. Remove some first, or make a link.`,
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
