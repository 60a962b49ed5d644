import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { shellText as t } from '../messages/interface-text.ts';
import { useSettingsPages } from './navigation.ts';
import { Page } from './page.tsx';
import { useSession } from './session.ts';

/** Settings: the pages of the modules on the left (on a phone above), the chosen one beside them. */
export function SettingsLayout() {
  const pages = useSettingsPages();
  const organization = useSession()?.organization.name ?? t('settingsOrganization');
  const menu = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the menu is a line that scrolls: the page one is on has to be in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address and the pages say which link is the current one
  useEffect(() => {
    menu.current
      ?.querySelector('[aria-current=page]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname, pages.length]);
  const groups = [
    { group: 'person', heading: t('settingsPerson') },
    { group: 'organization', heading: organization },
    { group: 'instance', heading: t('settingsInstance') },
  ] as const;
  return (
    <Page title={t('settings')} layout="fill">
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <nav
          ref={menu}
          aria-label={t('settingsPages')}
          className="flex shrink-0 gap-px overflow-auto border-line p-2 max-md:border-b md:w-52 md:flex-col md:border-r"
        >
          {groups.map(({ group, heading }) => {
            const members = pages.filter((page) => page.group === group);
            if (members.length === 0) return null;
            return (
              <div key={group} className="flex gap-px md:mb-3 md:flex-col">
                <div className="truncate px-2 py-1 text-12 font-medium text-ink-3 max-md:hidden">
                  {heading}
                </div>
                {members.map(({ to, label, icon: Icon }) => (
                  <Link
                    key={to}
                    to={to}
                    className="flex h-7 items-center gap-2 rounded-md px-2 whitespace-nowrap text-ink-2 hover:bg-raise hover:text-ink aria-[current=page]:bg-press/80 aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:h-10"
                  >
                    <Icon aria-hidden="true" className="size-4 stroke-[1.75]" />
                    {label()}
                  </Link>
                ))}
              </div>
            );
          })}
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <div tabIndex={0} className="min-h-0 min-w-0 flex-1 overflow-auto focus-visible:-outline-offset-2">
          <div className="mx-auto w-full max-w-180 px-6 py-8 max-md:px-4 max-md:py-5">
            <Outlet />
          </div>
        </div>
      </div>
    </Page>
  );
}
