import type { PushSettings } from '@promptvault/contract/account/notifications/shapes';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../../ui/button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { Switch } from '../../../../ui/switch.tsx';
import { deviceName } from '../../identity/index.ts';
import { pushQuery, unsubscribePush } from '../api/notices.ts';
import { leaveThisBrowser, ownSubscription, tellThisBrowser } from '../api/push-browser.ts';
import { t } from '../messages.ts';
import { browserFacts, type PushAbility, pushAbility } from '../state/push-ability.ts';
import { Refusal } from './refusal.tsx';

const reasons: Record<Exclude<PushAbility, 'able'>, () => string> = {
  insecure: () => t('pushInsecure'),
  notInstalled: () => t('pushNotInstalled'),
  unsupported: () => t('pushUnsupported'),
  denied: () => t('pushDenied'),
};

/** Whether this browser tells of notices, why it cannot, and which others do. */
export function PushSection() {
  const { data, error, refetch, isFetching } = useQuery(pushQuery);
  if (error && !data)
    return (
      <ErrorState
        title={t('browsersFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!data) return null;
  const others = data.items.filter(({ current }) => !current);
  return (
    <SettingsSection title={t('browsersTitle')} hint={t('browsersHint')}>
      <div className="grid max-w-105 gap-4">
        <ThisBrowser settings={data} />
        {others.length > 0 && (
          <div className="grid gap-1.5">
            <h3 className="text-12 font-medium text-ink-2">{t('otherBrowsers')}</h3>
            <ul className="rounded-lg border border-line bg-panel">
              {others.map((browser) => (
                <BrowserRow key={browser.id} browser={browser} />
              ))}
            </ul>
          </div>
        )}
      </div>
    </SettingsSection>
  );
}

function ThisBrowser({ settings }: { settings: PushSettings }) {
  const queries = useQueryClient();
  const ability = pushAbility(browserFacts());
  const own = useQuery({
    queryKey: [...pushQuery.queryKey, 'own'],
    queryFn: async () => (await ownSubscription()) !== undefined,
    enabled: ability === 'able',
  });
  const current = settings.items.find((item) => item.current);
  const change = useMutation({
    mutationFn: async (wanted: boolean) => {
      if (wanted) await tellThisBrowser(settings.publicKey);
      else await leaveThisBrowser(current?.id);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: pushQuery.queryKey }),
  });
  const reason = settings.offered ? ability !== 'able' && reasons[ability]() : t('pushOff');
  if (reason) return <p className="text-ink-2">{reason}</p>;
  const isOn = change.isPending ? change.variables : current !== undefined && own.data === true;
  return (
    <div>
      <Switch
        label={t('browserOn')}
        checked={isOn}
        disabled={change.isPending || own.isPending}
        onChange={(event) => change.mutate(event.target.checked)}
      />
      <Refusal error={change.error} />
      {isOn && current?.problem && <p className="mt-1 text-12 text-bad">{current.problem}</p>}
    </div>
  );
}

function BrowserRow({ browser }: { browser: PushSettings['items'][number] }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => unsubscribePush(browser.id),
    onSettled: () => queries.invalidateQueries({ queryKey: pushQuery.queryKey }),
  });
  const name = deviceName(browser.device);
  const device =
    name.browser && name.system
      ? t('deviceOn', { browser: name.browser, system: name.system })
      : (name.browser ?? name.system ?? t('unknownDevice'));
  return (
    <li className="flex items-center gap-3 border-b border-line px-3 py-2 last:border-0">
      <div className="min-w-0 flex-1">
        <div className="truncate">{device}</div>
        <div className="text-12 text-ink-3">
          {browser.service} ·{' '}
          {browser.toldAt ? (
            <>
              {t('toldAt')} <RelativeTime time={browser.toldAt} />
            </>
          ) : (
            t('neverTold')
          )}
        </div>
        {browser.problem && <div className="text-12 text-bad">{browser.problem}</div>}
        <Refusal error={remove.error} />
      </div>
      <Button
        size="small"
        kind="quiet"
        busy={remove.isPending}
        aria-label={t('takeOffOf', { device })}
        onClick={() => remove.mutate()}
      >
        {t('takeOff')}
      </Button>
    </li>
  );
}
