import { Link } from '@tanstack/react-router';
import { Menu as MenuIcon, Search, Settings } from 'lucide-react';
import { useState } from 'react';
import { shellText as t } from '../messages/interface-text.ts';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { showLayer } from './layers.ts';
import { useNavigation, useSettingsPages } from './navigation.ts';
import { NavigationLink } from './navigation-link.tsx';
import { Slot } from './slot.tsx';
import { ThemeMenu } from './theme-menu.tsx';

const cell =
  'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-12 text-ink-3 aria-[current=page]:text-accent-ink [&_svg]:size-5 [&_svg]:stroke-[1.75]';

/** The way around on a phone: the most used pages, and a sheet with all of them. */
export function BottomNavigation() {
  const [open, setOpen] = useState(false);
  const entries = useNavigation();
  const hasSettings = useSettingsPages().length > 0;
  const marked = entries.filter(({ phone }) => phone);
  const close = () => setOpen(false);
  return (
    <>
      <nav
        aria-label={t('main')}
        className="flex h-14 shrink-0 border-t border-line bg-bg pb-[env(safe-area-inset-bottom)]"
      >
        {marked.slice(0, 4).map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/' }} className={cell}>
            <Icon aria-hidden="true" />
            <span className="max-w-full truncate">{label()}</span>
          </Link>
        ))}
        <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)} className={cell}>
          <MenuIcon aria-hidden="true" />
          {t('more')}
        </button>
      </nav>
      <Sheet open={open} onClose={close} title="PromptVault" side="bottom">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: closes after a link inside was followed */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link followed by keyboard clicks too */}
        <div
          className="flex flex-col gap-1"
          onClick={(event) => {
            if ((event.target as Element).closest('a')) close();
          }}
        >
          <Slot name="shell.organization" props={{ collapsed: false }} />
          <Button
            size="large"
            icon={<Search />}
            className="my-1"
            onClick={() => {
              close();
              showLayer('palette');
            }}
          >
            {t('find')}
          </Button>
          {entries.map(({ to, label, icon, badge }) => (
            <NavigationLink key={to} to={to} label={label()} icon={icon} badge={badge} />
          ))}
          {hasSettings && <NavigationLink to="/settings" label={t('settings')} icon={Settings} />}
          <div className="mt-2 flex items-center border-t border-line pt-2">
            <div className="min-w-0 flex-1">
              <Slot name="shell.profile" props={{ collapsed: false }} />
            </div>
            <ThemeMenu />
          </div>
        </div>
      </Sheet>
    </>
  );
}
