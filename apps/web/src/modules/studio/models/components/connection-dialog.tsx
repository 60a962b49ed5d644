import type { ConnectionProvider } from '@promptvault/contract/studio/models/shapes';
import { useId, useRef } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useValidatedForm } from '../../../../ui/use-validated-form.ts';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { refusalOf } from '../../../../wire/refusal-of.ts';
import { useConnectionChanges } from '../api/connection-changes.ts';
import type { ModelConnection } from '../api/models.ts';
import { t } from '../messages.ts';
import {
  type ConnectionForm,
  changedConnectionSchema,
  hasTwoApis,
  newConnectionSchema,
  providers,
  usualApi,
} from '../state/connection-schema.ts';
import { ConnectionFields } from './connection-fields.tsx';
import { ProviderChoice } from './provider-choice.tsx';

const refused = refusalOf({ 'model.name_taken': 'name', 'model.key_elsewhere': 'key' });
const secret = ['key'];

type ConnectionDialogProps = {
  connection?: ModelConnection;
  /** A server that was found: where it answers, and what it is. */
  found?: { name: string; baseUrl: string };
  /** Whether the person may make connections of the organization; otherwise only their own. */
  mayShare: boolean;
  onClose: () => void;
};

/** A new connection, or a change of one. It is tested before it is saved; whoever knows better saves anyway. */
export function ConnectionDialog({ connection, found, mayShare, onClose }: ConnectionDialogProps) {
  const id = useId();
  const { save, failed, anyway } = useSave(connection, onClose);
  const form = useValidatedForm<ConnectionForm>({
    schema: connection ? changedConnectionSchema : newConnectionSchema,
    defaults: {
      name: connection?.name ?? found?.name ?? t('openai'),
      provider: connection?.provider ?? (found ? 'openai_compatible' : 'openai'),
      baseUrl: connection?.baseUrl ?? found?.baseUrl ?? '',
      key: '',
      removeKey: false,
      api: connection?.api ?? usualApi(found ? 'openai_compatible' : 'openai'),
      personal: connection?.personal ?? !mayShare,
    },
    onSubmit: save,
    refusalOf: (error) => {
      failed.current = error instanceof ApiProblem && error.code === 'model.connection_failed';
      return refused(error);
    },
    draft: connection || found ? undefined : 'model-connection',
    secret,
  });
  const provider = form.watch('provider');
  const chooseProvider = (next: ConnectionProvider) => {
    form.setValue('provider', next, { shouldDirty: true });
    form.setValue('api', usualApi(next));
    form.clearErrors();
    const name = form.getValues('name');
    if (name === '' || providers.some((each) => t(each) === name))
      form.setValue('name', next === 'openai_compatible' ? '' : t(next));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      steadfast={form.formState.isDirty}
      title={connection ? t('editConnection', { name: connection.name }) : t('addConnection')}
      size="medium"
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} kind="primary" busy={form.busy}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={form.submit} noValidate className="grid gap-4">
        {!connection && <ProviderChoice value={provider} onChange={chooseProvider} />}
        <ConnectionFields form={form} keyEnding={connection?.keyEnding} isNew={!connection} />
        {!connection && (
          <Checkbox
            label={t('personal')}
            hint={t(mayShare ? 'personalHint' : 'personalOnlyHint')}
            disabled={!mayShare}
            {...form.register('personal')}
          />
        )}
        {form.refusal && (
          <ProblemMessage
            action={
              failed.current && (
                <Button
                  size="small"
                  busy={form.busy}
                  onClick={() => {
                    anyway.current = true;
                    form.submit();
                  }}
                >
                  {t('saveAnyway')}
                </Button>
              )
            }
          >
            {form.refusal}
          </ProblemMessage>
        )}
      </form>
    </Dialog>
  );
}

function useSave(connection: ModelConnection | undefined, onClose: () => void) {
  const { create, update } = useConnectionChanges();
  const failed = useRef(false);
  const anyway = useRef(false);
  const save = async (form: ConnectionForm) => {
    const { name, provider, baseUrl, key, removeKey, api, personal } = form;
    const saveAnyway = anyway.current;
    anyway.current = false;
    const address = baseUrl === '' ? null : baseUrl;
    const saved = connection
      ? await update.mutateAsync({
          id: connection.id,
          revision: connection.revision,
          ...(name !== connection.name && { name }),
          ...(address !== connection.baseUrl && { baseUrl: address }),
          ...(removeKey ? { key: null } : key !== '' && { key }),
          ...(connection.api !== null && api !== connection.api && { api }),
          saveAnyway,
        })
      : await create.mutateAsync({
          name,
          provider,
          baseUrl: address,
          key: key === '' ? null : key,
          personal,
          ...(hasTwoApis(provider) && { api }),
          saveAnyway,
        });
    onClose();
    const answers = saved.test?.ok === true;
    toast({
      tone: answers ? 'ok' : 'plain',
      text: t(answers ? 'saved' : 'savedUnanswered', { name: saved.name }),
    });
  };
  return { save, failed, anyway };
}
