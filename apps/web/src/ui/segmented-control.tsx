import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { rove } from './rove.ts';

type SegmentedControlProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
  /** Icons only, named by their labels. */
  compact?: boolean;
  className?: string;
};

/** One of two to five, all visible. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, value, onChange, options, compact, className } = props;
  // Nothing chosen yet: the keyboard comes in at the first.
  const stop = options.some((option) => option.value === value) ? value : options[0]?.value;
  return (
    <div
      role="radiogroup"
      aria-label={label}
      onKeyDown={(event) => rove(event, '[role=radio]')?.click()}
      className={classes('inline-flex w-fit rounded-md bg-raise p-0.5', className)}
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio input cannot hold an icon and its label as one target
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          aria-label={compact ? option.label : undefined}
          title={compact ? option.label : undefined}
          tabIndex={option.value === stop ? 0 : -1}
          onClick={() => onChange(option.value)}
          className={classes(
            'inline-flex h-6 items-center justify-center gap-1.5 rounded-sm px-2 text-12 font-medium text-ink-2 transition-colors hover:text-ink pointer-coarse:h-9 pointer-coarse:px-3',
            'aria-checked:bg-panel aria-checked:text-ink aria-checked:ring-1 aria-checked:ring-line [&_svg]:size-3.5',
          )}
        >
          {option.icon}
          {!compact && option.label}
        </button>
      ))}
    </div>
  );
}
