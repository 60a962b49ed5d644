import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useSyncExternalStore } from 'react';
import { shellText as t } from '../messages/interface-text.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { linkClass } from '../ui/text-link.tsx';
import { newBuildIsServed, onNewBuild } from '../wire/build-watch.ts';
import { useLiveState } from '../wire/use-live.ts';
import { sessionSource } from './modules.ts';

const onConnection = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** One thin line above everything, when the ground under the page changes. */
export function NoticeBar() {
  const online = useSyncExternalStore(onConnection, () => navigator.onLine);
  const live = useLiveState();
  const { pathname } = useLocation();
  const newBuild = useSyncExternalStore(onNewBuild, newBuildIsServed);
  if (!online) return <Line tone="warn">{t('offline')}</Line>;
  if (live === 'signed-out' && sessionSource && pathname !== sessionSource.signIn)
    return (
      <Line tone="warn">
        {t('signedOut')}
        <a className={linkClass} href={signInAddress(sessionSource.signIn)}>
          {t('signInAgain')}
        </a>
      </Line>
    );
  if (live === 'waiting') return <Line tone="warn">{t('reconnecting')}</Line>;
  if (!newBuild) return null;
  return (
    <Line tone="accent">
      {t('newBuild')}
      <Button size="small" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </Line>
  );
}

const signInAddress = (signIn: string) =>
  `${signIn}?${new URLSearchParams({ next: location.pathname + location.search })}`;

function Line({ tone, children }: { tone: 'warn' | 'accent'; children: ReactNode }) {
  return (
    <div
      role="status"
      className={classes(
        'flex min-h-8 shrink-0 items-center justify-center gap-3 border-b border-line px-4 py-1 text-center text-12',
        tone === 'warn' ? 'bg-warn-weak text-warn' : 'bg-accent-weak text-accent-ink',
      )}
    >
      {children}
    </div>
  );
}
