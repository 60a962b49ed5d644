import type { Guest } from '@promptvault/contract/vault/sharing/shapes';
import { useInfiniteQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { guestsQuery } from '../api/guests.ts';
import { t } from '../messages.ts';
import { GuestRow } from './guest-row.tsx';

const isPresent = ({ state }: Guest) => state === 'open' || state === 'invited';

/** People outside who see single prompts: those one invited, or all for who manages sharing. */
export function GuestsSection({ managesAll }: { managesAll: boolean }) {
  const query = useInfiniteQuery(guestsQuery());
  const guests = query.data?.pages.flatMap(({ items }) => items);
  const present = guests?.filter(isPresent);
  const past = guests?.filter((guest) => !isPresent(guest));
  return (
    <SettingsSection title={t('guests')} hint={managesAll ? t('guestsHint') : t('guestsMineHint')}>
      {query.error && !guests ? (
        <ErrorState
          title={t('guestsFailed')}
          reason={query.error.message}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : !present || !past ? (
        <SkeletonRows rows={3} />
      ) : (
        <>
          {present.length === 0 ? (
            <EmptyState
              className="rounded-lg border border-dashed border-edge py-8"
              icon={<UserPlus />}
              title={t('guestsNone')}
              hint={t('guestsNoneHint')}
            />
          ) : (
            <ul className="rounded-lg border border-line bg-panel">
              {present.map((guest) => (
                <GuestRow key={guest.id} guest={guest} />
              ))}
            </ul>
          )}
          {past.length > 0 && (
            <details className="mt-4">
              <summary className="w-fit rounded-xs text-ink-3 hover:text-ink">
                {t('pastGuests', { count: past.length })}
              </summary>
              <ul className="mt-2 rounded-lg border border-line">
                {past.map((guest) => (
                  <GuestRow key={guest.id} guest={guest} />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      {query.hasNextPage && (
        <Button className="mt-3" busy={query.isFetching} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </SettingsSection>
  );
}
