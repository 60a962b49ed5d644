import { Select } from '../../../../ui/select.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import type { CsvMapping } from '../api/imports.ts';
import { t } from '../messages.ts';

const parts = [
  { part: 'title', label: () => t('partTitle') },
  { part: 'content', label: () => t('partContent') },
  { part: 'description', label: () => t('partDescription') },
  { part: 'tags', label: () => t('partTags') },
  { part: 'type', label: () => t('partType') },
  { part: 'forDevs', label: () => t('partForDevs') },
] as const;

type ImportMappingProps = {
  columns: readonly string[];
  mapping: CsvMapping;
  onChange: (mapping: CsvMapping) => void;
};

/** Which column of the file fills which part of a prompt. */
export function ImportMapping({ columns, mapping, onChange }: ImportMappingProps) {
  const options = [
    { value: '', label: t('noColumn') },
    ...columns.map((name, index) => ({
      value: String(index),
      label: name.trim() || t('columnNumber', { number: index + 1 }),
    })),
  ];
  return (
    <SettingsSection title={t('columns')} hint={t('columnsHint')}>
      <div className="grid grid-cols-2 gap-4 md:grid-cols-3">
        {parts.map(({ part, label }) => (
          <Select
            key={part}
            label={label()}
            value={String(mapping[part] ?? '')}
            onChange={({ target }) =>
              onChange({ ...mapping, [part]: target.value === '' ? null : Number(target.value) })
            }
            options={options}
          />
        ))}
      </div>
    </SettingsSection>
  );
}
