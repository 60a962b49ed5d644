import type { DocumentVariable } from '@promptvault/document';
import { Plus } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import type { CaseDraft } from '../state/case-draft.ts';
import { t } from '../state/case-messages.ts';
import { newAssertion } from '../state/new-assertion.ts';
import { AssertionFields } from './assertion-fields.tsx';

type CaseFieldsProps = {
  draft: CaseDraft;
  onChange: (draft: CaseDraft) => void;
  /** By field: `name`, `value:topic`, `assertion:0`. */
  faults: Readonly<Record<string, string>>;
  variables: readonly DocumentVariable[];
};

/** All that a case says. */
export function CaseFields({ draft, onChange, faults, variables }: CaseFieldsProps) {
  const change = (part: Partial<CaseDraft>) => onChange({ ...draft, ...part });
  return (
    <>
      <TextField
        label={t('caseName')}
        required
        maxLength={200}
        value={draft.name}
        error={faults.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <ValueFields draft={draft} onChange={onChange} faults={faults} variables={variables} />
      <TextArea
        label={t('expected')}
        hint={t('expectedHint')}
        value={draft.expected}
        onChange={(event) => change({ expected: event.target.value })}
      />
      <fieldset className="grid min-w-0 gap-3">
        <legend className="font-medium">{t('assertions')}</legend>
        <p className="text-12 text-ink-3">{t('assertionsHint')}</p>
        {draft.assertions.map((assertion, index) => (
          <AssertionFields
            // biome-ignore lint/suspicious/noArrayIndexKey: an assertion is its place
            key={index}
            number={index + 1}
            assertion={assertion}
            fault={faults[`assertion:${index}`]}
            onChange={(next) =>
              change({ assertions: draft.assertions.map((one, place) => (place === index ? next : one)) })
            }
            onRemove={() => change({ assertions: draft.assertions.filter((_, place) => place !== index) })}
          />
        ))}
        {draft.assertions.length < 50 && (
          <Button
            size="small"
            icon={<Plus />}
            className="w-fit"
            onClick={() => change({ assertions: [...draft.assertions, newAssertion('contains')] })}
          >
            {t('addAssertion')}
          </Button>
        )}
      </fieldset>
      <div className="grid gap-3 md:grid-cols-3">
        <TextField
          label={t('tags')}
          value={draft.tags}
          onChange={(event) => change({ tags: event.target.value })}
        />
        <TextField
          label={t('weight')}
          hint={t('weightHint')}
          inputMode="decimal"
          value={draft.weight}
          error={faults.weight}
          onChange={(event) => change({ weight: event.target.value })}
        />
        <TextField
          label={t('passScore')}
          hint={t('passScoreHint')}
          inputMode="decimal"
          value={draft.passScore}
          error={faults.passScore}
          onChange={(event) => change({ passScore: event.target.value })}
        />
      </div>
      <Checkbox
        label={t('required')}
        checked={draft.required}
        onChange={(event) => change({ required: event.target.checked })}
      />
    </>
  );
}

function ValueFields({ draft, onChange, faults, variables }: CaseFieldsProps) {
  const set = (index: number, part: Partial<CaseDraft['entries'][number]>) =>
    onChange({
      ...draft,
      entries: draft.entries.map((entry, place) => (place === index ? { ...entry, ...part } : entry)),
    });
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="font-medium">{t('values')}</legend>
      {draft.entries.length === 0 && <p className="text-12 text-ink-3">{t('noValues')}</p>}
      {draft.entries.map(({ name, text }, index) => {
        const variable = variables.find((one) => one.name === name);
        const isOwn = index >= variables.length;
        const label = isOwn ? t('valueOf', { name: name || '…' }) : name;
        const options =
          variable?.type === 'boolean'
            ? ['true', 'false']
            : variable?.type === 'select'
              ? variable.options
              : [];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a value is its place
          <div key={index} className="grid gap-2">
            {isOwn && (
              <TextField
                label={t('valueName')}
                mono
                maxLength={200}
                value={name}
                onChange={(event) => set(index, { name: event.target.value })}
              />
            )}
            {options.length > 0 ? (
              <Select
                label={label}
                placeholder=""
                value={text}
                error={faults[`value:${name}`]}
                options={options.map((value) => ({ value, label: value }))}
                onChange={(event) => set(index, { text: event.target.value })}
              />
            ) : (
              <TextArea
                label={label}
                rows={1}
                className="[&_textarea]:min-h-8!"
                mono={variable?.type === 'json'}
                hint={
                  variable?.type === 'list'
                    ? t('listHint')
                    : variable?.type === 'json'
                      ? t('jsonHint')
                      : undefined
                }
                value={text}
                error={faults[`value:${name}`]}
                onChange={(event) => set(index, { text: event.target.value })}
              />
            )}
          </div>
        );
      })}
      <Button
        size="small"
        kind="quiet"
        icon={<Plus />}
        className="-ml-2 w-fit"
        onClick={() => onChange({ ...draft, entries: [...draft.entries, { name: '', text: '' }] })}
      >
        {t('addValue')}
      </Button>
    </fieldset>
  );
}
