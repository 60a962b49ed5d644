import { Link } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import { type ComponentType, Suspense } from 'react';
import { classes } from '../ui/classes.ts';
import { Tooltip } from '../ui/tooltip.tsx';

type NavigationLinkProps = {
  to: string;
  label: string;
  icon: LucideIcon;
  badge?: ComponentType | undefined;
  collapsed?: boolean;
};

/** A row of the sidebar; collapsed it is its icon alone, named on hover. */
export function NavigationLink({ to, label, icon: Icon, badge: Badge, collapsed }: NavigationLinkProps) {
  const link = (
    <Link
      to={to}
      activeOptions={{ exact: to === '/' }}
      className={classes(
        'relative flex h-7 items-center gap-2.5 rounded-md text-ink-2 transition-colors hover:bg-raise hover:text-ink pointer-coarse:h-10',
        'aria-[current=page]:bg-press/80 aria-[current=page]:font-medium aria-[current=page]:text-ink',
        collapsed ? 'w-8 justify-center' : 'px-2',
      )}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0 stroke-[1.75]" />
      <span className={collapsed ? 'sr-only' : 'truncate'}>{label}</span>
      {Badge && (
        <span className={collapsed ? 'absolute -top-1 -right-1' : 'ml-auto'}>
          <Suspense fallback={null}>
            <Badge />
          </Suspense>
        </span>
      )}
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
