import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { uiText as t } from '../messages/interface-text.ts';
import { classes } from './classes.ts';

export type FieldText = {
  label: string;
  /** Stands at the end of the label's line: a type, a count. */
  note?: ReactNode;
  hint?: ReactNode;
  /** What is wrong, in the words of the error catalogue. */
  error?: string;
  required?: boolean;
  hideLabel?: boolean;
};

type ControlProps = {
  id: string;
  'aria-invalid': boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-required': boolean | undefined;
};

type FieldProps = FieldText & { className?: string; children: (control: ControlProps) => ReactNode };

/** Label above, message below: the frame of every form control. */
export function Field({ label, note, hint, error, required, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const under = error || hint ? `${id}-under` : undefined;
  return (
    <div className={classes('flex min-w-0 flex-col gap-1', className)}>
      <div className={classes('flex items-baseline justify-between gap-3', hideLabel && 'sr-only')}>
        <label htmlFor={id} className="min-w-0 truncate text-12 font-medium text-ink-2">
          {label}
        </label>
        {(note || required) && (
          <span className="shrink-0 text-12 text-ink-3">
            {note}
            {note && required && ', '}
            {required && t('required')}
          </span>
        )}
      </div>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': under,
        'aria-required': required || undefined,
      })}
      {error ? (
        <p id={under} className="flex items-start gap-1.5 text-12 text-bad">
          <CircleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0" />
          <span>{error}</span>
        </p>
      ) : (
        hint && (
          <p id={under} className="text-12 text-ink-3">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

/** The look shared by everything one types or chooses in. */
export const controlClass =
  'w-full min-w-0 rounded-md border border-edge bg-panel px-2.5 text-13 text-ink transition-colors hover:border-ink-3/60 ' +
  'focus-visible:outline-offset-[-1px] aria-invalid:border-bad disabled:opacity-60 disabled:bg-raise max-md:text-16';
