import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { controlClass, Field, type FieldText } from './field.tsx';

export type SelectOption = { value: string; label: string; disabled?: boolean };

type SelectProps = FieldText &
  Omit<ComponentProps<'select'>, 'size' | 'children' | 'multiple'> & {
    options: readonly (SelectOption | { label: string; options: readonly SelectOption[] })[];
    placeholder?: string;
  };

/** One of a few: the browser's own list, which every keyboard, screen reader and phone knows. */
export function Select(props: SelectProps) {
  const { label, note, hint, error, required, hideLabel, className, options, placeholder, ...rest } = props;
  return (
    <Field {...{ label, note, hint, error, required, hideLabel, className }}>
      {(control) => (
        <div className="relative">
          <select
            {...rest}
            {...control}
            className={classes(controlClass, 'h-8 appearance-none truncate pr-8 pointer-coarse:h-10')}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) =>
              'options' in option ? (
                <optgroup key={option.label} label={option.label}>
                  {option.options.map(toOption)}
                </optgroup>
              ) : (
                toOption(option)
              ),
            )}
          </select>
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-ink-3"
          />
        </div>
      )}
    </Field>
  );
}

const toOption = ({ value, label, disabled }: SelectOption) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);
