import { defineRoute } from '../../define-route.ts';
import { NoticeError } from './errors.ts';
import {
  bounceBody,
  bounceOutcome,
  deadLetterList,
  giveDeadLetterAgainBody,
  listNoticesQuery,
  mailReport,
  muteBody,
  muteList,
  noticePage,
  noticeParams,
  noticePreference,
  noticeSettings,
  preferenceParams,
  pushSettings,
  readAllBody,
  retryMailBody,
  setPreferenceBody,
  subscribePushBody,
  subscriptionParams,
  unreadCount,
  updateNoticeSettingsBody,
} from './shapes.ts';

const base = '/api/v1';
const ids = { 'params.noticeId': 'notice' };
const params = noticeParams;
const example = { params: { noticeId: '$notice' } };

export const listNotices = defineRoute({
  operationId: 'listNotices',
  method: 'get',
  path: `${base}/notices`,
  permission: 'notice.read',
  summary: 'One’s own notices in this organization, newest first, unread ones of a group as one',
  limit: 'read',
  query: listNoticesQuery,
  response: { status: 200, schema: noticePage },
  example: {},
});

export const countUnreadNotices = defineRoute({
  operationId: 'countUnreadNotices',
  method: 'get',
  path: `${base}/notices/unread`,
  permission: 'notice.read',
  summary: 'How many groups of notices are unread',
  limit: 'read',
  response: { status: 200, schema: unreadCount },
  example: {},
});

export const readNotice = defineRoute({
  operationId: 'readNotice',
  method: 'put',
  path: `${base}/notices/{noticeId}/read`,
  permission: 'notice.read',
  summary: 'Mark a notice, and the unread ones of its group, as read',
  limit: 'write',
  params,
  response: { status: 204 },
  ids,
  example,
});

export const unreadNotice = defineRoute({
  operationId: 'unreadNotice',
  method: 'delete',
  path: `${base}/notices/{noticeId}/read`,
  permission: 'notice.read',
  summary: 'Mark a notice, and those read together with it, as unread',
  limit: 'write',
  params,
  response: { status: 204 },
  ids,
  example,
});

export const readAllNotices = defineRoute({
  operationId: 'readAllNotices',
  method: 'post',
  path: `${base}/notices/read-all`,
  permission: 'notice.read',
  summary: 'Mark all notices of this organization as read',
  limit: 'write',
  body: readAllBody,
  response: { status: 204 },
  ids: { 'body.until': 'notice' },
  example: { body: { until: '$notice' } },
});

export const listNoticeMutes = defineRoute({
  operationId: 'listNoticeMutes',
  method: 'get',
  path: `${base}/notices/mutes`,
  permission: 'notice.read',
  summary: 'Things one is not told about',
  limit: 'read',
  response: { status: 200, schema: muteList },
  example: {},
});

export const muteNotices = defineRoute({
  operationId: 'muteNotices',
  method: 'put',
  path: `${base}/notices/mutes`,
  permission: 'notice.read',
  summary: 'Be told no more about a thing, or be told again',
  limit: 'write',
  body: muteBody,
  response: { status: 204 },
  ids: { 'body.id': 'prompt' },
  example: { body: { kind: 'prompt', id: '$prompt', muted: true } },
});

export const getNoticeSettings = defineRoute({
  operationId: 'getNoticeSettings',
  method: 'get',
  path: `${base}/notices/settings`,
  permission: 'notice.read',
  summary: 'Where each kind of notice goes, and when the daily mail comes',
  limit: 'read',
  response: { status: 200, schema: noticeSettings },
  example: {},
});

export const updateNoticeSettings = defineRoute({
  operationId: 'updateNoticeSettings',
  method: 'patch',
  path: `${base}/notices/settings`,
  permission: 'notice.read',
  summary: 'Change when the daily mail comes, or pause mail',
  limit: 'write',
  body: updateNoticeSettingsBody,
  response: { status: 200, schema: noticeSettings },
  example: { body: { digestHour: 8, timeZone: 'Europe/Berlin' } },
});

