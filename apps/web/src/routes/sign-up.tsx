import { createFileRoute } from '@tanstack/react-router';
import { SignUpPage } from '../modules/account/identity/components/sign-up-page.tsx';

export const Route = createFileRoute('/sign-up')({
  validateSearch: ({ next }): { next?: string } => (typeof next === 'string' ? { next } : {}),
  component: SignUp,
});

function SignUp() {
  return <SignUpPage next={Route.useSearch().next} />;
}
