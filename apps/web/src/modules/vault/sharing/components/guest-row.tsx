import type { Guest } from '@promptvault/contract/vault/sharing/shapes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { formatDay } from '../../../../ui/format.ts';
import { toast } from '../../../../ui/toast-store.ts';
import { guestsKey, removeGuest } from '../api/guests.ts';
import { t } from '../messages.ts';

/** A guest: who, what they see and for how long, and the way to end it. */
export function GuestRow({ guest, untitled }: { guest: Guest; untitled?: boolean }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeGuest(guest),
    onSuccess: async () => {
      toast({ text: t(guest.state === 'invited' ? 'takenBackNow' : 'removedNow') });
      await queries.invalidateQueries({ queryKey: guestsKey });
    },
  });
  const title = guest.title ?? t('gone');
  const name = guest.person?.name ?? guest.sentTo;
  return (
    <li className="flex flex-wrap items-start gap-3 border-b border-line px-3 py-2 last:border-0">
      <div className="min-w-0 flex-1 basis-56">
        <div className="flex flex-wrap items-center gap-1.5">
          <span className="font-medium break-words">{name}</span>
          <Chip>{t(guest.level === 'comment' ? 'mayComment' : 'mayRead')}</Chip>
          {guest.state !== 'open' && <Chip>{t(`guest_${guest.state}`)}</Chip>}
        </div>
        <div className="text-12 break-words text-ink-3">
          {!untitled && `${title} · `}
          {guest.person && `${guest.sentTo} · `}
          {t('invitedBy', { name: guest.createdBy.name })} ·{' '}
          {guest.expiresAt ? t('until', { day: formatDay(new Date(guest.expiresAt)) }) : t('noEnd')}
        </div>
        {remove.error && (
          <p role="alert" className="text-12 text-bad">
            {remove.error.message}
          </p>
        )}
      </div>
      {(guest.state === 'open' || guest.state === 'invited') && (
        <Button
          size="small"
          kind="danger"
          busy={remove.isPending}
          aria-label={t(guest.state === 'invited' ? 'takeBackOf' : 'removeOf', { name, title })}
          onClick={() => remove.mutate()}
        >
          {t(guest.state === 'invited' ? 'takeBack' : 'remove')}
        </Button>
      )}
    </li>
  );
}
