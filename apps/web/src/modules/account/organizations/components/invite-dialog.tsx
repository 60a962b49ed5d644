import type { Organization, RoleKey } from '@promptvault/contract/account/organizations/shapes';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import * as z from 'zod';
import { Button } from '../../../../ui/button.tsx';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { useValidatedForm } from '../../../../ui/use-validated-form.ts';
import { refusalOf } from '../../../../wire/refusal-of.ts';
import { createInvitation, invitationsQuery } from '../api/invitations.ts';
import { t } from '../messages.ts';
import { roleHint } from '../state/roles.ts';

const invited = ['admin', 'editor', 'viewer'] as const;
const schema = z.object({
  role: z.enum(invited),
  note: z
    .string()
    .trim()
    .max(200, { error: () => t('noteLong') }),
});

type InviteDialogProps = { organization: Organization; onClose: () => void };

/** First the role, then the link: it is shown this once, so only a button closes the second step. */
export function InviteDialog({ organization, onClose }: InviteDialogProps) {
  const [link, setLink] = useState<string>();
  if (link) return <LinkDialog link={link} onClose={onClose} />;
  return <RoleDialog organization={organization} onClose={onClose} onCreated={setLink} />;
}

function RoleDialog({
  organization,
  onClose,
  onCreated,
}: InviteDialogProps & { onCreated: (link: string) => void }) {
  const queries = useQueryClient();
  const id = useId();
  const form = useValidatedForm({
    schema,
    defaults: { role: 'editor', note: '' },
    onSubmit: async (values) => {
      const { link } = await createInvitation(values);
      onCreated(link);
      await queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
    },
    refusalOf: refusalOf(),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('inviteTitle', { organization: organization.name })}
      description={t('inviteHint')}
      size="small"
      actions={
        <Button type="submit" form={id} kind="primary" busy={form.busy}>
          {t('createLink')}
        </Button>
      }
    >
      <form id={id} onSubmit={form.submit} noValidate className="grid gap-4">
        <Select
          label={t('inviteRole')}
          hint={roleHint(form.watch('role') as RoleKey)}
          options={invited.map((role) => ({ value: role, label: t(role) }))}
          {...form.field('role')}
        />
        <TextField
          label={t('inviteNote')}
          hint={t('inviteNoteHint')}
          autoComplete="off"
          {...form.field('note')}
        />
        {form.refusal && <ProblemMessage>{form.refusal}</ProblemMessage>}
      </form>
    </Dialog>
  );
}

function LinkDialog({ link, onClose }: { link: string; onClose: () => void }) {
  return (
    <Dialog
      open
      steadfast
      onClose={onClose}
      title={t('linkTitle')}
      description={t('linkHint')}
      size="medium"
      actions={
        <>
          <Button onClick={onClose}>{t('done')}</Button>
          <CopyButton wide kind="primary" text={link} label={t('copyLink')} />
        </>
      }
    >
      <TextField
        label={t('link')}
        value={link}
        readOnly
        mono
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}
