import { defineErrors } from '../../errors.ts';

export const NoticeError = defineErrors('notice', {
  not_operator: { status: 403, message: () => 'Only whoever runs this instance sees its mail.' },
  no_such_mail: { status: 404, message: () => 'There is no such mail, or it has gone meanwhile.' },
  unknown_kind: { status: 404, message: () => 'There is no such kind of notice.' },
});
