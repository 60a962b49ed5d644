import type { KeptMail, TroubledMail } from '@promptvault/contract/account/notifications/shapes';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatMoment } from '../../../../ui/format.ts';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { mailReportQuery, retryMail } from '../api/notices.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { DeadLetters } from './dead-letters.tsx';

/** For whoever runs the instance: mail that did not go, and mail kept because there is no mail server. */
export function MailPage() {
  const { data, error, refetch, isFetching } = useQuery(mailReportQuery);
  useEffect(() => {
    document.title = `${frameText('mail')} · PromptVault`;
  }, []);
  if (error && !data)
    return (
      <ErrorState
        title={t('mailFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!data) return <SkeletonRows rows={5} />;
  return (
    <>
      <SettingsSection title={t('troubledTitle')} hint={t('troubledHint')}>
        {data.troubled.length === 0 ? (
          <p className="text-ink-3">{t('troubledNone')}</p>
        ) : (
          <ul className="rounded-lg border border-line bg-panel">
            {data.troubled.map((mail) => (
              <TroubledRow key={mail.id} mail={mail} />
            ))}
          </ul>
        )}
      </SettingsSection>
      {!data.delivers && (
        <SettingsSection title={t('keptTitle')} hint={t('keptHint')}>
          {data.kept.length === 0 ? (
            <p className="text-ink-3">{t('keptNone')}</p>
          ) : (
            <ul className="rounded-lg border border-line bg-panel">
              {data.kept.map((mail) => (
                <KeptRow key={mail.id} mail={mail} />
              ))}
            </ul>
          )}
        </SettingsSection>
      )}
      <DeadLetters />
      <SettingsSection title={t('bouncesTitle')} hint={t('bouncesHint')}>
        <dl className="grid max-w-105 gap-3">
          {(
            [
              [t('bouncesAddress'), data.bounces.address],
              [t('bouncesToken'), data.bounces.token],
            ] as const
          ).map(([name, value]) => (
            <div key={name}>
              <dt className="text-12 font-medium text-ink-2">{name}</dt>
              <dd className="flex items-center gap-2">
                <code className="min-w-0 flex-1 rounded-md bg-raise px-2 py-1 font-mono text-12 break-all">
                  {value}
                </code>
                <CopyButton label={name} text={value} />
              </dd>
            </div>
          ))}
        </dl>
      </SettingsSection>
    </>
  );
}

const stateText = ({ state, attempts, nextAt }: TroubledMail): string => {
  if (state === 'failed') return t('failedState');
  if (state === 'unknown') return t('unknownState');
  if (state === 'returned') return t('returned');
  return t('waiting', { count: attempts, time: formatMoment(new Date(nextAt)) });
};

function TroubledRow({ mail }: { mail: TroubledMail }) {
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: () => retryMail(mail),
    onSuccess: (report) => queries.setQueryData(mailReportQuery.queryKey, report),
  });
  const address = mail.address ?? t('someone');
  // The words of a letter are erased once it has gone: whoever wrote it invites again.
  const isKept = mail.purpose !== 'letter' || mail.state !== 'returned';
  return (
    <li className="flex flex-wrap items-start gap-3 border-b border-line px-3 py-2 last:border-0">
      <div className="min-w-0 flex-1 basis-60">
        <div className="break-words font-medium">{address}</div>
        <div className="text-12 text-ink-3">
          {t(mail.purpose)} · {mail.organizationName} · <RelativeTime time={mail.createdAt} />
        </div>
        <div className="text-12 text-ink-2">{stateText(mail)}</div>
        {mail.error && <div className="break-words font-mono text-12 text-bad">{mail.error}</div>}
        {retry.error && (
          <p role="alert" className="text-12 text-bad">
            {retry.error.message}
          </p>
        )}
      </div>
      {isKept && (
        <Button
          size="small"
          busy={retry.isPending}
          aria-label={t('tryAgainOf', { address })}
          onClick={() => retry.mutate()}
        >
          {t('tryAgain')}
        </Button>
      )}
    </li>
  );
}

function KeptRow({ mail }: { mail: KeptMail }) {
  return (
    <li className="border-b border-line last:border-0">
      <details className="px-3 py-2">
        <summary className="cursor-default break-words">
          <span className="font-medium">{mail.subject}</span>
          <span className="ml-2 text-12 text-ink-3">
            {t('to', { address: mail.to })} · <RelativeTime time={mail.at} />
          </span>
        </summary>
        <pre className="mt-2 overflow-auto rounded-md bg-raise p-3 font-mono text-12 whitespace-pre-wrap">
          {mail.text}
        </pre>
      </details>
    </li>
  );
}
