import { SAMPLING_STRATEGY_NAMES, type SamplingStrategy } from '@promptvault/document';
import { Select } from '../../../../ui/select.tsx';
import { t } from '../messages.ts';

/** How a named strategy of sampling is called. */
export const strategyName = (name: SamplingStrategy): string => t(`sampling_${name}`);

export const strategyOptions = SAMPLING_STRATEGY_NAMES.map((value) => ({
  value,
  label: () => `${strategyName(value)}: ${t(`sampling_${value}_for`)}`,
}));

type SamplingSelectProps = {
  value: SamplingStrategy | undefined;
  /** What none means. */
  none: string;
  hint?: string | undefined;
  disabled?: boolean;
  className?: string;
  onChange: (next: SamplingStrategy | undefined) => void;
};

/** One strategy that says all of sampling, or none. */
export function SamplingSelect({ value, none, onChange, ...rest }: SamplingSelectProps) {
  return (
    <Select
      {...rest}
      label={t('sampling')}
      placeholder={none}
      value={value ?? ''}
      options={strategyOptions.map(({ value: name, label }) => ({ value: name, label: label() }))}
      onChange={(event) => onChange(SAMPLING_STRATEGY_NAMES.find((name) => name === event.target.value))}
    />
  );
}
