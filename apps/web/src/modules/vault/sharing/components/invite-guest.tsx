import type { Guest } from '@promptvault/contract/vault/sharing/shapes';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Button } from '../../../../ui/button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useValidatedForm } from '../../../../ui/use-validated-form.ts';
import { refusalOf } from '../../../../wire/refusal-of.ts';
import { guestsKey, guestsQuery, inviteGuest } from '../api/guests.ts';
import { t } from '../messages.ts';
import { GuestRow } from './guest-row.tsx';

const lives = ['1d', '7d', '30d', 'never'] as const;
const schema = z.object({
  mailTo: z
    .string()
    .trim()
    .max(254)
    .min(1, { error: () => t('mailMissing') }),
  level: z.enum(['read', 'comment']),
  guestFor: z.enum(lives),
});

/** Invites somebody who is no member to a prompt, and lists who is invited. */
export function InviteGuest({ promptId }: { promptId: string }) {
  const queries = useQueryClient();
  const form = useValidatedForm({
    schema,
    defaults: { mailTo: '', level: 'comment', guestFor: '30d' },
    onSubmit: async (given) => {
      const { delivers } = await inviteGuest({ ...given, prompts: [promptId] });
      toast({ text: t(delivers ? 'invitedNow' : 'invitedUnsent', { address: given.mailTo }) });
      form.reset();
      await queries.invalidateQueries({ queryKey: guestsKey });
    },
    refusalOf: refusalOf(),
  });
  return (
    <>
      <form onSubmit={form.submit} noValidate className="grid gap-4">
        <TextField
          type="email"
          label={t('guestMail')}
          hint={t('guestMailHint')}
          autoComplete="off"
          {...form.field('mailTo')}
        />
        <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
          <Select
            label={t('guestLevel')}
            options={[
              { value: 'comment', label: t('levelComment') },
              { value: 'read', label: t('levelRead') },
            ]}
            {...form.field('level')}
          />
          <Select
            label={t('life')}
            options={lives.map((life) => ({ value: life, label: t(life) }))}
            {...form.field('guestFor')}
          />
        </div>
        {form.refusal && <ProblemMessage>{form.refusal}</ProblemMessage>}
        <Button type="submit" kind="primary" busy={form.busy} className="w-fit">
          {t('invite')}
        </Button>
      </form>
      <GuestsOfThis promptId={promptId} />
    </>
  );
}

const isPresent = ({ state }: Guest) => state === 'open' || state === 'invited';

function GuestsOfThis({ promptId }: { promptId: string }) {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(
    guestsQuery(promptId),
  );
  const guests = data?.pages.flatMap(({ items }) => items).filter(isPresent);
  return (
    <section aria-label={t('guests')} className="mt-5 border-t border-line pt-4">
      <h3 className="mb-2 font-semibold">{t('guests')}</h3>
      {error ? (
        <ProblemMessage>{error.message}</ProblemMessage>
      ) : isPending ? (
        <SkeletonRows rows={2} />
      ) : guests && guests.length === 0 && !hasNextPage ? (
        <p className="text-ink-3">{t('noGuests')}</p>
      ) : (
        <ul className="rounded-lg border border-line">
          {guests?.map((guest) => (
            <GuestRow key={guest.id} guest={guest} untitled />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button className="mt-2" size="small" busy={isFetching} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
