import type { InvitationOffer } from '@promptvault/contract/account/organizations/shapes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { type ShellSession, sessionQuery } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { formatDay } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { linkClass } from '../../../../ui/text-link.tsx';
import { setTabOrganization } from '../../../../wire/tab-organization.ts';
import { DoorLayout, SignInForm, SignUpForm, useEntered } from '../../identity/index.ts';
import { acceptInvitation, offerQuery } from '../api/invitations.ts';
import { sessionSource } from '../api/session-source.ts';
import { useJoined } from '../api/use-joined.ts';
import { t } from '../messages.ts';

/** What an invitation link offers, and the way in: join, or sign up or sign in first. */
export function JoinPage({ token }: { token: string }) {
  const offer = useQuery(offerQuery(token));
  const session = useQuery(sessionQuery(sessionSource));
  if (offer.error)
    return (
      <DoorLayout title={t('joinFailed')} hint={offer.error.message}>
        <ButtonLink to="/" size="large" className="w-full">
          {t('openApp')}
        </ButtonLink>
      </DoorLayout>
    );
  if (!offer.data || session.data === undefined)
    return (
      <DoorLayout title={t('offerLoading')}>
        <Skeleton className="h-9" />
      </DoorLayout>
    );
  return session.data ? (
    <JoinAsMe token={token} offer={offer.data} session={session.data} />
  ) : (
    <JoinAsNew token={token} offer={offer.data} />
  );
}

/** `/prompts/…?in=<id>`: where the tab works from then on. */
const organizationIn = (address: string) => new URLSearchParams(address.split('?')[1]).get('in') ?? undefined;

type OfferedProps = { offer: InvitationOffer; foot?: ReactNode; children: ReactNode };

function Offered({ offer, foot, children }: OfferedProps) {
  const { organizationName: organization, role, invitedBy: person, titles } = offer;
  const day = formatDay(new Date(offer.expiresAt));
  if (role === 'guest') {
    const [title = ''] = titles;
    return (
      <DoorLayout
        title={
          titles.length === 1 ? t('guestTitle', { title }) : t('guestTitleMany', { count: titles.length })
        }
        hint={t('guestHint', { person, organization, day })}
        foot={foot}
      >
        {titles.length > 1 && (
          <ul className="mb-4 list-disc pl-5">
            {titles.map((each, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two prompts may have one title, and the list never changes
              <li key={index} className="break-words">
                {each}
              </li>
            ))}
          </ul>
        )}
        {children}
      </DoorLayout>
    );
  }
  return (
    <DoorLayout
      title={t('joinTitle', { organization })}
      hint={t('joinHint', { person, role: t(role), day })}
      foot={foot}
    >
      {children}
    </DoorLayout>
  );
}

function JoinAsMe({
  token,
  offer,
  session,
}: {
  token: string;
  offer: InvitationOffer;
  session: ShellSession;
}) {
  const joined = useJoined(offer.address);
  const joining = useMutation({ mutationFn: () => acceptInvitation(token), onSuccess: joined });
  return (
    <Offered offer={offer}>
      <div className="grid gap-3">
        {joining.error && <ProblemMessage>{joining.error.message}</ProblemMessage>}
        <Button kind="primary" size="large" busy={joining.isPending} onClick={() => joining.mutate()}>
          {t(offer.role === 'guest' ? 'openAs' : 'joinAs', { name: session.person.name })}
        </Button>
      </div>
    </Offered>
  );
}

function JoinAsNew({ token, offer }: { token: string; offer: InvitationOffer }) {
  const [known, setKnown] = useState(false);
  const entered = useEntered(offer.address.split('?')[0] ?? '/');
  const joined = useJoined(offer.address);
  const foot = (
    <>
      {known ? t('joinNoAccount') : t('joinHaveAccount')}{' '}
      <button type="button" className={linkClass} onClick={() => setKnown(!known)}>
        {known ? t('createAccount') : t('signIn')}
      </button>
    </>
  );
  return (
    <Offered offer={offer} foot={foot}>
      {known ? (
        <SignInForm onEntered={async () => joined(await acceptInvitation(token))} />
      ) : (
        <SignUpForm
          action={t(offer.role === 'guest' ? 'openSignUp' : 'joinSignUp')}
          invitation={token}
          onEntered={(me) => {
            // The server has made the new organization the person's own choice; the tab follows it. A guest's stays theirs.
            setTabOrganization(organizationIn(offer.address));
            return entered(me);
          }}
        />
      )}
    </Offered>
  );
}
