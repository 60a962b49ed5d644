import { Keyboard, Monitor, Moon, Sun } from 'lucide-react';
import { shellText as t } from '../messages/interface-text.ts';
import { showLayer } from './layers.ts';
import { chooseTheme } from './theme.ts';
import type { Command } from './web-module.ts';

/** What the frame itself can do. */
export const builtInCommands: readonly Command[] = [
  {
    id: 'shell.shortcuts',
    label: () => t('shortcuts'),
    icon: Keyboard,
    keys: '?',
    run: () => showLayer('shortcuts'),
  },
  {
    id: 'shell.theme-light',
    label: () => t('useTheme', { name: t('themeLight') }),
    icon: Sun,
    run: () => chooseTheme('light'),
  },
  {
    id: 'shell.theme-dark',
    label: () => t('useTheme', { name: t('themeDark') }),
    icon: Moon,
    run: () => chooseTheme('dark'),
  },
  {
    id: 'shell.theme-auto',
    label: () => t('useTheme', { name: t('themeAuto') }),
    icon: Monitor,
    run: () => chooseTheme('auto'),
  },
];
