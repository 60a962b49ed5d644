import type { Entrance } from '@promptvault/contract/account/identity/shapes';
import { useQuery } from '@tanstack/react-query';
import { ButtonLink, PageLink } from '../../../../shell/page-link.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { entranceQuery } from '../api/entrance.ts';
import { useEntered } from '../api/use-entered.ts';
import { t } from '../messages.ts';
import { nextAddress } from '../state/next-address.ts';
import { DoorLayout } from './door-layout.tsx';
import { SignUpForm } from './sign-up-form.tsx';

/** The first visitor creates the owner account; later ones enter as the policy of the instance allows. */
export function SignUpPage({ next }: { next?: string }) {
  const { data: entrance, error, refetch, isFetching } = useQuery(entranceQuery);
  if (entrance) return <Door entrance={entrance} next={next} />;
  if (error)
    return (
      <main id="page" className="grid min-h-0 flex-1 place-items-center">
        <ErrorState
          title={t('doorFailed')}
          reason={error.message}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      </main>
    );
  return (
    <DoorLayout title={t('signUpTitle')}>
      <div role="status" aria-label={t('loading')} className="grid gap-5">
        <Skeleton className="h-8" />
        <Skeleton className="h-8" />
        <Skeleton className="h-8" />
      </div>
    </DoorLayout>
  );
}

function Door({ entrance, next }: { entrance: Entrance; next?: string }) {
  const entered = useEntered(nextAddress(next));
  const { claimed, signUp, setUpCodeNeeded } = entrance;
  if (claimed && signUp === 'invited')
    return (
      <DoorLayout title={t('closedTitle')} hint={t('closedHint')}>
        <ButtonLink to="/sign-in" search={{ next }} size="large" className="w-full">
          {t('signIn')}
        </ButtonLink>
      </DoorLayout>
    );
  return (
    <DoorLayout
      title={claimed ? t('signUpTitle') : t('claimTitle')}
      hint={claimed ? signUp === 'domains' && t('domainsHint') : t('claimHint')}
      foot={
        claimed && (
          <>
            {t('haveAccount')}{' '}
            <PageLink to="/sign-in" search={{ next }}>
              {t('signIn')}
            </PageLink>
          </>
        )
      }
    >
      <SignUpForm
        action={claimed ? t('createAccount') : t('createOwner')}
        setUpCodeNeeded={!claimed && setUpCodeNeeded}
        onEntered={entered}
      />
    </DoorLayout>
  );
}
