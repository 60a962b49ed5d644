import type { ConnectionProvider } from '@promptvault/contract/studio/models/shapes';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ChipToggle } from '../../../../ui/chip.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { TextLink } from '../../../../ui/text-link.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useValidatedForm } from '../../../../ui/use-validated-form.ts';
import {
  keyPages,
  ProviderChoice,
  presetOf,
  presets,
  providerName,
  connectionText as text,
  usualApi,
} from '../../models/index.ts';
import { canSeal, keptHere } from '../state/browser-store.ts';
import { type PrivateConnectionForm, privateConnectionSchema } from '../state/private-connection-schema.ts';
import type { PrivateConnection } from '../state/private-keys.ts';
import { t } from '../state/private-messages.ts';
import { placeProblem, privateWords } from '../state/private-words.ts';
import { usePrivateConnections } from '../state/use-private.ts';
import { listModels } from '../workers/open-caller.ts';

type Props = { connection?: PrivateConnection | undefined; onClose: () => void };

/** A connection of this browser: asked for its models once, straight from here, and kept here. */
export function PrivateConnectionDialog({ connection, onClose }: Props) {
  const id = useId();
  const { owner, changed } = usePrivateConnections();
  const [refused, setRefused] = useState<string>();
  const form = useValidatedForm<PrivateConnectionForm>({
    schema: privateConnectionSchema({ hasKey: connection?.hasKey === true }),
    defaults: {
      name: connection?.name ?? providerName('openai'),
      provider: connection?.provider ?? 'openai',
      baseUrl: connection?.baseUrl ?? '',
      key: '',
    },
    onSubmit: (values) => save(values, false),
  });
  const { provider, baseUrl } = form.watch();
  const compatible = provider === 'openai_compatible';
  const preset = presetOf(baseUrl);
  const keyPage = keyPages[provider];
  const said = useRef<HTMLDivElement>(null);
  // On a phone it would stand below what is seen.
  useEffect(() => {
    if (refused) said.current?.scrollIntoView({ block: 'nearest' });
  }, [refused]);

  const save = async (
    { name, provider, baseUrl: address, key }: PrivateConnectionForm,
    unlisted: boolean,
  ) => {
    if (!owner) return;
    const baseUrl = address === '' ? null : address;
    const place = { provider, baseUrl };
    const problem = placeProblem(place, location);
    if (problem) return setRefused(problem);
    const kept = connection && key === '' ? await keptHere().keys.keyOf(owner, connection.id) : null;
    const listed = unlisted
      ? undefined
      : await listModels({ ...place, apiKey: key === '' ? (kept ?? null) : key });
    if (listed?.ok === false) return setRefused(privateWords(listed.error, place, location.origin));
    const models = listed?.models ?? connection?.models ?? [];
    await keptHere().keys.save(owner, {
      id: connection?.id ?? crypto.randomUUID(),
      ...{ name, provider, baseUrl, models },
      ...(listed?.ok && { taking: listed.taking }),
      api: provider === 'openai' || compatible ? usualApi(provider) : null,
      ...(key !== '' ? { key } : connection ? {} : { key: null }),
    });
    await changed();
    onClose();
    toast({
      tone: models.length > 0 ? 'ok' : 'plain',
      text: models.length > 0 ? t('saved', { name, count: models.length }) : t('savedUnlisted', { name }),
    });
  };
  const chooseProvider = (next: ConnectionProvider) => {
    form.setValue('provider', next, { shouldDirty: true });
    form.setValue('baseUrl', '');
    form.clearErrors();
    setRefused(undefined);
    form.setValue('name', next === 'openai_compatible' ? '' : providerName(next));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      steadfast={form.formState.isDirty}
      title={connection ? t('editTitle', { name: connection.name }) : t('newTitle')}
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
      <form id={id} onSubmit={form.submit} noValidate autoComplete="off" className="grid gap-4">
        {!connection && <ProviderChoice value={provider} onChange={chooseProvider} />}
        {compatible && !connection && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
          <div role="group" aria-label={text('preset')} className="flex flex-wrap gap-1.5">
            {presets.map((each) => (
              <ChipToggle
                key={each.id}
                pressed={preset?.id === each.id}
                onPress={() => {
                  form.setValue('baseUrl', each.baseUrl, { shouldDirty: true, shouldValidate: true });
                  form.setValue('name', each.name(), { shouldValidate: true });
                }}
              >
                {each.name()}
              </ChipToggle>
            ))}
          </div>
        )}
        <TextField label={text('name')} required autoComplete="off" {...form.field('name')} />
        <TextField
          label={text('baseUrl')}
          hint={text(compatible ? 'baseUrlHint' : 'baseUrlOptionalHint')}
          required={compatible}
          mono
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          {...form.field('baseUrl')}
        />
        {canSeal() ? (
          <TextField
            label={text('key')}
            type="password"
            mono
            required={!connection && !compatible}
            autoComplete="new-password"
            spellCheck={false}
            note={keyPage && !connection ? <TextLink href={keyPage}>{text('keyFrom')}</TextLink> : undefined}
            hint={t(connection?.hasKey ? 'keyKept' : 'keyHint')}
            {...form.field('key')}
          />
        ) : (
          <ProblemMessage severity="warning">{t('noSealing')}</ProblemMessage>
        )}
        <p className="text-12 text-ink-3">{t('trying')}</p>
        {refused && (
          <div ref={said}>
            <ProblemMessage
              action={
                <Button size="small" onClick={() => void save(form.getValues(), true)}>
                  {t('saveAnyway')}
                </Button>
              }
            >
              {refused}
            </ProblemMessage>
          </div>
        )}
      </form>
    </Dialog>
  );
}
