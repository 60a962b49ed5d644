import {
  lazy,
  type ReactNode,
  Suspense,
  startTransition,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { shellText as t } from '../messages/interface-text.ts';
import { useRemembered } from '../ui/panels/use-remembered.ts';
import { useShortcut } from '../ui/use-shortcut.ts';
import { useLiveState } from '../wire/use-live.ts';
import { BottomNavigation } from './bottom-navigation.tsx';
import { onLayer, openLayer, showLayer } from './layers.ts';
import { NoAccess } from './page-problems.tsx';
import { Sidebar } from './sidebar.tsx';
import { useCommandKeys } from './use-commands.ts';
import { useNarrow } from './use-narrow.ts';

const CommandPalette = lazy(() =>
  import('./command-palette.tsx').then((file) => ({ default: file.CommandPalette })),
);
const ShortcutsSheet = lazy(() =>
  import('./shortcuts-sheet.tsx').then((file) => ({ default: file.ShortcutsSheet })),
);

/**
 * The frame around every page of a signed-in person. The router tells of a page that has come in a way that React
 * draws in one go, and on a phone that takes half a second in which nobody can scroll or type. So the first thing
 * drawn is what stands there already (index.html), and the frame with the page comes after it, in slices.
 */
export function AppFrame({ children }: { children: ReactNode }) {
  const [begun, setBegun] = useState(false);
  useEffect(() => startTransition(() => setBegun(true)), []);
  return begun ? <Frame>{children}</Frame> : <FirstFrame />;
}

/** As in index.html, whose styles it has. */
function FirstFrame() {
  return (
    <div className="first" aria-hidden="true">
      <nav>
        <b>PromptVault</b>
      </nav>
      <main>
        <b>PromptVault</b>
      </main>
    </div>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const live = useLiveState();
  const [collapsed, setCollapsed] = useRemembered('sidebar', false);
  const narrow = useNarrow();
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
      {!narrow && <Sidebar collapsed={collapsed} onCollapse={setCollapsed} />}
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {live === 'no-access' ? <NoAccess /> : children}
      </div>
      {narrow && <BottomNavigation />}
      <Suspense fallback={null}>
        {layer === 'palette' && <CommandPalette onClose={close} />}
        {layer === 'shortcuts' && <ShortcutsSheet onClose={close} />}
      </Suspense>
    </div>
  );
}
