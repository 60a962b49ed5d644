import { useQuery } from '@tanstack/react-query';
import { ChevronsUpDown, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useSession } from '../../../../shell/session.ts';
import { Avatar } from '../../../../ui/avatar.tsx';
import { classes } from '../../../../ui/classes.ts';
import { Menu, type MenuItem } from '../../../../ui/menu.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { membershipsQuery } from '../api/memberships.ts';
import { useEnterOrganization } from '../api/use-enter-organization.ts';
import { frameText } from '../state/frame-text.ts';

const CreateOrganizationDialog = lazy(() =>
  import('./create-organization-dialog.tsx').then((file) => ({ default: file.CreateOrganizationDialog })),
);

/** The organization of this tab, and the way to another or to a new one. */
export function OrganizationSwitcher({ collapsed }: { collapsed: boolean }) {
  const current = useSession()?.organization;
  const { data: memberships = [], error } = useQuery(membershipsQuery);
  const enter = useEnterOrganization();
  const [creating, setCreating] = useState(false);
  if (!current) return null;
  const go = async (id: string, name: string) => {
    await enter(id);
    toast({ text: frameText('entered', { name }) });
  };
  const items: MenuItem[] = [
    { heading: frameText('organizations') },
    ...memberships.map(
      ({ organizationId, name, kind, role }): MenuItem => ({
        label: name,
        hint: role === 'guest' ? frameText('guest') : kind === 'personal' ? frameText('personal') : undefined,
        icon: <Avatar name={name} shape="organization" size="small" />,
        checked: organizationId === current.id,
        onSelect: () => {
          if (organizationId !== current.id) void go(organizationId, name);
        },
      }),
    ),
    ...(error ? [{ heading: frameText('organizationsFailed', { reason: error.message }) }] : []),
    'separator',
    { label: frameText('newOrganization'), icon: <Plus />, onSelect: () => setCreating(true) },
  ];
  return (
    <>
      <Menu
        label={frameText('organizations')}
        className="w-60"
        side={collapsed ? 'right' : 'bottom'}
        items={items}
        trigger={(props) => (
          <button
            type="button"
            {...props}
            aria-label={collapsed ? frameText('switchTo', { name: current.name }) : undefined}
            className={classes(
              'flex h-8 min-w-0 items-center gap-2 rounded-md text-left text-14 font-semibold tracking-tight hover:bg-raise pointer-coarse:h-10',
              collapsed ? 'w-8 justify-center' : 'w-full px-2',
            )}
          >
            <Avatar name={current.name} shape="organization" />
            {!collapsed && (
              <>
                <span className="min-w-0 flex-1 truncate">{current.name}</span>
                <ChevronsUpDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
              </>
            )}
          </button>
        )}
      />
      <Suspense fallback={null}>
        {creating && <CreateOrganizationDialog onClose={() => setCreating(false)} />}
      </Suspense>
    </>
  );
}
