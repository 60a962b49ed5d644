import type { Session } from '@promptvault/contract/account/identity/shapes';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Monitor } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { endSession, sessionsQuery } from '../api/sessions.ts';
import { t } from '../messages.ts';
import { deviceName } from '../state/device-name.ts';

export function SessionList() {
  const { data: sessions, error, refetch, isFetching } = useQuery(sessionsQuery);
  if (error && !sessions)
    return (
      <ErrorState
        title={t('sessionsFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!sessions) return <SkeletonRows rows={2} />;
  const ordered = [...sessions].sort(
    (a, b) => Number(b.current) - Number(a.current) || b.createdAt.localeCompare(a.createdAt),
  );
  return (
    <ul className="overflow-hidden rounded-lg border border-line bg-panel">
      {ordered.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
    </ul>
  );
}

function SessionRow({ session }: { session: Session }) {
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: () => endSession(session.id),
    onSuccess: () =>
      queries.setQueryData(sessionsQuery.queryKey, (rows) => rows?.filter(({ id }) => id !== session.id)),
  });
  const { browser, system } = deviceName(session.device);
  const device =
    browser && system ? t('deviceOn', { browser, system }) : (browser ?? system ?? t('unknownDevice'));
  return (
    <li className="border-b border-line px-3 py-2.5 last:border-0">
      <div className="flex items-center gap-3">
        <Monitor aria-hidden="true" className="size-4 shrink-0 stroke-[1.75] text-ink-3" />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-2">
            <span className="truncate font-medium" title={session.device ?? undefined}>
              {device}
            </span>
            {session.current && <Chip tone="ok">{t('thisSession')}</Chip>}
          </div>
          <div className="text-12 text-ink-3">
            {t('signedIn')} <RelativeTime time={session.createdAt} />
            {session.address && ` · ${session.address}`}
          </div>
        </div>
        {!session.current && (
          <Button
            size="small"
            aria-label={t('endSessionOf', { device })}
            busy={ending.isPending}
            onClick={() => ending.mutate()}
          >
            {t('endSession')}
          </Button>
        )}
      </div>
      {ending.error && (
        <p role="alert" className="mt-1 pl-7 text-12 text-bad">
          {ending.error.message}
        </p>
      )}
    </li>
  );
}
