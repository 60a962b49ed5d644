import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import { Tooltip, type TooltipSide } from './tooltip.tsx';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  /** The accessible name, shown on hover and focus. */
  label: string;
  icon: ReactNode;
  keys?: string;
  size?: 'small' | 'medium';
  pressed?: boolean;
  side?: TooltipSide;
};

export function IconButton({
  label,
  icon,
  keys,
  size = 'medium',
  pressed,
  side,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys} side={side} names>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={classes(
          'inline-grid shrink-0 place-items-center rounded-md text-ink-3 transition-colors hover:bg-raise hover:text-ink active:bg-press',
          'disabled:opacity-50 aria-pressed:bg-accent-weak aria-pressed:text-accent-ink [&_svg]:size-4 [&_svg]:stroke-[1.75]',
          size === 'small' ? 'size-6 pointer-coarse:size-8' : 'size-7 pointer-coarse:size-10',
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
