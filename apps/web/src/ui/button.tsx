import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import { Kbd } from './kbd.tsx';
import { Spinner } from './spinner.tsx';

export type ButtonKind = 'plain' | 'primary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

const kinds: Record<ButtonKind, string> = {
  plain: 'border border-edge bg-panel text-ink hover:bg-raise active:bg-press',
  primary: 'border border-transparent bg-accent text-on-accent hover:bg-accent-hover',
  quiet: 'border border-transparent text-ink-2 hover:bg-raise hover:text-ink active:bg-press',
  danger: 'border border-edge bg-panel text-bad hover:bg-bad-weak hover:border-bad',
};

const sizes: Record<ButtonSize, string> = {
  small: 'h-6 px-2 gap-1.5 text-12 rounded-sm pointer-coarse:h-8',
  medium: 'h-7 px-2.5 gap-1.5 text-13 rounded-md pointer-coarse:h-10 pointer-coarse:px-3.5',
  large: 'h-9 px-4 gap-2 text-14 rounded-md pointer-coarse:h-11',
};

/** The look of a button, for links that act as one. */
export const buttonClass = (kind: ButtonKind = 'plain', size: ButtonSize = 'medium') =>
  classes(
    'inline-flex shrink-0 items-center justify-center font-medium whitespace-nowrap select-none transition-colors',
    'disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:stroke-[1.75]',
    kinds[kind],
    sizes[size],
  );

export type ButtonProps = ComponentProps<'button'> & {
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Shown beside the label, `mod+enter`; the page binds it. */
  keys?: string;
  /** Shows progress and refuses clicks, but keeps the focus. */
  busy?: boolean;
};

/** Of a primary button the second press of a double click is passed over: what it does is done once. */
export function Button({ kind, size, icon, keys, busy, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy || (kind === 'primary' && event.detail > 1)) event.preventDefault();
        else onClick?.(event);
      }}
      className={classes(buttonClass(kind, size), className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
      {keys && (
        <Kbd
          keys={keys}
          bare
          className={classes('pointer-coarse:hidden', kind !== 'primary' && 'text-ink-3')}
        />
      )}
    </button>
  );
}
