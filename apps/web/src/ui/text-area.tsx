import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { controlClass, Field, type FieldText } from './field.tsx';

type TextAreaProps = FieldText & ComponentProps<'textarea'> & { mono?: boolean };

/** Several lines; grows with its text up to a third of the window. */
export function TextArea({
  label,
  note,
  hint,
  error,
  required,
  hideLabel,
  className,
  mono,
  ...rest
}: TextAreaProps) {
  return (
    <Field {...{ label, note, hint, error, required, hideLabel, className }}>
      {(control) => (
        <textarea
          rows={3}
          {...rest}
          {...control}
          className={classes(
            controlClass,
            'field-sizing-content max-h-[40dvh] min-h-16 resize-y py-1.5',
            mono && 'font-mono',
          )}
        />
      )}
    </Field>
  );
}
