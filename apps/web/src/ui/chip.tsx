import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export type ChipTone = 'plain' | 'accent' | 'ok' | 'warn' | 'bad';

const tones: Record<ChipTone, string> = {
  plain: 'border-edge text-ink-2',
  accent: 'border-transparent bg-accent-weak text-accent-ink',
  ok: 'border-ok/35 text-ok',
  warn: 'border-warn/35 text-warn',
  bad: 'border-bad/35 text-bad',
};

type ChipProps = {
  tone?: ChipTone;
  icon?: ReactNode;
  mono?: boolean;
  children: ReactNode;
  className?: string;
};

/** A small fact in a frame: a branch, a version, a status. */
export function Chip({ tone = 'plain', icon, mono, children, className }: ChipProps) {
  return (
    <span
      className={classes(
        'inline-flex h-5 max-w-full items-center gap-1 rounded-full border px-2 text-12 whitespace-nowrap tabular [&_svg]:size-3 [&_svg]:shrink-0',
        mono && 'font-mono',
        tones[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}

type ChipToggleProps = {
  pressed: boolean;
  onPress: () => void;
  icon?: ReactNode;
  children: ReactNode;
  /** Behind the words, such as the cross of a filter that is taken away. */
  end?: ReactNode;
  disabled?: boolean;
};

/** A chip that is switched on and off: a technique, a filter. */
export function ChipToggle({ pressed, onPress, icon, children, end, disabled }: ChipToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
      className="inline-flex h-6 max-w-full items-center gap-1 rounded-md border border-edge px-2 text-12 font-medium whitespace-nowrap text-ink-2 transition-colors hover:bg-raise hover:text-ink disabled:opacity-50 aria-pressed:border-transparent aria-pressed:bg-accent-weak aria-pressed:text-accent-ink pointer-coarse:h-9 pointer-coarse:px-3 [&_svg]:size-3 [&_svg]:shrink-0"
    >
      {icon}
      <span className="truncate">{children}</span>
      {end}
    </button>
  );
}
