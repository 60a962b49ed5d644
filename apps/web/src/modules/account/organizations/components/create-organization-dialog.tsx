import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import * as z from 'zod';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useValidatedForm } from '../../../../ui/use-validated-form.ts';
import { refusalOf } from '../../../../wire/refusal-of.ts';
import { createOrganization, membershipsQuery } from '../api/memberships.ts';
import { useEnterOrganization } from '../api/use-enter-organization.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { organizationName } from '../state/organization-name.ts';

const schema = z.object({ name: organizationName });

export function CreateOrganizationDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const enter = useEnterOrganization();
  const id = useId();
  const form = useValidatedForm({
    schema,
    defaults: { name: '' },
    onSubmit: async ({ name }) => {
      const made = await createOrganization(name);
      await queries.invalidateQueries({ queryKey: membershipsQuery.queryKey });
      await enter(made.organizationId);
      onClose();
      toast({ tone: 'ok', text: t('created', { name: made.name }) });
    },
    refusalOf: refusalOf(),
    draft: 'organization',
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={frameText('newOrganization')}
      description={t('newOrganizationHint')}
      size="small"
      actions={
        <Button type="submit" form={id} kind="primary" busy={form.busy}>
          {t('create')}
        </Button>
      }
    >
      <form id={id} onSubmit={form.submit} noValidate className="grid gap-4">
        <TextField label={t('name')} hint={t('nameHint')} autoComplete="off" {...form.field('name')} />
        {form.refusal && <ProblemMessage>{form.refusal}</ProblemMessage>}
      </form>
    </Dialog>
  );
}
