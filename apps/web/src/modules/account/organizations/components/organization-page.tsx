import type { Organization } from '@promptvault/contract/account/organizations/shapes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import * as z from 'zod';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatDay } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useValidatedForm } from '../../../../ui/use-validated-form.ts';
import { refusalOf } from '../../../../wire/refusal-of.ts';
import { organizationQuery, renameOrganization } from '../api/organization.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { organizationName } from '../state/organization-name.ts';

const schema = z.object({ name: organizationName });

export function OrganizationPage() {
  const { data: organization, error, refetch, isFetching } = useQuery(organizationQuery);
  useEffect(() => {
    document.title = `${t('organization')} · PromptVault`;
  }, []);
  if (error && !organization)
    return (
      <ErrorState
        title={t('organizationFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!organization) return <SkeletonRows rows={4} />;
  return (
    <SettingsSection title={frameText('general')} hint={t('generalHint')}>
      <RenameForm key={organization.id} organization={organization} />
      <dl className="mt-6 grid max-w-96 grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <dt className="text-ink-3">{t('yourRole')}</dt>
        <dd>{t(organization.role)}</dd>
        <dt className="text-ink-3">{t('since')}</dt>
        <dd>{formatDay(new Date(organization.createdAt))}</dd>
      </dl>
    </SettingsSection>
  );
}

function RenameForm({ organization }: { organization: Organization }) {
  const queries = useQueryClient();
  const mayManage = useMay()('organization.manage');
  const form = useValidatedForm({
    schema,
    defaults: { name: organization.name },
    onSubmit: async ({ name }) => {
      queries.setQueryData(organizationQuery.queryKey, await renameOrganization(organization, name));
      form.reset({ name });
      toast({ tone: 'ok', text: t('saved') });
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'session' || queryKey[1] === 'organizations',
      });
    },
    refusalOf: refusalOf(),
  });
  return (
    <form onSubmit={form.submit} noValidate className="grid max-w-96 gap-4">
      <TextField
        label={t('name')}
        hint={mayManage ? undefined : t('readOnly')}
        readOnly={!mayManage}
        {...form.field('name')}
      />
      {form.refusal && <ProblemMessage>{form.refusal}</ProblemMessage>}
      {mayManage && (
        <div>
          <Button type="submit" busy={form.busy} disabled={!form.formState.isDirty}>
            {t('save')}
          </Button>
        </div>
      )}
    </form>
  );
}
