import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { queries, router } from './router.tsx';
import { followTheme } from './shell/theme.ts';
import { toast } from './ui/toast-store.ts';
import './ui/styles.css';

/** What nobody caught is still said: an error is never silent. */
window.addEventListener('unhandledrejection', ({ reason }) => {
  if (reason instanceof DOMException && reason.name === 'AbortError') return;
  toast({ tone: 'bad', text: reason instanceof Error ? reason.message : String(reason) });
});

function start(): void {
  followTheme();
  // Before the first text that wants it is drawn, yet after the scripts: on a slow line it would hold them up.
  void document.fonts.load('14px "Inter Variable"').catch(() => undefined);
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element with the id "root".');
  const made = createRoot(root);
  // As a transition it is drawn in slices: a slow phone can scroll and type in between.
  startTransition(() =>
    made.render(
      <StrictMode>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </StrictMode>,
    ),
  );
}

// Reading the scripts was one long task on a slow phone; drawing is the next one. Asked for from a microtask, since a
// browser that notes who set a timer reads this whole file again to name the line.
queueMicrotask(() => setTimeout(start));
