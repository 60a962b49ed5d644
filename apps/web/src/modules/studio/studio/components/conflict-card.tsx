import { Check, Pencil } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ChangedText } from '../../../../ui/compare/changed-text.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import type { MergeConflict } from '../api/merges.ts';
import { t } from '../messages.ts';
import { isTyped, writeSide } from '../state/conflict-names.ts';
import type { Choice } from '../state/resolutions.ts';

type ConflictCardProps = {
  conflict: MergeConflict;
  title: string;
  place: string;
  names: { ours: string; theirs: string };
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
};

/** One place with what it was, what each side made of it, and what it is to be. */
export function ConflictCard({ conflict, title, place, names, choice, onChoose }: ConflictCardProps) {
  const id = useId();
  const { base, ours, theirs } = conflict;
  const [isWriting, setWriting] = useState(choice !== undefined && 'value' in choice);
  const written = choice && 'value' in choice ? writeSide(choice.value) : undefined;
  const chosen = choice && 'choose' in choice ? choice.choose : undefined;
  const pick = (side: 'base' | 'ours' | 'theirs') => {
    setWriting(false);
    onChoose({ choose: side });
  };
  return (
    <section
      data-conflict={conflict.path}
      aria-labelledby={`${id} ${id}-place`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the list act on the focused conflict
      tabIndex={0}
      className="rounded-lg border border-edge bg-panel"
    >
      <header className="flex items-center gap-2 border-b border-line px-3 py-1.5">
        <h3 id={id} className="min-w-0 truncate font-medium">
          {title}
        </h3>
        <span id={`${id}-place`} className="text-12 text-ink-3 tabular">
          {place}
        </span>
        {choice && (
          <span className="ml-auto flex items-center gap-1 text-12 text-ok [&_svg]:size-3.5">
            <Check aria-hidden="true" /> {t('resolved')}
          </span>
        )}
      </header>
      <div className="grid md:grid-cols-3">
        <Side
          name={names.ours}
          text={writeSide(ours)}
          base={writeSide(base)}
          isChosen={chosen === 'ours'}
          onPick={() => pick('ours')}
        />
        <Side
          name={names.theirs}
          text={writeSide(theirs)}
          base={writeSide(base)}
          isChosen={chosen === 'theirs'}
          onPick={() => pick('theirs')}
        />
        <Side
          name={t('asBefore')}
          text={writeSide(base)}
          base={writeSide(base)}
          isChosen={chosen === 'base'}
          onPick={() => pick('base')}
        />
      </div>
      {isTyped(conflict) && (
        <div className="border-t border-line px-3 py-2">
          {isWriting ? (
            <TextArea
              label={t('writtenAnew')}
              mono
              autoFocus
              rows={2}
              value={written ?? ''}
              onChange={(event) => onChoose({ value: event.target.value })}
            />
          ) : (
            <Button
              kind="quiet"
              size="small"
              icon={<Pencil />}
              className="-ml-2"
              onClick={() => {
                setWriting(true);
                onChoose({ value: writeSide(chosen ? conflict[chosen] : ours) });
              }}
            >
              {t('writeAnew')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

type SideProps = { name: string; text: string; base: string; isChosen: boolean; onPick: () => void };

function Side({ name, text, base, isChosen, onPick }: SideProps) {
  return (
    <div
      className={`flex min-w-0 flex-col border-line not-last:border-b md:not-last:border-r md:not-last:border-b-0 ${isChosen ? 'bg-accent-weak/40' : ''}`}
    >
      <div className="flex items-center gap-2 px-3 pt-2">
        <span className="min-w-0 truncate font-mono text-12 text-ink-2">{name}</span>
        <Button
          size="small"
          kind={isChosen ? 'primary' : 'plain'}
          className="ml-auto"
          aria-pressed={isChosen}
          aria-label={t('takeSide', { name })}
          onClick={onPick}
        >
          {isChosen ? t('taken') : t('take')}
        </Button>
      </div>
      <div className="max-h-80 overflow-auto px-3 py-2">
        {text === '' ? (
          <span className="text-ink-3">{t('nothingThere')}</span>
        ) : (
          <ChangedText before={base} after={text} />
        )}
      </div>
    </div>
  );
}
