import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { shellText as t } from '../messages/interface-text.ts';
import { useRemembered } from '../ui/panels/use-remembered.ts';
import { useShortcut } from '../ui/use-shortcut.ts';
import { useLiveState } from '../wire/use-live.ts';
import { BottomNavigation } from './bottom-navigation.tsx';
import { onLayer, openLayer, showLayer } from './layers.ts';
import { NoAccess } from './page-problems.tsx';
import { Sidebar } from './sidebar.tsx';
import { useCommandKeys } from './use-commands.ts';

const CommandPalette = lazy(() =>
  import('./command-palette.tsx').then((file) => ({ default: file.CommandPalette })),
);
const ShortcutsSheet = lazy(() =>
  import('./shortcuts-sheet.tsx').then((file) => ({ default: file.ShortcutsSheet })),
);

/** The frame around every page of a signed-in person. */
export function AppFrame({ children }: { children: ReactNode }) {
  const live = useLiveState();
  const [collapsed, setCollapsed] = useRemembered('sidebar', false);
  const layer = useSyncExternalStore(onLayer, openLayer);
  useShortcut('mod+k', () => showLayer('palette'));
  useShortcut('?', () => showLayer('shortcuts'));
  useShortcut('[', () => setCollapsed(!collapsed));
  useCommandKeys();
  const close = () => showLayer(undefined);
  return (
    <div className="flex min-h-0 flex-1 flex-col md:flex-row">
      <a
        href="#page"
        className="sr-only z-20 rounded-md bg-panel px-3 py-2 font-medium shadow-lift focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      <Sidebar collapsed={collapsed} onCollapse={setCollapsed} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {live === 'no-access' ? <NoAccess /> : children}
      </div>
      <BottomNavigation />
      <Suspense fallback={null}>
        {layer === 'palette' && <CommandPalette onClose={close} />}
        {layer === 'shortcuts' && <ShortcutsSheet onClose={close} />}
      </Suspense>
    </div>
  );
}
