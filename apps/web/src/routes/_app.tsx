import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { AppFrame } from '../shell/app-frame.tsx';
import { sessionSource } from '../shell/modules.ts';
import { SessionProvider, sessionQuery } from '../shell/session.ts';

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    if (!sessionSource) return;
    const session = await context.queries.ensureQueryData({
      ...sessionQuery(sessionSource),
      revalidateIfStale: true,
    });
    if (!session)
      throw redirect({ href: `${sessionSource.signIn}?${new URLSearchParams({ next: location.href })}` });
  },
  component: () => (
    <SessionProvider>
      <AppFrame>
        <Outlet />
      </AppFrame>
    </SessionProvider>
  ),
});
