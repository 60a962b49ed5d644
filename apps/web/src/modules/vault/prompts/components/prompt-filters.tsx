import { useQuery } from '@tanstack/react-query';
import { Search, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { ChipToggle } from '../../../../ui/chip.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { useShortcut } from '../../../../ui/use-shortcut.ts';
import { tagsQuery } from '../api/prompt-list.ts';
import { t } from '../messages.ts';
import { isNarrowed, type PromptSearch, type PromptSort } from '../state/prompt-search.ts';

type PromptFiltersProps = {
  search: PromptSearch;
  onChange: (change: Partial<PromptSearch>) => void;
  onClear: () => void;
  count: string | undefined;
};

/** What narrows the list. All of it stands in the address. */
export function PromptFilters({ search, onChange, onClear, count }: PromptFiltersProps) {
  const { tag, status, author, favorite, archived, sort = 'updated' } = search;
  return (
    <search
      aria-label={t('filters')}
      className="flex min-w-0 flex-1 items-center gap-2 max-md:flex-wrap md:min-h-8"
    >
      <FilterBox value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      <div className="flex min-w-0 flex-1 items-center gap-2 max-md:w-full max-md:overflow-x-auto max-md:pb-0.5">
        <TagSelect value={tag} onChange={(next) => onChange({ tag: next })} />
        <Select
          label={t('statusFilter')}
          hideLabel
          className="w-32 shrink-0"
          value={status ?? ''}
          onChange={({ target }) =>
            onChange({ status: (target.value || undefined) as PromptSearch['status'] })
          }
          options={[
            { value: '', label: t('anyStatus') },
            { value: 'published', label: t('published') },
            { value: 'unpublished', label: t('unpublished') },
          ]}
        />
        <ChipToggle pressed={author === 'me'} onPress={() => onChange({ author: author ? undefined : 'me' })}>
          {t('mine')}
        </ChipToggle>
        <ChipToggle pressed={!!favorite} onPress={() => onChange({ favorite: favorite ? undefined : true })}>
          {t('favorites')}
        </ChipToggle>
        <ChipToggle pressed={!!archived} onPress={() => onChange({ archived: archived ? undefined : true })}>
          {t('archive')}
        </ChipToggle>
        {isNarrowed(search) && (
          <IconButton size="small" label={t('clearFilters')} icon={<X />} onClick={onClear} />
        )}
        <span className="flex-1" />
        <span aria-live="polite" className="shrink-0 text-12 text-ink-3 tabular max-lg:hidden">
          {count}
        </span>
        <Select
          label={t('sort')}
          hideLabel
          className="w-36 shrink-0"
          value={sort}
          onChange={({ target }) => onChange({ sort: target.value as PromptSort, direction: undefined })}
          options={[
            { value: 'updated', label: t('sortUpdated') },
            { value: 'title', label: t('sortTitle') },
            { value: 'uses', label: t('sortUses') },
            { value: 'effectiveness', label: t('sortEffectiveness') },
            { value: 'created', label: t('sortCreated') },
          ]}
        />
      </div>
    </search>
  );
}

/** Long enough that a word typed at once asks once, short enough to feel immediate. */
const pause = 120;

function FilterBox({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const [typed, setTyped] = useState(value);
  const box = useRef<HTMLInputElement>(null);
  const tell = useEffectEvent(onChange);
  // The address may change under the box: a link, the way back, all filters cleared.
  const [told, setTold] = useState(value);
  if (told !== value) {
    setTold(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === told) return;
    const timer = setTimeout(() => {
      setTold(typed.trim());
      tell(typed.trim());
    }, pause);
    return () => clearTimeout(timer);
  }, [typed, told]);
  useShortcut('/', () => box.current?.focus());
  return (
    <TextField
      ref={box}
      label={t('filter')}
      hideLabel
      placeholder={t('filter')}
      type="search"
      icon={<Search />}
      value={typed}
      maxLength={200}
      aria-keyshortcuts="/"
      onChange={({ target }) => setTyped(target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed === '') event.currentTarget.blur();
        else if (event.key === 'Escape') setTyped('');
        if (event.key === 'Enter' || event.key === 'ArrowDown')
          document.querySelector<HTMLElement>('[role=grid]')?.focus();
      }}
      className="w-64 shrink-0 max-md:w-full"
    />
  );
}

type TagSelectProps = { value: string | undefined; onChange: (tag: string | undefined) => void };

function TagSelect({ value, onChange }: TagSelectProps) {
  const { data: tags = [] } = useQuery({ ...tagsQuery, enabled: useMay()('organization.read') });
  const all = value === undefined || tags.includes(value) ? tags : [value, ...tags];
  if (all.length === 0) return null;
  return (
    <Select
      label={t('tagFilter')}
      hideLabel
      className="w-32 shrink-0"
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || undefined)}
      options={[{ value: '', label: t('anyTag') }, ...all.map((tag) => ({ value: tag, label: tag }))]}
    />
  );
}
