import type { Assertion } from '@promptvault/document/assertions';
import { useState } from 'react';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { ModelPicker } from '../../models/index.ts';
import { t } from '../state/case-messages.ts';
import { finishReasons } from '../state/new-assertion.ts';
import { EmbeddingFields } from './embedding-fields.tsx';
import { NumberField } from './number-field.tsx';

type AssertionDetailProps = { assertion: Assertion; onChange: (assertion: Assertion) => void };

/** What its kind needs. */
export function AssertionDetail({ assertion, onChange }: AssertionDetailProps) {
  switch (assertion.kind) {
    case 'equals':
    case 'starts_with':
    case 'ends_with':
      return (
        <>
          <Wanted value={assertion.value} onChange={(value) => onChange({ ...assertion, value })} />
          <IgnoreCase assertion={assertion} onChange={onChange} />
        </>
      );
    case 'contains':
      return (
        <>
          <TextArea
            label={t('texts')}
            value={assertion.values.join('\n')}
            onChange={(event) =>
              onChange({
                ...assertion,
                values: event.target.value === '' ? [] : event.target.value.split('\n'),
              })
            }
            onBlur={() => onChange({ ...assertion, values: assertion.values.filter((text) => text !== '') })}
          />
          <Select
            label={t('mode')}
            className="w-40"
            value={assertion.mode}
            options={[
              { value: 'all', label: t('all') },
              { value: 'any', label: t('any') },
              { value: 'none', label: t('noneOf') },
            ]}
            onChange={(event) =>
              onChange({ ...assertion, mode: event.target.value as typeof assertion.mode })
            }
          />
          <IgnoreCase assertion={assertion} onChange={onChange} />
        </>
      );
    case 'regex':
      return (
        <div className="flex items-start gap-2">
          <TextField
            label={t('pattern')}
            hint={t('patternHint')}
            mono
            className="flex-1"
            maxLength={2_000}
            value={assertion.pattern}
            onChange={(event) => onChange({ ...assertion, pattern: event.target.value })}
          />
          <TextField
            label={t('flags')}
            mono
            className="w-20"
            maxLength={4}
            value={assertion.flags}
            onChange={(event) =>
              onChange({ ...assertion, flags: event.target.value.replace(/[^imsu]/g, '') })
            }
          />
        </div>
      );
    case 'json_schema':
      return (
        <JsonField
          label={t('schema')}
          value={assertion.schema}
          onChange={(schema) => onChange({ ...assertion, schema })}
        />
      );
    case 'json_path':
      return (
        <>
          <div className="flex items-start gap-2">
            <TextField
              label={t('path')}
              hint={t('pathHint')}
              mono
              className="flex-1"
              value={assertion.path}
              onChange={(event) => onChange({ ...assertion, path: event.target.value })}
            />
            <Select
              label={t('operator')}
              className="w-40"
              value={assertion.operator}
              options={[
                { value: 'exists', label: t('exists') },
                { value: 'equals', label: t('equalsTo') },
                { value: 'contains', label: t('containsIt') },
                { value: 'less', label: t('less') },
                { value: 'at_most', label: t('at_most') },
                { value: 'more', label: t('moreThan') },
                { value: 'at_least', label: t('at_least') },
              ]}
              onChange={(event) =>
                onChange({ ...assertion, operator: event.target.value as typeof assertion.operator })
              }
            />
          </div>
          {assertion.operator !== 'exists' && (
            <JsonField
              label={t('jsonValue')}
              value={assertion.value}
              onChange={(value) => onChange({ ...assertion, value })}
            />
          )}
        </>
      );
    case 'number':
      return (
        <>
          <div className="flex items-start gap-2">
            <NumberField
              label={t('numberValue')}
              hint={t('valueHint')}
              className="flex-1"
              least={-Number.MAX_SAFE_INTEGER}
              value={assertion.value}
              onChange={(value) => onChange({ ...assertion, value })}
            />
            <NumberField
              label={t('tolerance')}
              className="w-32"
              value={assertion.tolerance}
              onChange={(tolerance) => onChange({ ...assertion, tolerance: tolerance ?? 0 })}
            />
          </div>
          <Checkbox
            label={t('relative')}
            checked={assertion.relative}
            onChange={(event) => onChange({ ...assertion, relative: event.target.checked })}
          />
        </>
      );
    case 'similarity':
      return (
        <>
          <Wanted value={assertion.value} onChange={(value) => onChange({ ...assertion, value })} />
          <div className="flex items-start gap-2">
            <Select
              label={t('measure')}
              className="flex-1"
              value={assertion.measure}
              options={[
                { value: 'words', label: t('words') },
                { value: 'characters', label: t('characters') },
              ]}
              onChange={(event) =>
                onChange({ ...assertion, measure: event.target.value as typeof assertion.measure })
              }
            />
            <Percent value={assertion.atLeast} onChange={(atLeast) => onChange({ ...assertion, atLeast })} />
          </div>
        </>
      );
    case 'meaning':
      return (
        <>
          <Wanted value={assertion.value} onChange={(value) => onChange({ ...assertion, value })} />
          <EmbeddingFields model={assertion.model} onChange={(model) => onChange({ ...assertion, model })} />
          <Percent value={assertion.atLeast} onChange={(atLeast) => onChange({ ...assertion, atLeast })} />
        </>
      );
    case 'latency':
      return (
        <NumberField
          label={t('atMostMs')}
          whole
          className="w-52"
          value={assertion.atMostMs}
          onChange={(atMostMs) => onChange({ ...assertion, atMostMs: atMostMs ?? 0 })}
        />
      );
    case 'cost':
      return (
        <NumberField
          label={t('atMostCost')}
          className="w-52"
          value={assertion.atMostMicroDollars / 1e6}
          onChange={(dollars) =>
            onChange({ ...assertion, atMostMicroDollars: Math.round((dollars ?? 0) * 1e6) })
          }
        />
      );
    case 'tokens':
      return (
        <div className="flex items-start gap-2">
          <Select
            label={t('of')}
            className="w-40"
            value={assertion.of}
            options={[
              { value: 'input', label: t('input') },
              { value: 'output', label: t('output') },
              { value: 'total', label: t('totalTokens') },
            ]}
            onChange={(event) => onChange({ ...assertion, of: event.target.value as typeof assertion.of })}
          />
          <NumberField
            label={t('atMost')}
            whole
            className="w-32"
            value={assertion.atMost}
            onChange={(atMost) => onChange({ ...assertion, atMost: atMost ?? 0 })}
          />
        </div>
      );
    case 'finish_reason':
      return (
        <fieldset className="grid gap-2">
          <legend className="mb-1 text-12 font-medium text-ink-2">{t('endedBy')}</legend>
          {finishReasons.map((reason) => (
            <Checkbox
              key={reason}
              label={t(`ended_${reason}`)}
              checked={assertion.reasons.includes(reason)}
              onChange={(event) =>
                onChange({
                  ...assertion,
                  reasons: finishReasons.filter((one) =>
                    one === reason ? event.target.checked : assertion.reasons.includes(one),
                  ),
                })
              }
            />
          ))}
        </fieldset>
      );
    case 'javascript':
      return (
        <TextArea
          label={t('code')}
          hint={t('codeHint')}
          mono
          rows={5}
          value={assertion.code}
          onChange={(event) => onChange({ ...assertion, code: event.target.value })}
        />
      );
    case 'judged':
      return (
        <>
          <TextArea
            label={t('rubric')}
            maxLength={20_000}
            value={assertion.rubric}
            onChange={(event) => onChange({ ...assertion, rubric: event.target.value })}
          />
          <div className="grid gap-1">
            <span className="text-12 font-medium text-ink-2">{t('judges')}</span>
            <ModelPicker
              most={7}
              chosen={assertion.judges}
              onChange={(chosen) =>
                onChange({
                  ...assertion,
                  judges: chosen
                    .filter(({ chainId }) => chainId === undefined)
                    .map(({ connectionId, model }) => ({ connectionId, model })),
                })
              }
            />
          </div>
          <div className="flex items-start gap-2">
            <Select
              label={t('combine')}
              className="flex-1"
              value={assertion.combine}
              options={[
                { value: 'majority', label: t('majority') },
                { value: 'mean', label: t('mean') },
              ]}
              onChange={(event) =>
                onChange({ ...assertion, combine: event.target.value as typeof assertion.combine })
              }
            />
            <Percent value={assertion.atLeast} onChange={(atLeast) => onChange({ ...assertion, atLeast })} />
          </div>
        </>
      );
    default:
      return null;
  }
}

