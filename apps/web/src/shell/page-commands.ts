import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Command } from './web-module.ts';

let shown: readonly Command[] = [];
const listeners = new Set<() => void>();

const change = (next: readonly Command[]) => {
  shown = next;
  for (const listener of listeners) listener();
};

export const usePageCommandList = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );

/**
 * Commands of a page: in the palette and on their keys while the page is shown. Ids must stay the same.
 * Labels are asked for while the palette renders, where an effect event may not be called: hence the ref.
 */
export function usePageCommands(commands: readonly Command[]): void {
  const ids = commands.map(({ id }) => id).join(' ');
  const latest = useRef(commands);
  useLayoutEffect(() => {
    latest.current = commands;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids stand for the commands
  useEffect(() => {
    const now = (id: string) => latest.current.find((command) => command.id === id);
    const mine = latest.current.map((command): Command => {
      const act: Command['label'] = () => now(command.id)?.label() ?? command.label();
      if ('to' in command) return { ...command, label: act };
      return {
        ...command,
        label: act,
        run: (tools) => {
          const current = now(command.id);
          if (current && 'run' in current) current.run(tools);
        },
      };
    });
    change([...shown, ...mine]);
    return () => change(shown.filter((command) => !mine.includes(command)));
  }, [ids]);
}
