import { useMemo } from 'react';
import { t } from '../messages.ts';
import { useKept } from './use-kept.ts';
import {
  addSets,
  changeSet,
  freeName,
  type KeptSets,
  noSets,
  removeSet,
  type ValueSet,
} from './value-sets.ts';
import type { Entries } from './variable-values.ts';

/** What is filled in for a prompt: one set, or several of which the form shows one. Kept in this browser. */
export function useValueSets(promptId: string) {
  const [single, changeSingle] = useKept<Entries>(`values.${promptId}`, {});
  const [kept, change] = useKept<KeptSets>(`sets.${promptId}`, noSets);
  const active = kept.sets.find(({ id }) => id === kept.active) ?? kept.sets[0];
  const all = useMemo(() => kept.sets.map(({ entries }) => entries), [kept.sets]);

  /** Where there is one set only, it becomes the first of several. */
  const several = (before: KeptSets): KeptSets => {
    if (before.sets.length > 0 || Object.keys(single).length === 0) return before;
    const first = { id: crypto.randomUUID(), name: t('setNumber', { number: 1 }), entries: single };
    return { sets: [first], active: first.id };
  };
  const restore = (before: KeptSets) => change(() => before);
  const settle = (next: KeptSets) => {
    const [only] = next.sets;
    if (next.sets.length > 1 || !only) return change(() => next);
    changeSingle(() => only.entries);
    change(() => noSets);
  };
  return {
    sets: kept.sets,
    active,
    all,
    entries: active?.entries ?? single,
    changeEntries: (step: (before: Entries) => Entries) =>
      active
        ? change((before) => changeSet(before, active.id, (set) => ({ ...set, entries: step(set.entries) })))
        : changeSingle(step),
    choose: (id: string) => change((before) => ({ ...before, active: id })),
    rename: (id: string, name: string) =>
      change((before) => changeSet(before, id, (set) => ({ ...set, name }))),
    /** Names that are empty or taken get a number. */
    settleName: (id: string) =>
      change((before) => {
        const others = before.sets.filter((set) => set.id !== id);
        return changeSet(before, id, (set) => ({ ...set, name: freeName(set.name, others) }));
      }),
    /** One more, with what the form shows. */
    duplicate: () =>
      change((before) => {
        const first = several(before);
        const base = first.sets.length > 0 ? first : addSets(first, [fresh(1, {})]);
        const number = base.sets.length + 1;
        return addSets(base, [fresh(number, active?.entries ?? single)]);
      }),
    add: (sets: readonly Omit<ValueSet, 'id'>[]) =>
      settle(
        addSets(
          several(kept),
          sets.map((set) => ({ ...set, id: crypto.randomUUID() })),
        ),
      ),
    /** @returns how to undo it */
    remove: (id: string) => {
      const before = kept;
      settle(removeSet(kept, id));
      return () => restore(before);
    },
  };
}

const fresh = (number: number, entries: Entries): ValueSet => ({
  id: crypto.randomUUID(),
  name: t('setNumber', { number }),
  entries,
});