type WantedProps = { value: string | null; onChange: (value: string | null) => void };

/** A text of its own, or the case's expected answer. */
const Wanted = ({ value, onChange }: WantedProps) => (
  <TextArea
    label={t('value')}
    hint={t('valueHint')}
    rows={2}
    value={value ?? ''}
    onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
  />
);

type WithCase = Extract<Assertion, { ignoreCase: boolean }>;

const IgnoreCase = ({
  assertion,
  onChange,
}: {
  assertion: WithCase;
  onChange: (assertion: Assertion) => void;
}) => (
  <Checkbox
    label={t('ignoreCase')}
    checked={assertion.ignoreCase}
    onChange={(event) => onChange({ ...assertion, ignoreCase: event.target.checked })}
  />
);

const Percent = ({ value, onChange }: { value: number; onChange: (share: number) => void }) => (
  <NumberField
    label={t('atLeast')}
    className="w-40"
    most={100}
    value={Number((value * 100).toFixed(2))}
    onChange={(percent) => onChange((percent ?? 0) / 100)}
  />
);

type Json = Extract<Assertion, { kind: 'json_schema' }>['schema'];

/** JSON as text; what is none stays in the field and is said. */
function JsonField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Json;
  onChange: (value: Json) => void;
}) {
  const [text, setText] = useState(() => JSON.stringify(value, null, 2));
  const [isWrong, setIsWrong] = useState(false);
  return (
    <TextArea
      label={label}
      mono
      value={text}
      error={isWrong ? t('notJson') : undefined}
      onChange={(event) => {
        setText(event.target.value);
        try {
          onChange(JSON.parse(event.target.value));
          setIsWrong(false);
        } catch {
          setIsWrong(true);
        }
      }}
    />
  );
}
