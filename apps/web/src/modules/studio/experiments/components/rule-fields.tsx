import { Plus, X } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { t } from '../messages.ts';
import type { FieldsProps } from '../state/draft-fields.ts';
import type { RuleDraft } from '../state/experiment-draft.ts';

/** Who takes part, and which parts of them the report shows by themselves. */
export function RuleFields({ draft, change, faults }: FieldsProps) {
  const put = (at: number, part: Partial<RuleDraft>) =>
    change({ rules: draft.rules.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-semibold">{t('rules')}</legend>
      <p className="text-12 text-ink-3">
        {draft.rules.length === 0 && `${t('everybody')} `}
        {t('rulesHint')}
      </p>
      {draft.rules.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place
        <div key={index} className="flex flex-wrap items-start gap-2">
          <TextField
            label={t('attribute')}
            hideLabel
            placeholder={t('attribute')}
            className="w-32 min-w-0 grow md:grow-0"
            maxLength={60}
            value={rule.attribute}
            error={faults[`rules.${index}`]}
            onChange={(event) => put(index, { attribute: event.target.value })}
          />
          <Select
            label={t('is')}
            hideLabel
            className="w-28"
            value={rule.is}
            options={[
              { value: 'one_of', label: t('oneOf') },
              { value: 'none_of', label: t('noneOf') },
            ]}
            onChange={(event) => put(index, { is: event.target.value as RuleDraft['is'] })}
          />
          <TextField
            label={t('values')}
            hideLabel
            placeholder={t('values')}
            className="min-w-40 flex-1"
            value={rule.values}
            onChange={(event) => put(index, { values: event.target.value })}
          />
          <IconButton
            label={t('removeRule', { name: rule.attribute })}
            icon={<X />}
            onClick={() => change({ rules: draft.rules.filter((_, place) => place !== index) })}
          />
        </div>
      ))}
      {draft.rules.length < 10 && (
        <Button
          size="small"
          kind="quiet"
          icon={<Plus />}
          className="-ml-2 w-fit"
          onClick={() => change({ rules: [...draft.rules, { attribute: '', is: 'one_of', values: '' }] })}
        >
          {t('addRule')}
        </Button>
      )}
      <div className="mt-2 grid gap-3 @md:grid-cols-2">
        <TextField
          label={t('parts')}
          hint={t('partsHint')}
          maxLength={60}
          value={draft.partAttribute}
          error={faults.parts}
          onChange={(event) => change({ partAttribute: event.target.value })}
        />
        <TextField
          label={t('values')}
          value={draft.partValues}
          onChange={(event) => change({ partValues: event.target.value })}
        />
      </div>
    </fieldset>
  );
}
