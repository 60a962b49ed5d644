import { PanelLeftClose, PanelLeftOpen, Search, Settings } from 'lucide-react';
import { shellText as t } from '../messages/interface-text.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { showLayer } from './layers.ts';
import { Mark } from './mark.tsx';
import { navigationGroups, useNavigation, useSettingsPages } from './navigation.ts';
import { NavigationLink } from './navigation-link.tsx';
import { Slot, useSlotFills } from './slot.tsx';
import { ThemeMenu } from './theme-menu.tsx';

type SidebarProps = { collapsed: boolean; onCollapse: (collapsed: boolean) => void };

export function Sidebar({ collapsed, onCollapse }: SidebarProps) {
  const entries = useNavigation();
  const hasSettings = useSettingsPages().length > 0;
  const hasOrganization = useSlotFills('shell.organization').length > 0;
  return (
    <nav
      aria-label={t('main')}
      className={classes(
        'flex shrink-0 flex-col border-r border-line bg-bg',
        collapsed ? 'w-13 items-center' : 'w-56',
      )}
    >
      <div
        className={classes('flex h-12 w-full shrink-0 items-center', collapsed ? 'justify-center' : 'px-2')}
      >
        {hasOrganization ? (
          <Slot name="shell.organization" props={{ collapsed }} />
        ) : (
          <Brand collapsed={collapsed} />
        )}
      </div>
      <div className={classes('pb-3', collapsed ? '' : 'w-full px-2')}>
        {collapsed ? (
          <IconButton
            label={t('find')}
            keys="mod+k"
            icon={<Search />}
            side="right"
            onClick={() => showLayer('palette')}
          />
        ) : (
          <FindButton />
        )}
      </div>
      <div
        className={classes(
          'flex min-h-0 flex-1 flex-col gap-px overflow-y-auto pb-2',
          collapsed ? 'items-center' : 'px-2',
        )}
      >
        {navigationGroups.map(({ group, heading }) => {
          const members = entries.filter((entry) => (entry.group ?? 'main') === group);
          if (members.length === 0) return null;
          return (
            <div key={group} className="flex flex-col gap-px">
              {heading && !collapsed && (
                <div className="px-2 pt-4 pb-1 text-12 font-medium text-ink-3">{heading()}</div>
              )}
              {heading && collapsed && <hr className="my-2 w-6 self-center border-line" />}
              {members.map(({ to, label, icon, badge }) => (
                <NavigationLink
                  key={to}
                  to={to}
                  label={label()}
                  icon={icon}
                  badge={badge}
                  collapsed={collapsed}
                />
              ))}
            </div>
          );
        })}
      </div>
      <div
        className={classes(
          'flex w-full shrink-0 flex-col gap-px border-t border-line py-2',
          collapsed ? 'items-center' : 'px-2',
        )}
      >
        {hasSettings && (
          <NavigationLink to="/settings" label={t('settings')} icon={Settings} collapsed={collapsed} />
        )}
        <div className={classes('flex items-center gap-0.5', collapsed && 'flex-col')}>
          <div className={classes('min-w-0', !collapsed && 'flex-1')}>
            <Slot name="shell.profile" props={{ collapsed }} />
          </div>
          <ThemeMenu side={collapsed ? 'right' : 'top'} />
          <IconButton
            label={collapsed ? t('expandSidebar') : t('collapseSidebar')}
            keys="["
            side={collapsed ? 'right' : 'top'}
            icon={collapsed ? <PanelLeftOpen /> : <PanelLeftClose />}
            onClick={() => onCollapse(!collapsed)}
          />
        </div>
      </div>
    </nav>
  );
}

function Brand({ collapsed }: { collapsed: boolean }) {
  return (
    <span className="flex items-center gap-2 px-2 text-14 font-semibold tracking-tight">
      <Mark className="size-5.5" />
      {!collapsed && 'PromptVault'}
    </span>
  );
}

function FindButton() {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Meta+K Control+K"
      onClick={() => showLayer('palette')}
      className="flex h-7.5 w-full items-center gap-2 rounded-md border border-edge bg-panel px-2 text-ink-3 transition-colors hover:border-ink-3/50 hover:text-ink-2"
    >
      <Search aria-hidden="true" className="size-3.5" />
      <span className="flex-1 truncate text-left">{t('find')}</span>
      <Kbd keys="mod+k" bare />
    </button>
  );
}
