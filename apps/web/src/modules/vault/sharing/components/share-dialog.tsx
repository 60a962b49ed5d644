import type { CreatedShareLink } from '@promptvault/contract/vault/sharing/shapes';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link2, UserPlus } from 'lucide-react';
import { useState } from 'react';
import * as z from 'zod';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { useValidatedForm } from '../../../../ui/use-validated-form.ts';
import { refusalOf } from '../../../../wire/refusal-of.ts';
import { createShareLink, type Shared, shareLinksKey, shareLinksQuery } from '../api/share-links.ts';
import { t } from '../messages.ts';
import { useNewestVersion } from '../state/use-newest-version.ts';
import { InviteGuest } from './invite-guest.tsx';
import { LinkRow } from './link-row.tsx';

const lives = ['1d', '7d', '30d', 'never'] as const;
const schema = z.object({
  shows: z.enum(['newest', 'this', 'whole']),
  level: z.enum(['read', 'comment']),
  life: z.enum(lives),
  password: z
    .string()
    .max(200)
    .refine((text) => text === '' || text.length >= 8, { error: () => t('passwordShort') }),
  mailTo: z.string().trim().max(254),
  indexable: z.boolean(),
});

type ShareDialogProps = {
  subject: Shared;
  /** What the thing is a part of, and may be shared as instead. */
  whole?: Shared | undefined;
  onClose: () => void;
};

/** Makes links to a thing, and lists those there are; or invites guests to a prompt. A new link is shown this once. */
export function ShareDialog({ subject, whole, onClose }: ShareDialogProps) {
  const [made, setMade] = useState<CreatedShareLink>();
  const [way, setWay] = useState<'link' | 'guest'>('link');
  if (made)
    return (
      <Dialog
        open
        steadfast
        onClose={onClose}
        title={t('ready')}
        description={
          made.sentTo ? `${t('sentNow', { address: made.sentTo })} ${t('readyHint')}` : t('readyHint')
        }
        actions={
          <>
            <Button onClick={() => setMade(undefined)}>{t('another')}</Button>
            <Button onClick={onClose}>{t('done')}</Button>
            <CopyButton wide kind="primary" text={made.url} label={t('copyLink')} />
          </>
        }
      >
        <TextField
          label={t('link')}
          value={made.url}
          readOnly
          mono
          onFocus={(event) => event.currentTarget.select()}
        />
      </Dialog>
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('shareTitle')}
      description={t(way === 'link' ? 'shareHint' : 'guestHint')}
    >
      {subject.kind === 'prompt' && (
        <SegmentedControl
          label={t('shareWay')}
          className="mb-4"
          value={way}
          onChange={setWay}
          options={[
            { value: 'link', label: t('byLink'), icon: <Link2 /> },
            { value: 'guest', label: t('inviteGuest'), icon: <UserPlus /> },
          ]}
        />
      )}
      {way === 'guest' ? (
        <InviteGuest promptId={subject.id} />
      ) : (
        <>
          <LinkForm subject={subject} whole={whole} onMade={setMade} />
          <LinksToThis subject={subject} />
        </>
      )}
    </Dialog>
  );
}

type LinkFormProps = Omit<ShareDialogProps, 'onClose'> & { onMade: (made: CreatedShareLink) => void };

function LinkForm({ subject, whole, onMade }: LinkFormProps) {
  const queries = useQueryClient();
  const newest = useNewestVersion(subject);
  const form = useValidatedForm({
    schema,
    defaults: { shows: 'newest', level: 'read', life: '7d', password: '', mailTo: '', indexable: false },
    onSubmit: async ({ shows, level, life, password, mailTo, indexable }) => {
      const link = await createShareLink({
        ...(shows === 'whole' && whole ? whole : subject),
        level,
        life,
        indexable,
        ...(password && { password }),
        ...(mailTo && { mailTo }),
        ...(shows === 'this' && newest !== undefined && { version: newest }),
      });
      onMade(link);
      await queries.invalidateQueries({ queryKey: shareLinksKey });
    },
    refusalOf: refusalOf(),
  });
  const choices = [
    { value: 'newest', label: subject.kind === 'prompt' ? t('newest') : t('thisAnswer') },
    ...(newest === undefined ? [] : [{ value: 'this', label: t('thisVersion', { version: newest }) }]),
    ...(whole ? [{ value: 'whole', label: t('together') }] : []),
  ];
  return (
    <form onSubmit={form.submit} noValidate className="grid gap-4">
      {choices.length > 1 && <Select label={t('shows')} options={choices} {...form.field('shows')} />}
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <Select
          label={t('life')}
          options={lives.map((life) => ({ value: life, label: t(life) }))}
          {...form.field('life')}
        />
        <TextField
          type="password"
          label={t('password')}
          note={t('passwordNote')}
          hint={t('passwordHint')}
          autoComplete="new-password"
          {...form.field('password')}
        />
      </div>
      {subject.kind === 'prompt' && (
        <Select
          label={t('linkLevel')}
          options={[
            { value: 'read', label: t('levelRead') },
            { value: 'comment', label: t('levelCommentSigned') },
          ]}
          {...form.field('level')}
        />
      )}
      <TextField
        type="email"
        label={t('mailTo')}
        note={t('passwordNote')}
        hint={t('mailToHint')}
        autoComplete="off"
        {...form.field('mailTo')}
      />
      <Checkbox label={t('indexable')} {...registered(form.field('indexable'))} />
      {form.refusal && <ProblemMessage>{form.refusal}</ProblemMessage>}
      <Button type="submit" kind="primary" busy={form.busy} className="w-fit">
        {t('create')}
      </Button>
    </form>
  );
}

/** A checkbox has no message of its own. */
const registered = <Props extends { error: unknown }>({ error: _error, ...rest }: Props) => rest;

function LinksToThis({ subject }: { subject: Shared }) {
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(shareLinksQuery(subject));
  const links = data?.pages.flatMap(({ items }) => items).filter(({ state }) => state === 'open');
  return (
    <section aria-label={t('links')} className="mt-5 border-t border-line pt-4">
      <h3 className="mb-2 font-semibold">{t('links')}</h3>
      {error ? (
        <ProblemMessage>{error.message}</ProblemMessage>
      ) : links && links.length === 0 && !hasNextPage ? (
        <p className="text-ink-3">{t('none')}</p>
      ) : (
        <ul className="rounded-lg border border-line">
          {links?.map((link) => (
            <LinkRow key={link.id} link={link} untitled />
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
