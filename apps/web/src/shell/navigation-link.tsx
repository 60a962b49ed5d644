import { Link } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import { classes } from '../ui/classes.ts';
import { Tooltip } from '../ui/tooltip.tsx';

type NavigationLinkProps = { to: string; label: string; icon: LucideIcon; collapsed?: boolean };

/** A row of the sidebar; collapsed it is its icon alone, named on hover. */
export function NavigationLink({ to, label, icon: Icon, collapsed }: NavigationLinkProps) {
  const link = (
    <Link
      to={to}
      activeOptions={{ exact: to === '/' }}
      aria-label={collapsed ? label : undefined}
      className={classes(
        'flex h-7 items-center gap-2.5 rounded-md text-ink-2 transition-colors hover:bg-raise hover:text-ink pointer-coarse:h-10',
        'aria-[current=page]:bg-press/80 aria-[current=page]:font-medium aria-[current=page]:text-ink',
        collapsed ? 'w-8 justify-center' : 'px-2',
      )}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0 stroke-[1.75]" />
      {!collapsed && <span className="truncate">{label}</span>}
    </Link>
  );
  return collapsed ? (
    <Tooltip text={label} side="right" names>
      {link}
    </Tooltip>
  ) : (
    link
  );
}
