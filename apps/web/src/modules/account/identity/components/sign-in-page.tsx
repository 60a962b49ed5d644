import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { PageLink } from '../../../../shell/page-link.tsx';
import { entranceQuery } from '../api/entrance.ts';
import { useEntered } from '../api/use-entered.ts';
import { t } from '../messages.ts';
import { nextAddress } from '../state/next-address.ts';
import { DoorLayout } from './door-layout.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The form stands there at once; what the door looks like is only needed for the way to a new account. */
export function SignInPage({ next }: { next?: string }) {
  const { data: entrance } = useQuery(entranceQuery);
  const entered = useEntered(nextAddress(next));
  if (entrance && !entrance.claimed) return <Navigate to="/sign-up" search={{ next }} replace />;
  const isOpen = entrance && entrance.signUp !== 'invited';
  return (
    <DoorLayout
      title={t('signInTitle')}
      hint={nextAddress(next) === '/' ? undefined : t('sessionEnded')}
      foot={
        isOpen && (
          <>
            {t('noAccount')}{' '}
            <PageLink to="/sign-up" search={{ next }}>
              {t('createAccount')}
            </PageLink>
          </>
        )
      }
    >
      <SignInForm onEntered={entered} />
    </DoorLayout>
  );
}
