import { X } from 'lucide-react';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import type { PromptFacts } from '../api/prompt-facts.ts';
import type { SuiteSource } from '../api/suites.ts';
import { t } from '../messages.ts';
import { sourceName } from '../state/suite-draft.ts';

type SourceRowProps = {
  source: SuiteSource;
  facts: PromptFacts | undefined;
  onChange: (source: SuiteSource) => void;
  onRemove: (() => void) | undefined;
};

/** One version of those a suite runs: the newest of a branch, what a label points at, or one by its number. */
export function SourceRow({ source, facts, onChange, onRemove }: SourceRowProps) {
  const begin = (kind: string) => {
    if (kind === 'label') onChange({ kind: 'label', label: facts?.labels[0] ?? 'production' });
    else if (kind === 'version') onChange({ kind: 'version', number: facts?.branches[0]?.head ?? 1 });
    else onChange({ kind: 'branch', branch: facts?.branches[0]?.name ?? 'main' });
  };
  const options = (known: readonly string[], chosen: string) =>
    [...new Set([...known, chosen])].map((value) => ({ value, label: value }));
  return (
    <div className="flex items-end gap-2">
      <Select
        label={t('sourceKind')}
        hideLabel
        className="w-44"
        value={source.kind}
        options={[
          { value: 'branch', label: t('branchKind') },
          { value: 'label', label: t('labelKind') },
          { value: 'version', label: t('versionKind') },
        ]}
        onChange={(event) => begin(event.target.value)}
      />
      {source.kind === 'branch' && (
        <Select
          label={t('sourceName')}
          hideLabel
          className="flex-1"
          value={source.branch}
          options={options(facts?.branches.map(({ name }) => name) ?? [], source.branch)}
          onChange={(event) => onChange({ kind: 'branch', branch: event.target.value })}
        />
      )}
      {source.kind === 'label' && (
        <Select
          label={t('sourceName')}
          hideLabel
          className="flex-1"
          value={source.label}
          options={options(facts?.labels ?? [], source.label)}
          onChange={(event) => onChange({ kind: 'label', label: event.target.value })}
        />
      )}
      {source.kind === 'version' && (
        <TextField
          label={t('sourceName')}
          hideLabel
          type="number"
          min={1}
          className="flex-1"
          value={source.number}
          onChange={(event) =>
            onChange({ kind: 'version', number: Math.max(1, Math.trunc(Number(event.target.value)) || 1) })
          }
        />
      )}
      {onRemove && (
        <IconButton label={t('remove', { name: sourceName(source) })} icon={<X />} onClick={onRemove} />
      )}
    </div>
  );
}
