import { defineErrors } from '../../errors.ts';

export const NoticeError = defineErrors('notice', {
  not_operator: { status: 403, message: () => 'Only whoever runs this instance sees this.' },
  no_such_mail: { status: 404, message: () => 'There is no such mail, or it has gone meanwhile.' },
  no_such_event: {
    status: 404,
    message: () => 'There is no such event among those set aside, or it has been taken meanwhile.',
  },
  bad_bounce_token: {
    status: 401,
    message: () =>
      'This is not the token for returned mail. Whoever runs the instance finds it in the settings of mail.',
  },
  push_off: { status: 403, message: () => 'Whoever runs this server has turned notices in browsers off.' },
  bad_browser: {
    status: 422,
    message: (p: { reason: string }) => `This browser cannot be told: ${p.reason}`,
  },
  too_many_browsers: {
    status: 409,
    message: (p: { most: number }) =>
      `You are told in ${p.most} browsers already. Take one of them off the list first.`,
  },
  unknown_kind: { status: 404, message: () => 'There is no such kind of notice.' },
});
