import {
  coerceValue,
  type DocumentVariable,
  type Json,
  VARIABLE_TYPES,
  type Variable,
} from '@promptvault/document';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { t } from '../messages.ts';
import { declareVariable, removeVariable } from '../state/document-edits.ts';
import type { DraftEditing } from '../state/draft-editing.ts';
import { firstDeclaration } from '../state/first-declaration.ts';
import { typeName } from '../state/variable-types.ts';
import { writeEntry } from '../state/variable-values.ts';

type VariableDeclarationProps = { variable: DocumentVariable; editing: DraftEditing };

/** Type, description, default and options of a variable, changed where its value is typed. */
export function VariableDeclaration({ variable, editing }: VariableDeclarationProps) {
  const { name } = variable;
  return (
    <Popover
      label={t('declaration', { name })}
      align="end"
      className="w-72"
      trigger={(props) => (
        <IconButton
          {...props}
          size="small"
          label={t('declare', { name })}
          icon={<SlidersHorizontal className="size-3.5!" />}
        />
      )}
    >
      {(close) => <DeclarationForm variable={variable} editing={editing} onClose={close} />}
    </Popover>
  );
}

function DeclarationForm({ variable, editing, onClose }: VariableDeclarationProps & { onClose: () => void }) {
  const { declared } = variable;
  // What is made from the document follows a moment later; fields need their text at once.
  const [known, setKnown] = useState<Variable>(() => declared ?? firstDeclaration(variable));
  const change = (next: Partial<Variable>) => {
    const changed = { ...known, ...next };
    setKnown(changed);
    editing.type(declareVariable(changed));
  };
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <Select
        label={t('type')}
        value={known.type}
        onChange={(event) => change({ type: event.target.value as Variable['type'] })}
        options={VARIABLE_TYPES.map((type) => ({ value: type, label: typeName(type) }))}
      />
      <Checkbox
        label={t('required')}
        checked={known.required}
        onChange={(event) => change({ required: event.target.checked })}
      />
      <TextArea
        label={t('description')}
        rows={1}
        className="[&_textarea]:min-h-8! [&_textarea]:resize-none"
        value={known.description}
        onChange={(event) => change({ description: event.target.value })}
      />
      {known.type === 'select' && (
        <OptionsField options={known.options} onChange={(options) => change({ options })} />
      )}
      {known.type !== 'file' && (
        <DefaultField variable={known} onChange={(value) => change({ default: value })} />
      )}
      {declared && (
        <Button
          kind="danger"
          size="small"
          className="w-fit"
          onClick={() => {
            editing.edit(removeVariable(declared.id));
            onClose();
          }}
        >
          {t('removeDeclaration')}
        </Button>
      )}
    </form>
  );
}

function OptionsField({ options, onChange }: { options: string[]; onChange: (options: string[]) => void }) {
  const [typed, setTyped] = useState(options.join('\n'));
  return (
    <TextArea
      label={t('optionsLabel')}
      hint={t('optionsHint')}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange([...new Set(event.target.value.split('\n').filter((line) => line.trim() !== ''))]);
      }}
    />
  );
}

/** A default is kept as typed here, and taken into the document as soon as it fits the type. */
function DefaultField({ variable, onChange }: { variable: Variable; onChange: (value: Json) => void }) {
  const [typed, setTyped] = useState(() => writeEntry(variable.default, variable.type));
  const fitted = coerceValue(variable, typed === '' ? null : typed);
  return (
    <TextArea
      label={t('defaultLabel')}
      rows={1}
      mono={variable.type === 'json'}
      className="[&_textarea]:min-h-8! [&_textarea]:resize-none"
      value={typed}
      error={fitted.outcome === 'misfit' ? t('defaultMisfit', { reason: fitted.reason }) : undefined}
      onChange={(event) => {
        const next = event.target.value;
        setTyped(next);
        const taken = coerceValue(variable, next === '' ? null : next);
        if (taken.outcome !== 'misfit') onChange(taken.outcome === 'value' ? (taken.value as Json) : null);
      }}
    />
  );
}
