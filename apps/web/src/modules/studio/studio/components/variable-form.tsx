import { packItemKey } from '@promptvault/context';
import type { ContextPack, DocumentVariable } from '@promptvault/document';
import { Braces, Eraser } from 'lucide-react';
import type { ChangeEvent, ReactNode } from 'react';
import { Badge } from '../../../../ui/badge.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import { sectionName } from '../state/section-names.ts';
import type { Studio, useTouched } from '../state/use-studio.ts';
import { typeName } from '../state/variable-types.ts';
import { type Entry, writeEntry } from '../state/variable-values.ts';
import { ValueSetButtons, ValueSets } from './value-sets.tsx';
import { VariableDeclaration } from './variable-declaration.tsx';

type VariableFormProps = { studio: Studio; touched: ReturnType<typeof useTouched> };

/** One field for each variable of the text. What is typed stays in this browser. */
export function VariableForm({ studio, touched }: VariableFormProps) {
  const { rendering, entries, changeEntries } = studio;
  const { variables } = rendering;
  const clear = () => {
    changeEntries(() => ({}));
    toast({ text: t('valuesCleared'), onUndo: () => changeEntries(() => entries) });
  };
  return (
    <section aria-label={t('variables')} className="border-b border-line px-4 pt-2 pb-4">
      <header className="flex min-h-8 items-center gap-2">
        <h2 className="font-semibold">{t('variables')}</h2>
        {variables.length > 0 && <Badge>{variables.length}</Badge>}
        <span className="ml-auto" />
        {variables.length > 0 && studio.mayRun && <ValueSetButtons studio={studio} />}
        {Object.keys(entries).length > 0 && (
          <IconButton size="small" label={t('clearValues')} icon={<Eraser />} onClick={clear} />
        )}
      </header>
      {variables.length === 0 ? (
        <EmptyState
          icon={<Braces />}
          title={t('noVariables')}
          hint={t('noVariablesHint', { tag: '{{name}}' })}
          compact
        />
      ) : (
        <div className="grid grid-cols-1 gap-3 pt-1">
          <ValueSets studio={studio} />
          {variables.map((variable) => (
            <VariableField key={variable.name} variable={variable} studio={studio} touched={touched} />
          ))}
        </div>
      )}
    </section>
  );
}

type VariableFieldProps = VariableFormProps & { variable: DocumentVariable };

function VariableField({ variable, studio, touched }: VariableFieldProps) {
  const { name, description, required, default: fallback, type } = variable;
  const { entries, changeEntries, editing } = studio;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes that the field inside was left
    <div id={fieldId(name)} onBlur={() => touched.touch(name)} className="group/field relative">
      <VariableControl
        variable={variable}
        pack={studio.pack}
        text={{
          label: name,
          note: (
            <span className={editing ? 'mr-6' : ''}>
              {typeName(type)}
              {required && fallback === null && ` · ${t('requiredShort')}`}
            </span>
          ),
          hint: description || undefined,
          error: faultOf(studio, variable, touched),
        }}
        value={entries[name] ?? ''}
        onChange={(entry) => changeEntries((before) => ({ ...before, [name]: entry }))}
      />
      {editing && (
        <span className="absolute -top-1 right-0">
          <VariableDeclaration variable={variable} editing={editing} />
        </span>
      )}
    </div>
  );
}

export const fieldId = (name: string) => `variable-${name}`;

/** What is wrong with the value, in words that lead to where it is used. */
function faultOf(studio: Studio, variable: DocumentVariable, touched: ReturnType<typeof useTouched>) {
  const { valueFaults, rendering, document } = studio;
  const gone = rendering.missingFiles.get(variable.name);
  if (gone !== undefined) return t('fileLater', { path: gone });
  const fault = valueFaults.get(variable.name);
  if (!fault || !touched.shows(variable.name)) return undefined;
  if (fault.code !== 'variable.missing') return fault.message;
  const use = variable.firstUse;
  const section = document.sections.find(({ id }) => id === use?.sectionId);
  if (!use || !section) return t('neededElsewhere');
  return t('needed', { section: sectionName(section, document.sections), line: use.from.line });
}

type VariableControlProps = {
  variable: DocumentVariable;
  pack: ContextPack;
  text: { label: string; note: ReactNode; hint: string | undefined; error: string | undefined };
  value: Entry;
  onChange: (entry: Entry) => void;
};

function VariableControl({ variable, pack, text, value, onChange }: VariableControlProps) {
  const { type, options, default: fallback } = variable;
  const standIn = writeEntry(fallback, type);
  const typed = { ...text, value, placeholder: standIn, autoComplete: 'off' };
  const choice = {
    ...text,
    value,
    onChange: (event: ChangeEvent<HTMLSelectElement>) => onChange(event.target.value),
    placeholder: standIn === '' ? t('notGiven') : t('defaultValue', { value: standIn }),
  };
  switch (type) {
    case 'boolean':
      return (
        <Select
          {...choice}
          options={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
        />
      );
    case 'select':
      return <Select {...choice} options={options.map((option) => ({ value: option, label: option }))} />;
    case 'file':
      return (
        <Select
          {...choice}
          placeholder={pack.items.length === 0 ? t('noFiles') : t('chooseFile')}
          options={pack.items.map((item) => ({ value: packItemKey(item), label: packItemKey(item) }))}
        />
      );
    case 'number':
      return <TextField {...typed} inputMode="decimal" onChange={(event) => onChange(event.target.value)} />;
    default:
      return (
        <TextArea
          {...typed}
          hint={text.hint ?? (type === 'list' ? t('listHint') : undefined)}
          rows={1}
          mono={type === 'json'}
          className={
            type === 'text' ? '[&_textarea]:min-h-8! [&_textarea]:resize-none' : '[&_textarea]:min-h-14!'
          }
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
