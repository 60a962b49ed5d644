import type {
  MailMode,
  NoticePreference,
  NoticeSettings,
} from '@promptvault/contract/account/notifications/shapes';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { PageLink } from '../../../../shell/page-link.tsx';
import { Button } from '../../../../ui/button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { Switch } from '../../../../ui/switch.tsx';
import { changePreference, changeSettings, mutesQuery, settingsKey, settingsQuery } from '../api/notices.ts';
import { useNoticeActions } from '../api/use-notice-actions.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { PushSection } from './push-section.tsx';
import { Refusal } from './refusal.tsx';

/** Where one is told about what: by kind and way, when the daily mail comes, and what is muted. */
export function NoticeSettingsPage() {
  const { data, error, refetch, isFetching } = useQuery(settingsQuery);
  useEffect(() => {
    document.title = `${frameText('settings')} · PromptVault`;
  }, []);
  if (error && !data)
    return (
      <ErrorState
        title={t('settingsFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!data) return <SkeletonRows rows={6} />;
  return (
    <>
      <SettingsSection title={t('kindsTitle')} hint={t('kindsHint')}>
        <ul className="rounded-lg border border-line bg-panel">
          {data.items.map((preference) => (
            <KindRow key={preference.kind} preference={preference} />
          ))}
        </ul>
      </SettingsSection>
      <PushSection />
      <MailSection settings={data} />
      <MuteSection />
    </>
  );
}

/** Shows a change at once, and takes it back with the reason when the server refuses. */
function useSettingsChange<Change>(
  save: (change: Change) => Promise<unknown>,
  show: (settings: NoticeSettings, change: Change) => NoticeSettings,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: save,
    onMutate: async (change) => {
      await queries.cancelQueries({ queryKey: settingsKey });
      queries.setQueryData(settingsQuery.queryKey, (settings) => settings && show(settings, change));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: settingsKey }),
  });
}

function KindRow({ preference }: { preference: NoticePreference }) {
  const { kind, summary, app, mail, push } = preference;
  const change = useSettingsChange(
    (next: { app: boolean; mail: MailMode; push: boolean }) => changePreference(kind, next),
    (settings, next) => ({
      ...settings,
      items: settings.items.map((item) => (item.kind === kind ? { ...item, ...next, chosen: true } : item)),
    }),
  );
  return (
    <li className="border-b border-line px-3 py-2 last:border-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <span className="min-w-0 flex-1 basis-48 max-md:basis-full">{summary}</span>
        <div className="flex items-center gap-2 text-ink-2">
          <span aria-hidden="true">{t('inApp')}</span>
          <Switch
            label={t('inAppOf', { kind: summary })}
            hideLabel
            checked={app}
            onChange={(event) => change.mutate({ app: event.target.checked, mail, push })}
          />
        </div>
        <div className="flex items-center gap-2 text-ink-2">
          <span aria-hidden="true">{t('inBrowser')}</span>
          <Switch
            label={t('inBrowserOf', { kind: summary })}
            hideLabel
            checked={push}
            onChange={(event) => change.mutate({ app, mail, push: event.target.checked })}
          />
        </div>
        <div className="flex items-center gap-2 text-ink-2 max-md:basis-full">
          <span aria-hidden="true">{t('byMail')}</span>
          <Select
            className="w-28"
            label={t('byMailOf', { kind: summary })}
            hideLabel
            value={mail}
            onChange={(event) => change.mutate({ app, mail: event.target.value as MailMode, push })}
            options={(['immediate', 'daily', 'never'] as const).map((value) => ({ value, label: t(value) }))}
          />
        </div>
      </div>
      <Refusal error={change.error} />
    </li>
  );
}

const zones = (chosen: string): readonly string[] => [
  ...new Set([
    chosen,
    Intl.DateTimeFormat().resolvedOptions().timeZone,
    'UTC',
    ...Intl.supportedValuesOf('timeZone'),
  ]),
];

function MailSection({ settings }: { settings: NoticeSettings }) {
  const { address, delivers, digestHour, timeZone, mailPaused, mailReturned } = settings;
  const change = useSettingsChange(changeSettings, (shown, { addressWorks, ...next }) => ({
    ...shown,
    ...next,
    ...(addressWorks && { mailReturned: null }),
  }));
  return (
    <SettingsSection
      title={t('mailTitle')}
      hint={
        <>
          {t('mailHint', { address })} {!delivers && t('mailKept')}
        </>
      }
    >
      <div className="grid max-w-105 gap-4">
        {mailReturned && (
          <div className="grid justify-items-start gap-2 rounded-lg border border-line bg-panel p-3">
            <p>{t('mailReturned')}</p>
            <p className="break-words font-mono text-12 text-bad">{mailReturned.reason}</p>
            <Button
              size="small"
              busy={change.isPending}
              onClick={() => change.mutate({ addressWorks: true })}
            >
              {t('mailWorks')}
            </Button>
          </div>
        )}
        <Switch
          label={t('mailOn')}
          hint={t('mailOnHint')}
          checked={!mailPaused}
          onChange={(event) => change.mutate({ mailPaused: !event.target.checked })}
        />
        <div className="grid grid-cols-[8rem_1fr] gap-3 max-md:grid-cols-1">
          <Select
            label={t('digestHour')}
            value={String(digestHour)}
            onChange={(event) => change.mutate({ digestHour: Number(event.target.value) })}
            options={Array.from({ length: 24 }, (_, hour) => ({
              value: String(hour),
              label: `${String(hour).padStart(2, '0')}:00`,
            }))}
          />
          <Select
            label={t('timeZone')}
            hint={t('timeZoneHint')}
            value={timeZone}
            onChange={(event) => change.mutate({ timeZone: event.target.value })}
            options={zones(timeZone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          />
        </div>
        <Refusal error={change.error} />
      </div>
    </SettingsSection>
  );
}

function MuteSection() {
  const { data } = useQuery(mutesQuery);
  const { unmute } = useNoticeActions();
  return (
    <SettingsSection title={t('mutesTitle')} hint={t('mutesHint')}>
      {data && data.length > 0 ? (
        <ul className="rounded-lg border border-line bg-panel">
          {data.map(({ subject, address, mutedAt }) => (
            <li
              key={`${subject.kind} ${subject.id}`}
              className="flex items-center gap-3 border-b border-line px-3 py-2 last:border-0"
            >
              <PageLink to={address} className="min-w-0 flex-1 truncate">
                {subject.title}
              </PageLink>
              <RelativeTime time={mutedAt} className="text-12 text-ink-3" />
              <Button size="small" kind="quiet" onClick={() => unmute(subject)}>
                {t('unmute')}
                <span className="sr-only">: {subject.title}</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-3">{t('mutesNone')}</p>
      )}
    </SettingsSection>
  );
}
