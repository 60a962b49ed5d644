import type { KeyboardEvent } from 'react';

/** Arrow keys move the focus within a group of which only one element takes part in tabbing. */
export function rove(event: KeyboardEvent<HTMLElement>, selector: string): HTMLElement | undefined {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const at = all.indexOf(event.target as HTMLElement);
  const steps: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: all.length - 1,
  };
  const step = steps[event.key];
  if (step === undefined || at < 0) return undefined;
  event.preventDefault();
  const next = all.at(step % all.length);
  next?.focus();
  return next;
}
