import { createRouter } from '@tanstack/react-router';
import { routeTree } from './route-tree.gen.ts';
import { PageFailed, PageNotFound, PagePending } from './shell/page-problems.tsx';
import { live } from './wire/live.ts';
import { createQueryClient } from './wire/query-client.ts';
import { takeNamedOrganization } from './wire/tab-organization.ts';

// Before the router reads the address.
takeNamedOrganization();

/** The page that was open when the live connection learned that nobody is signed in here any more. */
let endedAt: string | undefined;
live.onState(() => {
  endedAt = live.state() === 'signed-out' ? location.pathname : undefined;
});

export const queries = createQueryClient({
  // Signed out elsewhere, or the session ran out: ask who is here, and the frame leads to the sign-in.
  onSignedOut: () => {
    // The bar above says so already, and that what was written stays: a question of the background must not take it away.
    if (endedAt === location.pathname) return;
    queries.setQueryData(['session'], null);
    void router.invalidate();
  },
});

export const router = createRouter({
  routeTree,
  context: { queries },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: PageNotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
