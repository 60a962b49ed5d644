import type { PromptDocument } from '@promptvault/document';
import { CircleCheck } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { Kbd } from '../../../../ui/kbd.tsx';
import { isTyping } from '../../../../ui/shortcut.ts';
import type { MergeConflict } from '../api/merges.ts';
import { t } from '../messages.ts';
import { conflictName } from '../state/conflict-names.ts';
import { type Choice, type Choices, nextConflict } from '../state/resolutions.ts';
import { ConflictCard } from './conflict-card.tsx';

type ConflictListProps = {
  conflicts: readonly MergeConflict[];
  choices: Choices;
  names: { ours: string; theirs: string };
  documents: readonly PromptDocument[];
  onChoose: (path: string, choice: Choice) => void;
};

const keys: Record<string, 'ours' | 'theirs' | 'base'> = { '1': 'ours', '2': 'theirs', '3': 'base' };

/**
 * Each place that both sides changed; settled by 1, 2 and 3 or by writing, n and p lead on. The keys act wherever the
 * focus is, since whoever comes here by a menu has it nowhere: on the card that has it, else on the first open one.
 */
export function ConflictList({ conflicts, choices, names, documents, onChoose }: ConflictListProps) {
  const box = useRef<HTMLDivElement>(null);
  const cards = () => [...(box.current?.querySelectorAll<HTMLElement>('[data-conflict]') ?? [])];
  const go = (path: string | undefined) =>
    cards()
      .find((card) => card.dataset.conflict === path)
      ?.focus();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    if (isTyping(event.target) || document.querySelector('dialog:modal, [popover=auto]:popover-open')) return;
    const focused = (event.target as Element).closest<HTMLElement>('[data-conflict]')?.dataset.conflict;
    const choose = keys[event.key];
    if (event.key === 'n' || event.key === 'j') go(nextConflict(conflicts, choices, focused, 1));
    else if (event.key === 'p' || event.key === 'k') go(nextConflict(conflicts, choices, focused, -1));
    else if (choose) {
      const current = focused ?? nextConflict(conflicts, choices, undefined, 1);
      if (current === undefined) return;
      onChoose(current, { choose });
      go(nextConflict(conflicts, { ...choices, [current]: { choose } }, current, 1) ?? current);
    } else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  if (conflicts.length === 0)
    return <EmptyState icon={<CircleCheck />} title={t('noConflicts')} hint={t('noConflictsHint')} compact />;
  return (
    <div ref={box} className="mx-auto grid max-w-300 gap-4 px-4 py-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-ink-3 pointer-coarse:hidden">
        <span>
          <Kbd keys="n" /> {t('nextConflict')}
        </span>
        <span>
          <Kbd keys="1" /> {names.ours}
        </span>
        <span>
          <Kbd keys="2" /> {names.theirs}
        </span>
        <span>
          <Kbd keys="3" /> {t('asBefore')}
        </span>
      </p>
      {conflicts.map((conflict, index) => (
        <ConflictCard
          key={conflict.path}
          conflict={conflict}
          title={conflictName(conflict.path, documents)}
          place={t('conflictOf', { number: index + 1, all: conflicts.length })}
          names={names}
          choice={choices[conflict.path]}
          onChoose={(choice) => onChoose(conflict.path, choice)}
        />
      ))}
    </div>
  );
}
