import type { Me } from '@promptvault/contract/account/identity/shapes';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { lazySchema } from '../../../../ui/lazy-schema.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { useValidatedForm } from '../../../../ui/use-validated-form.ts';
import { refusalOf } from '../../../../wire/refusal-of.ts';
import { signUp } from '../api/door.ts';
import { t } from '../messages.ts';

const secret = ['password', 'setUpCode'];
const fieldOf = {
  'identity.email_taken': 'email',
  'identity.password_weak': 'password',
  'identity.set_up_code_wrong': 'setUpCode',
};

type SignUpFormProps = {
  action: string;
  /** For the first account of a server that others can reach. */
  setUpCodeNeeded?: boolean;
  /** The token of an invitation link; the account then joins its organization. */
  invitation?: string;
  onEntered: (me: Me) => Promise<void>;
};

export function SignUpForm({ action, setUpCodeNeeded = false, invitation, onEntered }: SignUpFormProps) {
  const [schema] = useState(() =>
    lazySchema(async () => (await import('../state/door-schemas.ts')).signUpSchema(setUpCodeNeeded)),
  );
  const form = useValidatedForm({
    schema,
    defaults: { name: '', email: '', password: '', setUpCode: '' },
    onSubmit: async ({ setUpCode, ...account }) =>
      onEntered(await signUp({ ...account, ...(setUpCodeNeeded && { setUpCode }), invitation })),
    refusalOf: refusalOf(fieldOf),
    draft: 'sign-up',
    secret,
  });
  return (
    <form onSubmit={form.submit} noValidate className="grid gap-4">
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="name"
        autoFocus
        {...form.field('name')}
      />
      <TextField label={t('email')} type="email" autoComplete="username" {...form.field('email')} />
      <TextField
        label={t('password')}
        hint={t('passwordHint')}
        type="password"
        autoComplete="new-password"
        {...form.field('password')}
      />
      {setUpCodeNeeded && (
        <TextField
          label={t('setUpCode')}
          hint={t('setUpCodeHint')}
          autoComplete="off"
          mono
          {...form.field('setUpCode')}
        />
      )}
      {form.refusal && <ProblemMessage>{form.refusal}</ProblemMessage>}
      <Button type="submit" kind="primary" size="large" busy={form.busy}>
        {action}
      </Button>
    </form>
  );
}
