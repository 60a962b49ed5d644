import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { uiText as t } from '../messages/interface-text.ts';
import { classes } from './classes.ts';
import { controlClass, Field, type FieldText } from './field.tsx';
import { IconButton } from './icon-button.tsx';

type TextFieldProps = FieldText &
  Omit<ComponentProps<'input'>, 'size'> & { icon?: ReactNode; end?: ReactNode; mono?: boolean };

/** One line of text. A password gets a button that shows it. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    note,
    hint,
    error,
    required,
    hideLabel,
    className,
    icon,
    end,
    mono,
    type = 'text',
    ...rest
  } = props;
  const [shown, setShown] = useState(false);
  const secret = type === 'password';
  const reveal = secret && (
    <IconButton
      size="small"
      label={shown ? t('hide') : t('show')}
      icon={shown ? <EyeOff /> : <Eye />}
      onClick={() => setShown(!shown)}
    />
  );
  return (
    <Field {...{ label, note, hint, error, required, hideLabel, className }}>
      {(control) => (
        <div className="relative">
          {icon && (
            <span className="pointer-events-none absolute inset-y-0 left-2.5 grid place-items-center text-ink-3 [&_svg]:size-4">
              {icon}
            </span>
          )}
          <input
            {...rest}
            {...control}
            type={secret && shown ? 'text' : type}
            className={classes(
              controlClass,
              'h-8 pointer-coarse:h-10',
              icon && 'pl-8',
              (end || secret) && 'pr-9',
              mono && 'font-mono',
            )}
          />
          {(end || reveal) && (
            <span className="absolute inset-y-0 right-1 grid place-items-center">{end ?? reveal}</span>
          )}
        </div>
      )}
    </Field>
  );
}
