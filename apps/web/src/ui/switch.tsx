import { type ComponentProps, type ReactNode, useState } from 'react';
import { classes } from './classes.ts';

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'size'> & {
  label: ReactNode;
  hint?: ReactNode;
  hideLabel?: boolean;
};

/**
 * Acts at once; what waits for a save is a Checkbox. It shows what was asked for until the next task: what `checked` comes
 * from, such as a change on its way to the server, is told of it that late, and it would fall back for a moment.
 */
export function Switch({ label, hint, hideLabel, className, checked, onChange, ...rest }: SwitchProps) {
  const [asked, setAsked] = useState<boolean>();
  return (
    <label
      className={classes('flex min-w-0 items-start justify-between gap-3 pointer-coarse:py-2', className)}
    >
      <span className={classes('min-w-0', hideLabel && 'sr-only')}>
        {label}
        {hint && <span className="block text-12 text-ink-3">{hint}</span>}
      </span>
      <input
        {...rest}
        checked={checked === undefined ? undefined : (asked ?? checked)}
        onChange={(event) => {
          setAsked(event.target.checked);
          onChange?.(event);
          setTimeout(() => setAsked(undefined));
        }}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its own state
        role="switch"
        className={classes(
          'relative mt-0.5 h-4 w-7 shrink-0 appearance-none rounded-full bg-ink-3/60 transition-colors checked:bg-accent disabled:opacity-50',
          'before:absolute before:top-0.5 before:left-0.5 before:size-3 before:rounded-full before:bg-panel before:transition-transform checked:before:translate-x-3',
        )}
      />
    </label>
  );
}
