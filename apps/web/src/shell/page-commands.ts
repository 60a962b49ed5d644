import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
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

/** Commands of a page: in the palette and on their keys while the page is shown. Ids must stay the same. */
export function usePageCommands(commands: readonly Command[]): void {
  const ids = commands.map(({ id }) => id).join(' ');
  const latest = useEffectEvent((id: string) => commands.find((command) => command.id === id));
  const offered = useEffectEvent(() =>
    commands.map((command): Command => {
      const act: Command['label'] = () => latest(command.id)?.label() ?? command.label();
      if ('to' in command) return { ...command, label: act };
      return {
        ...command,
        label: act,
        run: (tools) => {
          const current = latest(command.id);
          if (current && 'run' in current) current.run(tools);
        },
      };
    }),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids stand for the commands
  useEffect(() => {
    const mine = offered();
    change([...shown, ...mine]);
    return () => change(shown.filter((command) => !mine.includes(command)));
  }, [ids]);
}
