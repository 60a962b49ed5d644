import type { Guest } from '@promptvault/contract/vault/sharing/shapes';
import { useInfiniteQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { guestsQuery } from '../api/guests.ts';
import { t } from '../messages.ts';
import { GuestRow } from './guest-row.tsx';
import { PresentAndPast } from './present-and-past.tsx';

const isPresent = ({ state }: Guest) => state === 'open' || state === 'invited';

/** People outside who see single prompts: those one invited, or all for who manages sharing. */
export function GuestsSection({ managesAll }: { managesAll: boolean }) {
  return (
    <PresentAndPast
      title={t('guests')}
      hint={managesAll ? t('guestsHint') : t('guestsMineHint')}
      query={useInfiniteQuery(guestsQuery())}
      isPresent={isPresent}
      row={(guest) => <GuestRow key={guest.id} guest={guest} />}
      none={{ icon: <UserPlus />, title: t('guestsNone'), hint: t('guestsNoneHint') }}
      failed={t('guestsFailed')}
      past={(count) => t('pastGuests', { count })}
    />
  );
}
