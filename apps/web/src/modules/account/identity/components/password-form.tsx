import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../../ui/button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useValidatedForm } from '../../../../ui/use-validated-form.ts';
import { refusalOf } from '../../../../wire/refusal-of.ts';
import { changePassword } from '../api/me.ts';
import { sessionsQuery } from '../api/sessions.ts';
import { t } from '../messages.ts';
import { passwordSchema } from '../state/door-schemas.ts';

const fieldOf = {
  'identity.wrong_credentials': 'currentPassword',
  'identity.password_weak': 'newPassword',
};

export function PasswordForm({ email }: { email: string }) {
  const queries = useQueryClient();
  const form = useValidatedForm({
    schema: passwordSchema,
    defaults: { currentPassword: '', newPassword: '' },
    onSubmit: async (values) => {
      await changePassword(values);
      form.reset();
      toast({ tone: 'ok', text: t('passwordChanged') });
      await queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
    refusalOf: refusalOf(fieldOf),
  });
  return (
    <form onSubmit={form.submit} noValidate className="grid max-w-96 gap-4">
      {/* Tells password managers whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label={t('currentPassword')}
        type="password"
        autoComplete="current-password"
        {...form.field('currentPassword')}
      />
      <TextField
        label={t('newPassword')}
        hint={t('passwordHint')}
        type="password"
        autoComplete="new-password"
        {...form.field('newPassword')}
      />
      {form.refusal && <ProblemMessage>{form.refusal}</ProblemMessage>}
      <div>
        <Button type="submit" busy={form.busy}>
          {t('changePassword')}
        </Button>
      </div>
    </form>
  );
}
