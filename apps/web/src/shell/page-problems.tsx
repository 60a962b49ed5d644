import type { ErrorComponentProps } from '@tanstack/react-router';
import { Compass, DoorClosed, House } from 'lucide-react';
import { shellText as t } from '../messages/interface-text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton, SkeletonRows } from '../ui/skeleton.tsx';
import { setTabOrganization } from '../wire/tab-organization.ts';
import { ButtonLink } from './page-link.tsx';

/** The last net under every page: what broke, said plainly, with a way on. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const reason = error instanceof Error ? error.message : String(error);
  return (
    <main id="page" className="grid min-h-0 flex-1 place-items-center">
      <ErrorState
        title={t('pageFailed')}
        reason={`${reason} ${t('pageFailedHint')}`}
        onRetry={reset}
        also={<HomeLink />}
      />
    </main>
  );
}

function HomeLink() {
  return (
    <ButtonLink to="/">
      <House aria-hidden="true" />
      {t('goHome')}
    </ButtonLink>
  );
}

export function PageNotFound() {
  return (
    <main id="page" className="grid min-h-0 flex-1 place-items-center">
      <EmptyState icon={<Compass />} title={t('notFound')} hint={t('notFoundHint')} action={<HomeLink />} />
    </main>
  );
}

/** In place of a page whose organization the person was let out of: nothing of it stays in sight. */
export function NoAccess() {
  const leave = () => {
    setTabOrganization(undefined);
    location.assign('/');
  };
  return (
    <main id="page" className="grid min-h-0 flex-1 place-items-center">
      <EmptyState
        icon={<DoorClosed />}
        title={t('noAccess')}
        hint={t('noAccessHint')}
        action={
          <Button kind="primary" onClick={leave}>
            {t('toOwn')}
          </Button>
        }
      />
    </main>
  );
}

/** The shape of a page while its code or data come. */
export function PagePending() {
  return (
    <main id="page" className="flex min-h-0 flex-1 flex-col overflow-hidden">
      <div className="flex h-12 shrink-0 items-center border-b border-line px-4">
        <Skeleton className="w-40" />
      </div>
      <SkeletonRows rows={10} />
    </main>
  );
}
