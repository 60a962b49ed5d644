import { useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { actsInText, isShortcut, isTyping } from '../ui/shortcut.ts';
import { moduleCommands } from './modules.ts';
import { usePageCommandList } from './page-commands.ts';
import { useMay } from './session.ts';
import type { Command, CommandHit, CommandTools } from './web-module.ts';

/** All commands the person may use now: those of the page first. */
export function useAllCommands(): readonly Command[] {
  const may = useMay();
  return [...usePageCommandList(), ...moduleCommands].filter(({ permission }) => may(permission));
}

export function useRunCommand(): (command: Command | CommandHit) => void {
  const router = useRouter();
  const tools: CommandTools = { navigate: (to) => void router.navigate({ href: to }) };
  return (command) => ('to' in command ? tools.navigate(command.to) : command.run(tools));
}

/** Binds the keys of every command while the frame is shown. */
export function useCommandKeys(): void {
  const commands = useAllCommands();
  const run = useRunCommand();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog:modal')) return;
    const command = commands.find(({ keys }) => keys !== undefined && isShortcut(event, keys));
    if (!command?.keys || (!actsInText(command.keys) && isTyping(event.target))) return;
    event.preventDefault();
    // A key that is held is pressed once: what it starts may cost.
    if (!event.repeat) run(command);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
