import type {
  DeadLetter,
  DeadLetterList,
  MailMode,
  MailReport,
  Notice,
  NoticePreference,
  NoticeSettings,
  PushSettings,
} from '@promptvault/contract/account/notifications/shapes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import type { NoticeSearch } from '../state/notice-search.ts';

/** Everything below it is read again when notices change. */
export const noticesKey = ['notices'] as const;
export const settingsKey = ['notice-settings'] as const;

export const unreadQuery = queryOptions({
  queryKey: [...noticesKey, 'unread'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/notices/unread', { signal })),
});

export const noticesQuery = ({ unread, kind }: NoticeSearch, limit = 25) =>
  infiniteQueryOptions({
    queryKey: [...noticesKey, 'list', { unread, kind, limit }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/notices', {
          params: { query: { cursor: pageParam, limit, kind, ...(unread && { unread: 'true' }) } },
          signal,
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const mutesQuery = queryOptions({
  queryKey: [...noticesKey, 'mutes'],
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/notices/mutes', { signal }))).items,
});

const path = (noticeId: string) => ({ params: { path: { noticeId } } });

export const setRead = async ({ id }: Notice, read: boolean): Promise<void> => {
  await (read
    ? api.PUT('/api/v1/notices/{noticeId}/read', path(id))
    : api.DELETE('/api/v1/notices/{noticeId}/read', path(id)));
};

export const setMuted = async ({ kind, id }: { kind: string; id: string }, muted: boolean): Promise<void> => {
  await api.PUT('/api/v1/notices/mutes', { body: { kind, id, muted } });
};

/** Up to the newest one that was seen: what came meanwhile stays unread. */
export const readAll = async (until: string): Promise<void> => {
  await api.POST('/api/v1/notices/read-all', { body: { until } });
};

export const settingsQuery = queryOptions({
  queryKey: settingsKey,
  queryFn: ({ signal }): Promise<NoticeSettings> => dataOf(api.GET('/api/v1/notices/settings', { signal })),
});

export const changeSettings = (
  body: Partial<Pick<NoticeSettings, 'digestHour' | 'timeZone' | 'mailPaused'>> & { addressWorks?: true },
): Promise<NoticeSettings> => dataOf(api.PATCH('/api/v1/notices/settings', { body }));

export const changePreference = (
  kind: string,
  body: { app: boolean; mail: MailMode; push: boolean },
): Promise<NoticePreference> =>
  dataOf(api.PUT('/api/v1/notices/settings/{kind}', { params: { path: { kind } }, body }));

export const pushQuery = queryOptions({
  queryKey: [...settingsKey, 'push'],
  queryFn: ({ signal }): Promise<PushSettings> => dataOf(api.GET('/api/v1/notices/push', { signal })),
});

export const subscribePush = (body: {
  endpoint: string;
  p256dh: string;
  auth: string;
}): Promise<PushSettings> => dataOf(api.PUT('/api/v1/notices/push', { body }));

export const unsubscribePush = async (subscriptionId: string): Promise<void> => {
  await api.DELETE('/api/v1/notices/push/{subscriptionId}', { params: { path: { subscriptionId } } });
};

export const deadLettersQuery = queryOptions({
  queryKey: ['dead-letters'],
  queryFn: ({ signal }): Promise<DeadLetterList> =>
    dataOf(api.GET('/api/v1/instance/dead-letters', { signal })),
});

export const giveDeadLetterAgain = ({ organizationId, id }: DeadLetter): Promise<DeadLetterList> =>
  dataOf(api.POST('/api/v1/instance/dead-letters/again', { body: { organizationId, id } }));

export const mailReportQuery = queryOptions({
  queryKey: ['mail-report'],
  queryFn: ({ signal }): Promise<MailReport> => dataOf(api.GET('/api/v1/instance/mail', { signal })),
});

export const retryMail = ({ organizationId, id }: MailReport['troubled'][number]): Promise<MailReport> =>
  dataOf(api.POST('/api/v1/instance/mail/retry', { body: { organizationId, id } }));
