import type { Me } from '@promptvault/contract/account/identity/shapes';
import { Button } from '../../../../ui/button.tsx';
import { lazySchema } from '../../../../ui/lazy-schema.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { useValidatedForm } from '../../../../ui/use-validated-form.ts';
import { refusalOf } from '../../../../wire/refusal-of.ts';
import { signIn } from '../api/door.ts';
import { t } from '../messages.ts';

const schema = lazySchema(async () => (await import('../state/door-schemas.ts')).signInSchema);
const secret = ['password'];

export function SignInForm({ onEntered }: { onEntered: (me: Me) => Promise<void> }) {
  const form = useValidatedForm({
    schema,
    defaults: { email: '', password: '' },
    onSubmit: async (values) => onEntered(await signIn(values)),
    refusalOf: refusalOf(),
    draft: 'sign-in',
    secret,
  });
  return (
    <form onSubmit={form.submit} noValidate className="grid gap-4">
      <TextField label={t('email')} type="email" autoComplete="username" autoFocus {...form.field('email')} />
      <TextField
        label={t('password')}
        type="password"
        autoComplete="current-password"
        {...form.field('password')}
      />
      {form.refusal && <ProblemMessage>{form.refusal}</ProblemMessage>}
      <Button type="submit" kind="primary" size="large" busy={form.busy}>
        {t('signIn')}
      </Button>
    </form>
  );
}
