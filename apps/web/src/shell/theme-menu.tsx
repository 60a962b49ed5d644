import { Monitor, Moon, Sun } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { shellText as t } from '../messages/interface-text.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { Side } from '../ui/place.ts';
import { chooseTheme, onTheme, themeChoice } from './theme.ts';

const choices = [
  { value: 'light', label: () => t('themeLight'), icon: <Sun /> },
  { value: 'dark', label: () => t('themeDark'), icon: <Moon /> },
  { value: 'auto', label: () => t('themeAuto'), icon: <Monitor /> },
];

export const useThemeChoice = () => useSyncExternalStore(onTheme, themeChoice);

/** The switch between light, dark and the system's choice. */
export function ThemeMenu({ side = 'top' }: { side?: Side }) {
  const chosen = useThemeChoice();
  const current = choices.find(({ value }) => value === chosen);
  return (
    <Menu
      label={t('theme')}
      side={side}
      trigger={(props) => (
        <IconButton {...props} label={t('theme')} side={side} icon={current?.icon ?? <Monitor />} />
      )}
      items={choices.map(({ value, label, icon }) => ({
        label: label(),
        icon,
        checked: value === chosen,
        onSelect: () => chooseTheme(value),
      }))}
    />
  );
}
