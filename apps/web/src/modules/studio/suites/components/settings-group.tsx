import {
  REASONING_EFFORTS,
  SAMPLING_SETTINGS,
  SAMPLING_STRATEGIES,
  SAMPLING_STRATEGY_NAMES,
} from '@promptvault/document';
import { SlidersHorizontal, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { SamplingSelect } from '../../models/index.ts';
import { t } from '../messages.ts';
import { type NumberField, numberFields, type SettingField } from '../state/settings-draft.ts';

type SettingsGroupProps = {
  group: Record<SettingField, string>;
  /** By setting. */
  faults: Partial<Record<SettingField, string>>;
  /** What its button to take it away says; absent for the only one. */
  removeLabel: string | undefined;
  onChange: (part: Partial<Record<SettingField, string>>) => void;
  onRemove: () => void;
};

const first: readonly NumberField[] = ['temperature', 'maxOutputTokens'];
const others = numberFields.filter((field) => !first.includes(field));

/** One group of settings of the model: the two most wanted, and all others when they are asked for or set. */
export function SettingsGroup({ group, faults, removeLabel, onChange, onRemove }: SettingsGroupProps) {
  const isSet = [...others, 'reasoningEffort' as const, 'stop' as const].some((field) => group[field] !== '');
  const [open, setOpen] = useState(isSet);
  const sampling = SAMPLING_STRATEGY_NAMES.find((name) => name === group.sampling);
  const sets: Partial<Record<NumberField, number>> = sampling ? SAMPLING_STRATEGIES[sampling] : {};
  const number = (field: NumberField) => (
    <TextField
      key={field}
      label={t(field)}
      inputMode="decimal"
      className="min-w-0 flex-1"
      placeholder={sets[field] === undefined ? undefined : String(sets[field])}
      value={group[field]}
      error={faults[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
    />
  );
  return (
    <div className="grid min-w-0 gap-3 rounded-lg border border-line p-3">
      <SamplingSelect
        value={sampling}
        none={t('asPrompt')}
        onChange={(next) =>
          // It says all of sampling; what was typed of that before would say it otherwise.
          onChange({
            ...(next && Object.fromEntries(SAMPLING_SETTINGS.map((field) => [field, '']))),
            sampling: next ?? '',
          })
        }
      />
      <div className="flex items-end gap-2">
        {first.map(number)}
        {removeLabel !== undefined && <IconButton label={removeLabel} icon={<X />} onClick={onRemove} />}
      </div>
      {open ? (
        <>
          <div className="grid grid-cols-2 gap-3 md:grid-cols-3">
            {others.map(number)}
            <Select
              label={t('reasoningEffort')}
              placeholder={t('asPrompt')}
              value={group.reasoningEffort}
              options={REASONING_EFFORTS.map((value) => ({ value, label: t(`effort_${value}`) }))}
              onChange={(event) => onChange({ reasoningEffort: event.target.value })}
            />
          </div>
          <TextArea
            label={t('stopSequences')}
            hint={t('stopHint')}
            mono
            rows={1}
            className="[&_textarea]:min-h-8!"
            value={group.stop}
            error={faults.stop}
            onChange={(event) => onChange({ stop: event.target.value })}
          />
        </>
      ) : (
        <Button
          size="small"
          kind="quiet"
          icon={<SlidersHorizontal />}
          className="-ml-2 w-fit"
          onClick={() => setOpen(true)}
        >
          {t('moreSettings')}
        </Button>
      )}
    </div>
  );
}
