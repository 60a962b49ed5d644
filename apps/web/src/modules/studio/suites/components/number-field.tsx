import { useState } from 'react';
import { TextField } from '../../../../ui/text-field.tsx';
import { t } from '../state/case-messages.ts';

type NumberFieldProps = {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  least?: number;
  most?: number;
  whole?: boolean;
  hint?: string;
  className?: string;
};

/** A number that may be half written: what is none yet stays in the field and is not told. */
export function NumberField({
  label,
  value,
  onChange,
  least = 0,
  most = Number.MAX_SAFE_INTEGER,
  whole,
  hint,
  className,
}: NumberFieldProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const read = (written: string) => {
    const number = Number(written.trim().replace(',', '.'));
    const fits = number >= least && number <= most && (!whole || Number.isSafeInteger(number));
    return written.trim() !== '' && fits ? number : undefined;
  };
  const isWrong = text.trim() !== '' && read(text) === undefined;
  return (
    <TextField
      label={label}
      inputMode="decimal"
      className={className}
      hint={hint}
      value={text}
      error={isWrong ? t('notInRange', { from: least, to: most }) : undefined}
      onChange={(event) => {
        setText(event.target.value);
        const number = read(event.target.value);
        if (number !== undefined) onChange(number);
        else if (event.target.value.trim() === '') onChange(null);
      }}
    />
  );
}
