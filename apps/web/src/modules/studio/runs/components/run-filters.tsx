import { X } from 'lucide-react';
import { useMay } from '../../../../shell/session.ts';
import { ChipToggle } from '../../../../ui/chip.tsx';
import { FilterBar } from '../../../../ui/filter-bar.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { Select } from '../../../../ui/select.tsx';
import { WordsFilter } from '../../../../ui/words-filter.tsx';
import { t } from '../messages.ts';
import type { RunStatus } from '../state/run-answer.ts';
import { isNarrowed, type RunSearch } from '../state/run-filter.ts';
import { statusText } from './run-words.ts';

type RunFiltersProps = {
  search: RunSearch;
  onChange: (search: RunSearch) => void;
  /** Names of models one may choose. */
  models: readonly string[];
  /** The title of the prompt the list is narrowed to. */
  promptTitle: string | undefined;
};

const offered = ['running', 'finished', 'stopped', 'failed'] as const;

export function RunFilters({ search, onChange, models, promptTitle }: RunFiltersProps) {
  const may = useMay();
  const chosen = search.status ?? [];
  const toggle = (status: RunStatus) => {
    const next = chosen.includes(status) ? chosen.filter((each) => each !== status) : [...chosen, status];
    onChange({ ...search, status: next.length > 0 ? next : undefined });
  };
  const options = [...new Set([...models, ...(search.model ? [search.model] : [])])].sort();
  return (
    <FilterBar
      label={t('filters')}
      clear={
        isNarrowed(search)
          ? { label: t('clearFilters'), onClear: () => onChange({ all: search.all }) }
          : undefined
      }
    >
      <WordsFilter
        label={t('filterText')}
        key={search.q ?? ''}
        initial={search.q ?? ''}
        onChange={(q) => onChange({ ...search, q: q || undefined })}
      />
      <Select
        label={t('filterModel')}
        hideLabel
        className="w-44 max-md:min-w-36 max-md:flex-1"
        value={search.model ?? ''}
        placeholder={t('allModels')}
        onChange={(event) => onChange({ ...search, model: event.target.value || undefined })}
        options={options.map((model) => ({ value: model, label: model }))}
      />
      {may('run.read-any') && (
        <SegmentedControl
          label={t('filterAuthor')}
          value={search.all ? 'all' : 'mine'}
          onChange={(value) => onChange({ ...search, all: value === 'all' ? true : undefined })}
          options={[
            { value: 'mine', label: t('mine') },
            { value: 'all', label: t('everyone') },
          ]}
        />
      )}
      <div className="flex flex-wrap gap-1.5">
        {[...new Set([...offered, ...chosen])].map((status) => (
          <ChipToggle key={status} pressed={chosen.includes(status)} onPress={() => toggle(status)}>
            {statusText(status)}
          </ChipToggle>
        ))}
      </div>
      {search.prompt && (
        <ChipToggle pressed onPress={() => onChange({ ...search, prompt: undefined })}>
          {promptTitle ?? t('ofPrompt')}
          <X aria-hidden="true" className="size-3" />
          <span className="sr-only">{t('removeFilter', { name: t('columnPrompt') })}</span>
        </ChipToggle>
      )}
    </FilterBar>
  );
}
