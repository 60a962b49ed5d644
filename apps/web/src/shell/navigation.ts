import { useRouter } from '@tanstack/react-router';
import { House } from 'lucide-react';
import { shellText as t } from '../messages/interface-text.ts';
import { navigation, settingsPages } from './modules.ts';
import { useMay } from './session.ts';
import type { NavigationEntry, NavigationGroup, SettingsEntry } from './web-module.ts';

const home: NavigationEntry = { label: () => t('home'), to: '/', icon: House, order: 0, phone: true };

/** Whether the route tree has the path, so that no entry leads nowhere. */
function useHasRoute(): (to: string) => boolean {
  const { routesByPath } = useRouter();
  return (to) => to in routesByPath;
}

/** What this person can reach, from top to bottom. */
export function useNavigation(): readonly NavigationEntry[] {
  const may = useMay();
  const has = useHasRoute();
  return [home, ...navigation].filter(({ to, permission }) => has(to) && may(permission));
}

export function useSettingsPages(): readonly SettingsEntry[] {
  const may = useMay();
  const has = useHasRoute();
  return settingsPages.filter(({ to, permission }) => has(to) && may(permission));
}

export const navigationGroups: readonly { group: NavigationGroup; heading?: () => string }[] = [
  { group: 'main' },
  { group: 'studio', heading: () => t('groupStudio') },
  { group: 'build', heading: () => t('groupBuild') },
  { group: 'community', heading: () => t('groupCommunity') },
  { group: 'insight', heading: () => t('groupInsight') },
];
