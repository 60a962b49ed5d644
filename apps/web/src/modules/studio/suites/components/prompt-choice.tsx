import { useQuery } from '@tanstack/react-query';
import { Select } from '../../../../ui/select.tsx';
import { promptChoicesQuery } from '../api/suites.ts';
import { t } from '../messages.ts';

type PromptChoiceProps = {
  value: string;
  onChange: (promptId: string) => void;
  hideLabel?: boolean;
  className?: string;
};

/** One of the prompts one sees. */
export function PromptChoice({ value, onChange, hideLabel, className }: PromptChoiceProps) {
  const { data = [], error } = useQuery(promptChoicesQuery);
  return (
    <Select
      label={t('prompt')}
      hideLabel={hideLabel}
      className={className}
      value={value}
      placeholder={t('choosePrompt')}
      error={error?.message}
      options={data.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
