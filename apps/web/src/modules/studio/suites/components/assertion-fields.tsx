import type { Assertion, AssertionKind } from '@promptvault/document/assertions';
import { X } from 'lucide-react';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { t } from '../state/case-messages.ts';
import { assertionKinds, newAssertion } from '../state/new-assertion.ts';
import { AssertionDetail } from './assertion-detail.tsx';
import { NumberField } from './number-field.tsx';

type AssertionFieldsProps = {
  number: number;
  assertion: Assertion;
  fault: string | undefined;
  onChange: (assertion: Assertion) => void;
  onRemove: () => void;
};

/** They look at no text. */
const measured: ReadonlySet<AssertionKind> = new Set(['latency', 'cost', 'tokens', 'finish_reason']);

function withTransform({ transform: _none, ...assertion }: Assertion, isWanted: boolean): Assertion {
  return isWanted ? { ...assertion, transform: 'JSON.parse(output)' } : assertion;
}

/** One assertion: its kind, what that kind needs, and what all kinds share. */
export function AssertionFields({ number, assertion, fault, onChange, onRemove }: AssertionFieldsProps) {
  return (
    <fieldset className="grid min-w-0 gap-3 rounded-lg border border-line p-3">
      <legend className="sr-only">{t('assertionNumber', { number })}</legend>
      <div className="flex items-end gap-2">
        <Select
          label={t('kind')}
          hideLabel
          className="w-60 max-w-full"
          value={assertion.kind}
          options={assertionKinds.map((kind) => ({ value: kind, label: t(kind) }))}
          onChange={(event) => onChange(newAssertion(event.target.value as AssertionKind, assertion))}
        />
        <IconButton
          className="ml-auto"
          label={t('removeAssertion', { number })}
          icon={<X />}
          onClick={onRemove}
        />
      </div>
      <AssertionDetail assertion={assertion} onChange={onChange} />
      {assertion.transform !== undefined && (
        <TextArea
          label={t('transform')}
          hint={t('transformHint')}
          mono
          rows={2}
          value={assertion.transform}
          onChange={(event) => onChange({ ...assertion, transform: event.target.value })}
        />
      )}
      {fault && <ProblemMessage>{fault}</ProblemMessage>}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Checkbox
          label={t('assertionRequired')}
          checked={assertion.required}
          onChange={(event) => onChange({ ...assertion, required: event.target.checked })}
        />
        <Checkbox
          label={t('not')}
          checked={assertion.not}
          onChange={(event) => onChange({ ...assertion, not: event.target.checked })}
        />
        {!measured.has(assertion.kind) && (
          <Checkbox
            label={t('transformed')}
            checked={assertion.transform !== undefined}
            onChange={(event) => onChange(withTransform(assertion, event.target.checked))}
          />
        )}
        <NumberField
          label={t('assertionWeight')}
          className="w-24"
          value={assertion.weight}
          most={1_000}
          onChange={(weight) => onChange({ ...assertion, weight: weight ?? 1 })}
        />
      </div>
    </fieldset>
  );
}
