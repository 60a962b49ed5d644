import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { NoticeBar } from '../shell/notice-bar.tsx';
import { PageNotFound } from '../shell/page-problems.tsx';
import { ToastRegion } from '../ui/toast-region.tsx';

export const Route = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: () => (
    <div className="flex h-dvh flex-col overflow-hidden">
      <NoticeBar />
      <Outlet />
      <ToastRegion />
    </div>
  ),
  notFoundComponent: PageNotFound,
});
