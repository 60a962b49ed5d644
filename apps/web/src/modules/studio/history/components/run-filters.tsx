import { Bookmark, SlidersHorizontal, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { ChipToggle } from '../../../../ui/chip.tsx';
import { FilterBar } from '../../../../ui/filter-bar.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { WordsFilter } from '../../../../ui/words-filter.tsx';
import { type RunStatus, statusText } from '../../runs/index.ts';
import type { Shelf } from '../api/shelf.ts';
import { t } from '../messages.ts';
import {
  countMore,
  isNarrowed,
  origins,
  privacies,
  providers,
  type RunSearch,
  withoutFilters,
} from '../state/run-search.ts';

type RunFiltersProps = {
  search: RunSearch;
  onChange: (search: RunSearch) => void;
  /** Names of models one may choose. */
  models: readonly string[];
  shelf: Shelf | undefined;
  /** The title of the prompt the list is narrowed to. */
  promptTitle: string | undefined;
  /** Kept searches, at the end of the first line. */
  children: ReactNode;
};

const offered = ['running', 'finished', 'stopped', 'failed'] as const;

export function RunFilters({ search, onChange, models, shelf, promptTitle, children }: RunFiltersProps) {
  const may = useMay();
  const more = countMore(search);
  const [open, setOpen] = useState(more > 0);
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
          ? { label: t('clearFilters'), onClear: () => onChange(withoutFilters(search)) }
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
        className="w-40 max-md:min-w-36 max-md:flex-1"
        value={search.model ?? ''}
        placeholder={t('allModels')}
        onChange={(event) => onChange({ ...search, model: event.target.value || undefined })}
        options={options.map((model) => ({ value: model, label: model }))}
      />
      <Select
        label={t('filterOrigin')}
        hideLabel
        className="w-40 max-md:min-w-36 max-md:flex-1"
        value={search.origin ?? ''}
        placeholder={t('originDirect')}
        onChange={(event) =>
          onChange({ ...search, origin: origins.find((each) => each === event.target.value) })
        }
        options={[
          { value: 'suite', label: t('originSuite') },
          { value: 'part', label: t('originPart') },
          { value: 'all', label: t('originAll') },
        ]}
      />
      {may('run.read-any') && (
        <SegmentedControl
          label={t('filterAuthor')}
          value={search.all ? 'all' : 'mine'}
          onChange={(value) =>
            onChange({ ...search, author: undefined, all: value === 'all' ? true : undefined })
          }
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
        <ChipToggle
          pressed={search.bookmarked === true}
          onPress={() => onChange({ ...search, bookmarked: search.bookmarked ? undefined : true })}
          icon={<Bookmark aria-hidden="true" />}
        >
          {t('bookmarked')}
        </ChipToggle>
      </div>
      {search.prompt && (
        <Narrowed name={t('columnPrompt')} onRemove={() => onChange({ ...search, prompt: undefined })}>
          {promptTitle ?? t('ofPrompt')}
        </Narrowed>
      )}
      {search.version && (
        <Narrowed name={t('ofVersion')} onRemove={() => onChange({ ...search, version: undefined })}>
          {t('ofVersion')}
        </Narrowed>
      )}
      {search.experiment && (
        <Narrowed
          name={t('ofExperiment')}
          onRemove={() => onChange({ ...search, experiment: undefined, variant: undefined })}
        >
          {search.variant ? t('ofVariant', { variant: search.variant }) : t('ofExperiment')}
        </Narrowed>
      )}
      {search.author && (
        <Narrowed name={t('ofAuthor')} onRemove={() => onChange({ ...search, author: undefined })}>
          {t('ofAuthor')}
        </Narrowed>
      )}
      <Button
        size="small"
        kind="quiet"
        icon={<SlidersHorizontal />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {more > 0 ? t('moreFiltersSet', { count: more }) : t('moreFilters')}
      </Button>
      {children}
      {open && <MoreFilters search={search} onChange={onChange} shelf={shelf} />}
    </FilterBar>
  );
}

type NarrowedProps = { name: string; onRemove: () => void; children: ReactNode };

/** What a link narrowed the list to. */
const Narrowed = ({ name, onRemove, children }: NarrowedProps) => (
  <ChipToggle
    pressed
    onPress={onRemove}
    end={
      <>
        <X aria-hidden="true" />
        <span className="sr-only">{t('removeFilter', { name })}</span>
      </>
    }
  >
    {children}
  </ChipToggle>
);

type MoreFiltersProps = Pick<RunFiltersProps, 'search' | 'onChange' | 'shelf'>;

function MoreFilters({ search, onChange, shelf }: MoreFiltersProps) {
  const set = (changes: Partial<RunSearch>) => onChange({ ...search, ...changes });
  const half = 'w-36 max-md:min-w-32 max-md:flex-1';
  return (
    <div className="flex w-full flex-wrap items-end gap-2 pb-1">
      <Select
        label={t('filterProvider')}
        className="w-44 max-md:w-full"
        value={search.provider ?? ''}
        placeholder={t('allProviders')}
        onChange={(event) => set({ provider: providers.find((each) => each === event.target.value) })}
        options={providers.map((provider) => ({ value: provider, label: t(provider) }))}
      />
      <Select
        label={t('filterPrivate')}
        className="w-40 max-md:w-full"
        value={search.private ?? ''}
        placeholder={t('privateBoth')}
        onChange={(event) => set({ private: privacies.find((each) => each === event.target.value) })}
        options={[
          { value: 'only', label: t('privateOnly') },
          { value: 'without', label: t('privateWithout') },
        ]}
      />
      <TextField
        type="date"
        label={t('from')}
        className={half}
        value={search.from ?? ''}
        max={search.to}
        onChange={(event) => set({ from: event.target.value || undefined })}
      />
      <TextField
        type="date"
        label={t('to')}
        className={half}
        value={search.to ?? ''}
        min={search.from}
        onChange={(event) => set({ to: event.target.value || undefined })}
      />
      <Cost label={t('leastCost')} value={search.least} onChange={(least) => set({ least })} />
      <Cost label={t('mostCost')} value={search.most} onChange={(most) => set({ most })} />
      {shelf && shelf.folders.length > 0 && (
        <Select
          label={t('folder')}
          className="w-40 max-md:w-full"
          value={search.folder ?? ''}
          placeholder={t('allFolders')}
          onChange={(event) => set({ folder: event.target.value || undefined })}
          options={shelf.folders.map(({ id, name, runs }) => ({ value: id, label: `${name} · ${runs}` }))}
        />
      )}
      {shelf && shelf.tags.length > 0 && (
        <Select
          label={t('tag')}
          className="w-40 max-md:w-full"
          value={search.tag ?? ''}
          placeholder={t('allTags')}
          onChange={(event) => set({ tag: event.target.value || undefined })}
          options={shelf.tags.map(({ name, runs }) => ({ value: name, label: `${name} · ${runs}` }))}
        />
      )}
    </div>
  );
}

type CostProps = { label: string; value: number | undefined; onChange: (value: number | undefined) => void };

/** A bound in dollars; it is asked for when the field is left or Enter is pressed. */
function Cost({ label, value, onChange }: CostProps) {
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const tell = () => {
    const amount = Number(text);
    onChange(text.trim() === '' || !Number.isFinite(amount) || amount < 0 ? undefined : amount);
  };
  return (
    <TextField
      label={label}
      inputMode="decimal"
      className="w-28 max-md:min-w-28 max-md:flex-1"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={tell}
      onKeyDown={(event) => event.key === 'Enter' && tell()}
    />
  );
}
