import type { ReactNode } from 'react';
import type { ChipTone } from './chip.tsx';
import { classes } from './classes.ts';

const tones: Record<ChipTone, string> = {
  plain: 'bg-raise text-ink-2',
  accent: 'bg-accent-weak text-accent-ink',
  ok: 'bg-ok-weak text-ok',
  warn: 'bg-warn-weak text-warn',
  bad: 'bg-bad-weak text-bad',
};

/** A mark inside a row: a count, a letter of Git, a kind. */
export function Badge({
  tone = 'plain',
  children,
  className,
}: {
  tone?: ChipTone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={classes(
        'inline-grid h-4 min-w-4 place-items-center rounded-sm px-1 text-12 leading-none font-medium tabular',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}

const dots: Record<ChipTone | 'off', string> = {
  plain: 'bg-ink-3',
  accent: 'bg-accent ring-3 ring-accent-weak',
  ok: 'bg-ok-solid',
  warn: 'bg-warn-solid',
  bad: 'bg-bad-solid',
  off: 'border border-ink-3',
};

/** A point of colour; the words beside it, or `label`, say the same. */
export function StatusDot({ tone, label }: { tone: ChipTone | 'off'; label?: string }) {
  return (
    <span
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      className={classes('inline-block size-[7px] shrink-0 rounded-full', dots[tone])}
    />
  );
}
