import { Bookmark, BookmarkX, Folder, GitCompare, Tag, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Slot } from '../../../../shell/slot.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Menu } from '../../../../ui/menu.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useShortcut } from '../../../../ui/use-shortcut.ts';
import type { FoundRun } from '../api/found-runs.ts';
import { type Marking, type Shelf, useShelfChanges } from '../api/shelf.ts';
import { t } from '../messages.ts';
import { mostCompared } from '../state/compare-search.ts';
import { FolderDialog } from './folder-dialog.tsx';

type SelectionBarProps = {
  runs: readonly FoundRun[];
  shelf: Shelf | undefined;
  onCompare: () => void;
  onClear: () => void;
};

/** In words; undefined when these can be compared. */
export function whyIncomparable(runs: readonly FoundRun[]): string | undefined {
  if (runs.some((run) => run.private)) return t('comparePrivate');
  return runs.length >= 2 && runs.length <= mostCompared
    ? undefined
    : t('compareMost', { most: mostCompared });
}

/** What can be done with all marked runs at once. */
export function SelectionBar({ runs, shelf, onCompare, onClear }: SelectionBarProps) {
  const change = useMarking(runs);
  const [makes, setMakes] = useState(false);
  useShortcut('escape', onClear);
  const bookmarked = runs.every(({ marks }) => marks.bookmarked);
  const incomparable = whyIncomparable(runs);
  useShortcut('b', () => change({ bookmarked: !bookmarked }));
  return (
    <section
      aria-label={t('selection')}
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-t border-line bg-panel px-4 py-1.5 max-md:px-3"
    >
      <span aria-live="polite" className="mr-2 font-medium tabular">
        {t('selected', { count: runs.length })}
      </span>
      <Button
        kind="primary"
        icon={<GitCompare />}
        disabled={incomparable !== undefined}
        title={incomparable}
        onClick={onCompare}
      >
        {t('compare')}
      </Button>
      <Button
        icon={bookmarked ? <BookmarkX /> : <Bookmark />}
        onClick={() => change({ bookmarked: !bookmarked })}
      >
        {t(bookmarked ? 'unbookmark' : 'bookmark')}
      </Button>
      <Menu
        label={t('moveTo')}
        side="top"
        trigger={(props) => (
          <Button {...props} icon={<Folder />}>
            {t('moveTo')}
          </Button>
        )}
        items={[
          { label: t('noFolder'), onSelect: () => change({ folderId: null }) },
          ...(shelf?.folders ?? []).map(({ id, name }) => ({
            label: name,
            onSelect: () => change({ folderId: id }),
          })),
          'separator',
          { label: t('newFolder'), onSelect: () => setMakes(true) },
        ]}
      />
      <TagPopover runs={runs} onChange={change} />
      {runs.length === 1 && runs[0] && <Slot name="history.selection" props={{ runId: runs[0].id }} />}
      <IconButton
        className="ml-auto"
        label={t('clearSelection')}
        keys="escape"
        side="top"
        icon={<X />}
        onClick={onClear}
      />
      {makes && (
        <FolderDialog onClose={() => setMakes(false)} onMade={({ id }) => change({ folderId: id })} />
      )}
    </section>
  );
}

type Change = Omit<Marking, 'runIds'>;

const atOnce = 200;

/** Marks the runs, some hundred at a time, and says what came of it. */
function useMarking(runs: readonly FoundRun[]): (change: Change) => void {
  const { mark } = useShelfChanges();
  return (change) => {
    const ids = runs.map(({ id }) => id);
    const parts = Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, index) =>
      ids.slice(index * atOnce, (index + 1) * atOnce),
    );
    Promise.all(parts.map((runIds) => mark.mutateAsync({ runIds, ...change }))).then(
      (answers) => {
        const items = answers.flatMap((answer) => answer.items);
        const failed = items.filter(({ outcome }) => outcome !== 'marked').length;
        if (failed > 0) toast({ tone: 'bad', text: t('notMarked', { count: failed }) });
        else toast({ tone: 'ok', text: t('marked', { count: items.length }) });
      },
      (error: Error) => toast({ tone: 'bad', text: t('marksFailed', { reason: error.message }) }),
    );
  };
}

function TagPopover({ runs, onChange }: { runs: readonly FoundRun[]; onChange: (change: Change) => void }) {
  const [text, setText] = useState('');
  const present = [...new Set(runs.flatMap(({ marks }) => marks.tags))].sort();
  const add = (event: FormEvent) => {
    event.preventDefault();
    const tags = [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
    if (tags.length === 0) return;
    onChange({ addTags: tags.slice(0, 20).map((tag) => tag.slice(0, 60)) });
    setText('');
  };
  return (
    <Popover
      label={t('tags')}
      side="top"
      className="w-72 max-w-[calc(100vw-2rem)]"
      trigger={(props) => (
        <Button {...props} icon={<Tag />}>
          {t('tags')}
        </Button>
      )}
    >
      <form onSubmit={add} className="grid gap-3">
        <TextField
          label={t('tags')}
          hint={t('tagsHint')}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" kind="primary" className="justify-self-end">
          {t('addTags')}
        </Button>
        {present.length > 0 && (
          <div>
            <p className="mb-1 text-12 text-ink-3">{t('tagsOnAll')}</p>
            <ul className="flex flex-wrap gap-1.5">
              {present.map((tag) => (
                <li key={tag} className="inline-flex items-center">
                  <Chip>{tag}</Chip>
                  <IconButton
                    size="small"
                    label={t('removeTag', { name: tag })}
                    icon={<X />}
                    onClick={() => onChange({ removeTags: [tag] })}
                  />
                </li>
              ))}
            </ul>
          </div>
        )}
      </form>
    </Popover>
  );
}
