import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type Secret, useSecretChanges } from '../api/secrets.ts';
import { t } from '../messages.ts';
import { faultsOf, placeOf, type SecretForm, valuesOf } from '../state/secret-form.ts';

type SecretDialogProps = { secret: Secret | undefined; onClose: () => void };

/** A new secret, or another value and other addresses for one that is there. */
export function SecretDialog({ secret, onClose }: SecretDialogProps) {
  const id = useId();
  const { save } = useSecretChanges();
  const first = { name: secret?.name ?? '', value: '', origins: secret?.origins.join('\n') ?? '' };
  const [form, setForm] = useState<SecretForm>(first);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(form, !secret);
  const shown = tried ? faults : {};
  const set = (more: Partial<SecretForm>) => setForm({ ...form, ...more });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    save.mutateAsync({ secret, values: valuesOf(form) }).then(
      () => {
        onClose();
        toast({ tone: 'ok', text: t('saved', { name: form.name }) });
      },
      // The refusal is shown above the buttons.
      () => undefined,
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      steadfast={JSON.stringify(form) !== JSON.stringify(first)}
      title={secret ? t('edit', { name: secret.name }) : t('newTitle')}
      description={t(secret ? 'editText' : 'newText')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} kind="primary" busy={save.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={onSubmit} noValidate className="grid gap-4">
        {!secret && (
          <TextField
            label={t('name')}
            hint={t('nameHint', { place: placeOf(form.name || 'name') })}
            required
            mono
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            value={form.name}
            error={shown.name}
            onChange={(event) => set({ name: event.target.value.toLowerCase() })}
          />
        )}
        <TextField
          type="password"
          label={t(secret ? 'newValue' : 'value')}
          hint={secret ? t('newValueHint') : undefined}
          required={!secret}
          mono
          autoComplete="new-password"
          maxLength={8_000}
          value={form.value}
          error={shown.value}
          onChange={(event) => set({ value: event.target.value })}
        />
        <TextArea
          label={t('origins')}
          hint={t('originsHint')}
          required
          mono
          rows={3}
          spellCheck={false}
          value={form.origins}
          error={shown.origins}
          onChange={(event) => set({ origins: event.target.value })}
        />
        {save.error && <ProblemMessage>{save.error.message}</ProblemMessage>}
      </form>
    </Dialog>
  );
}
