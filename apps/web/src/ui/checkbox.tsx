import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { classes } from './classes.ts';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'size'> & {
  label: ReactNode;
  hint?: ReactNode;
  hideLabel?: boolean;
  /** Some but not all of what it stands for. */
  mixed?: boolean;
};

const mark = 'pointer-events-none absolute inset-0 m-auto size-3.5 text-on-accent opacity-0';

export function Checkbox(props: CheckboxProps) {
  const { label, hint, hideLabel, mixed = false, className, ref, ...rest } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <label className={classes('flex min-w-0 items-start gap-2 pointer-coarse:py-2', className)}>
      <span className="relative mt-0.5 grid size-4 shrink-0">
        <input
          {...rest}
          ref={(element) => {
            input.current = element;
            // A form reads the box through its own ref.
            if (typeof ref === 'function') return ref(element);
            if (ref) ref.current = element;
          }}
          type="checkbox"
          className="peer size-4 appearance-none rounded-sm border border-ink-3/70 bg-panel transition-colors checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:opacity-50"
        />
        <svg
          aria-hidden="true"
          viewBox="0 0 14 14"
          className={classes(mark, 'peer-checked:not-peer-indeterminate:opacity-100')}
        >
          <path d="m3 7.5 2.7 2.7L11 4.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
        </svg>
        <svg
          aria-hidden="true"
          viewBox="0 0 14 14"
          className={classes(mark, 'peer-indeterminate:opacity-100')}
        >
          <path d="M3.5 7h7" fill="none" stroke="currentColor" strokeWidth="1.8" />
        </svg>
      </span>
      <span className={classes('min-w-0', hideLabel && 'sr-only')}>
        {label}
        {hint && <span className="block text-12 text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}
