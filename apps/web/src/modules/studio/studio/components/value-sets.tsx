import { ClipboardPaste, CopyPlus, Rows3, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { classes } from '../../../../ui/classes.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { rove } from '../../../../ui/rove.ts';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import type { Studio } from '../state/use-studio.ts';
import { mostSets } from '../state/value-sets.ts';

const PasteSetsDialog = lazy(() =>
  import('./paste-sets-dialog.tsx').then((file) => ({ default: file.PasteSetsDialog })),
);

/** More than one set of values: one more, or many out of a table. */
export function ValueSetButtons({ studio }: { studio: Studio }) {
  const { valueSets } = studio;
  const [pasting, setPasting] = useState(false);
  const isFull = valueSets.sets.length >= mostSets;
  return (
    <>
      <IconButton
        size="small"
        label={isFull ? t('setsFull', { most: mostSets }) : t('addSet')}
        icon={<Rows3 />}
        disabled={isFull}
        onClick={valueSets.duplicate}
      />
      <IconButton
        size="small"
        label={t('pasteSets')}
        icon={<ClipboardPaste />}
        disabled={isFull}
        onClick={() => setPasting(true)}
      />
      {pasting && (
        <Suspense>
          <PasteSetsDialog studio={studio} onClose={() => setPasting(false)} />
        </Suspense>
      )}
    </>
  );
}

/** The sets there are; the fields below belong to the chosen one. */
export function ValueSets({ studio }: { studio: Studio }) {
  const { sets, active, choose, rename, settleName, duplicate, remove } = studio.valueSets;
  if (sets.length === 0 || !active) return null;
  const take = () => {
    const undo = remove(active.id);
    toast({ text: t('setRemoved', { name: active.name }), onUndo: undo });
  };
  return (
    <div className="grid gap-2 border-b border-line pb-3">
      <div
        role="radiogroup"
        aria-label={t('sets')}
        onKeyDown={(event) => rove(event, '[role=radio]')?.click()}
        className="flex max-h-24 flex-wrap gap-1 overflow-y-auto"
      >
        {sets.map((set) => (
          // biome-ignore lint/a11y/useSemanticElements: a button that is chosen with the arrows, as everywhere in this house
          <button
            key={set.id}
            type="button"
            role="radio"
            aria-checked={set.id === active.id}
            tabIndex={set.id === active.id ? 0 : -1}
            onClick={() => choose(set.id)}
            className={classes(
              'h-6 max-w-40 truncate rounded-sm border border-line px-2 text-12 text-ink-2 hover:bg-raise pointer-coarse:h-9',
              'aria-checked:border-accent aria-checked:bg-accent-weak aria-checked:text-accent-ink',
            )}
          >
            {set.name || '…'}
          </button>
        ))}
      </div>
      <div className="flex items-end gap-1">
        <TextField
          label={t('setName')}
          hideLabel
          className="min-w-0 flex-1"
          maxLength={100}
          autoComplete="off"
          value={active.name}
          onChange={(event) => rename(active.id, event.target.value)}
          onBlur={() => settleName(active.id)}
        />
        <IconButton
          label={t('duplicateSet')}
          icon={<CopyPlus />}
          disabled={sets.length >= mostSets}
          onClick={duplicate}
        />
        <IconButton label={t('removeSet')} icon={<Trash2 />} onClick={take} />
      </div>
    </div>
  );
}