export const setNoticePreference = defineRoute({
  operationId: 'setNoticePreference',
  method: 'put',
  path: `${base}/notices/settings/{kind}`,
  permission: 'notice.read',
  summary: 'Say where a kind of notice goes',
  limit: 'write',
  params: preferenceParams,
  body: setPreferenceBody,
  response: { status: 200, schema: noticePreference },
  errors: [NoticeError.unknown_kind],
  example: { params: { kind: 'member.joined' }, body: { app: true, mail: 'daily' } },
});

export const getPushSettings = defineRoute({
  operationId: 'getPushSettings',
  method: 'get',
  path: `${base}/notices/push`,
  permission: 'notice.read',
  summary: 'The browsers in which one is told, and the key to subscribe another with',
  limit: 'read',
  response: { status: 200, schema: pushSettings },
  example: {},
});

export const subscribePush = defineRoute({
  operationId: 'subscribePush',
  method: 'put',
  path: `${base}/notices/push`,
  permission: 'notice.read',
  summary: 'Be told in this browser, until this session ends',
  limit: 'costly',
  body: subscribePushBody,
  response: { status: 200, schema: pushSettings },
  errors: [NoticeError.push_off, NoticeError.bad_browser, NoticeError.too_many_browsers],
  example: {
    body: {
      endpoint: 'https://push.example/v2/abc',
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
  },
});

export const unsubscribePush = defineRoute({
  operationId: 'unsubscribePush',
  method: 'delete',
  path: `${base}/notices/push/{subscriptionId}`,
  permission: 'notice.read',
  summary: 'Be told no more in one of one’s browsers',
  limit: 'write',
  params: subscriptionParams,
  response: { status: 204 },
  ids: { 'params.subscriptionId': 'push_subscription' },
  example: { params: { subscriptionId: '$push_subscription' } },
});

export const listDeadLetters = defineRoute({
  operationId: 'listDeadLetters',
  method: 'get',
  path: `${base}/instance/dead-letters`,
  permission: 'signed_in',
  summary: 'For the operator: events that a part of the server failed at and went on without',
  limit: 'read',
  response: { status: 200, schema: deadLetterList },
  errors: [NoticeError.not_operator],
  example: {},
});

export const giveDeadLetterAgain = defineRoute({
  operationId: 'giveDeadLetterAgain',
  method: 'post',
  path: `${base}/instance/dead-letters/again`,
  permission: 'signed_in',
  summary: 'For the operator: give such an event to its listener once more',
  description:
    'After all that came since. One that is taken is gone from the list; of another the list says why not.',
  limit: 'costly',
  body: giveDeadLetterAgainBody,
  response: { status: 200, schema: deadLetterList },
  errors: [NoticeError.not_operator, NoticeError.no_such_event],
  example: {
    body: {
      organizationId: '01900000-0000-7000-8000-000000000001',
      id: '01900000-0000-7000-8000-000000000002',
    },
  },
});

export const getMailReport = defineRoute({
  operationId: 'getMailReport',
  method: 'get',
  path: `${base}/instance/mail`,
  permission: 'signed_in',
  summary: 'For the operator: mail that did not go, and mail kept because no mail server is set',
  limit: 'read',
  response: { status: 200, schema: mailReport },
  errors: [NoticeError.not_operator],
  example: {},
});

export const retryMail = defineRoute({
  operationId: 'retryMail',
  method: 'post',
  path: `${base}/instance/mail/retry`,
  permission: 'signed_in',
  summary: 'For the operator: send a mail again that did not go',
  limit: 'costly',
  body: retryMailBody,
  response: { status: 200, schema: mailReport },
  errors: [NoticeError.not_operator, NoticeError.no_such_mail],
  example: {
    body: {
      organizationId: '01900000-0000-7000-8000-000000000001',
      id: '01900000-0000-7000-8000-000000000002',
    },
  },
});

export const receiveBounce = defineRoute({
  operationId: 'receiveBounce',
  method: 'post',
  path: `${base}/mail/bounces`,
  permission: 'public',
  summary: 'For the operator’s mail server: tell of a mail that came back (RFC 3464)',
  description: 'Takes the token of the settings of mail as `Authorization: Bearer …`.',
  limit: 'write',
  body: bounceBody,
  response: { status: 200, schema: bounceOutcome },
  errors: [NoticeError.bad_bounce_token],
  example: { body: { message: 'Content-Type: text/plain\n\nHello' } },
});
