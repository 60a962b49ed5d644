import { createFileRoute } from '@tanstack/react-router';
import { SignInPage } from '../modules/account/identity/components/sign-in-page.tsx';

export const Route = createFileRoute('/sign-in')({
  validateSearch: ({ next }): { next?: string } => (typeof next === 'string' ? { next } : {}),
  component: SignIn,
});

function SignIn() {
  return <SignInPage next={Route.useSearch().next} />;
}
