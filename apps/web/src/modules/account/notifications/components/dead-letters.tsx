import type { DeadLetter } from '@promptvault/contract/account/notifications/shapes';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../../ui/button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { deadLettersQuery, giveDeadLetterAgain } from '../api/notices.ts';
import { t } from '../messages.ts';

/** For whoever runs the instance: events that a part of the server went on without. Nothing where there are none. */
export function DeadLetters() {
  const { data, error, refetch, isFetching } = useQuery(deadLettersQuery);
  if (error && !data)
    return (
      <ErrorState
        title={t('lettersFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!data || data.total === 0) return null;
  return (
    <SettingsSection title={t('lettersTitle', { count: data.total })} hint={t('lettersHint')}>
      <ul className="rounded-lg border border-line bg-panel">
        {data.items.map((letter) => (
          <LetterRow key={letter.id} letter={letter} />
        ))}
      </ul>
    </SettingsSection>
  );
}

function LetterRow({ letter }: { letter: DeadLetter }) {
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: () => giveDeadLetterAgain(letter),
    onSuccess: (list) => queries.setQueryData(deadLettersQuery.queryKey, list),
  });
  return (
    <li className="flex flex-wrap items-start gap-3 border-b border-line px-3 py-2 last:border-0">
      <div className="min-w-0 flex-1 basis-60">
        <div className="break-words font-medium">
          {t('letterOf', { event: letter.eventType, listener: letter.listener })}
        </div>
        <div className="text-12 text-ink-3">
          {letter.organizationName} · {t('lettersTried', { count: letter.tries })} ·{' '}
          <RelativeTime time={letter.createdAt} />
        </div>
        <div className="break-words font-mono text-12 text-bad">{letter.error}</div>
        {again.error && (
          <p role="alert" className="text-12 text-bad">
            {again.error.message}
          </p>
        )}
      </div>
      <Button
        size="small"
        busy={again.isPending}
        aria-label={t('letterAgain', { event: letter.eventType, listener: letter.listener })}
        onClick={() => again.mutate()}
      >
        {t('tryAgain')}
      </Button>
    </li>
  );
}
