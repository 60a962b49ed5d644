import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { LogOut, UserRound } from 'lucide-react';
import { useSession } from '../../../../shell/session.ts';
import { Avatar } from '../../../../ui/avatar.tsx';
import { classes } from '../../../../ui/classes.ts';
import { Menu } from '../../../../ui/menu.tsx';
import { signOut } from '../api/door.ts';
import { meQuery } from '../api/me.ts';
import { useLeft } from '../api/use-entered.ts';
import { useKeptTheme } from '../api/use-kept-theme.ts';
import { frameText } from '../state/frame-text.ts';

/** The person at the foot of the sidebar, with the way to the profile and out. */
export function ProfileButton({ collapsed }: { collapsed: boolean }) {
  const router = useRouter();
  const left = useLeft();
  const person = useSession()?.person;
  useKeptTheme(useQuery(meQuery).data);
  if (!person) return null;
  return (
    <Menu
      label={frameText('account', { name: person.name })}
      side={collapsed ? 'right' : 'top'}
      trigger={(props) => (
        <button
          type="button"
          {...props}
          aria-label={collapsed ? frameText('account', { name: person.name }) : undefined}
          className={classes(
            'flex h-8 min-w-0 items-center gap-2 rounded-md text-left text-ink-2 hover:bg-raise hover:text-ink pointer-coarse:h-10',
            collapsed ? 'w-8 justify-center' : 'w-full px-1.5',
          )}
        >
          <Avatar name={person.name} size="small" />
          {!collapsed && <span className="truncate">{person.name}</span>}
        </button>
      )}
      items={[
        { heading: person.email ?? person.name },
        {
          label: frameText('profile'),
          icon: <UserRound />,
          onSelect: () => void router.navigate({ to: '/settings/profile' }),
        },
        'separator',
        { label: frameText('signOut'), icon: <LogOut />, onSelect: () => void signOut().then(left) },
      ]}
    />
  );
}
