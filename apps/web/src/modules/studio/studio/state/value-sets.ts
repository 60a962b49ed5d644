/** Several sets of what is typed into the variable form, each run by itself. */
import type { DocumentVariable } from '@promptvault/document';
import type { Entries } from './variable-values.ts';

export type ValueSet = { id: string; name: string; entries: Entries };
export type KeptSets = {
  /** None where there is one set only: then the form is all there is. */
  sets: readonly ValueSet[];
  /** The one the form shows. */
  active: string | null;
};

export const mostSets = 50;
const longestName = 100;

export const noSets: KeptSets = { sets: [], active: null };

/** This name, or with a number behind it where a set has it already. */
export function freeName(name: string, taken: readonly Pick<ValueSet, 'name'>[]): string {
  const wanted = name.trim().slice(0, longestName);
  const names = new Set(taken.map((set) => set.name));
  if (wanted !== '' && !names.has(wanted)) return wanted;
  const stem = wanted.replace(/ \d{1,4}$/, '').slice(0, longestName - 5);
  for (let number = 2; ; number++) {
    const next = `${stem} ${number}`.trim();
    if (!names.has(next)) return next;
  }
}

/** With these after the ones that are there, as far as there is room; the first of them is shown. */
export function addSets(kept: KeptSets, added: readonly ValueSet[]): KeptSets {
  const sets = [...kept.sets];
  for (const set of added.slice(0, mostSets - sets.length))
    sets.push({ ...set, name: freeName(set.name, sets) });
  return { sets, active: sets[kept.sets.length]?.id ?? kept.active };
}

/** Without one; the next to it is shown. */
export function removeSet({ sets, active }: KeptSets, id: string): KeptSets {
  const place = sets.findIndex((set) => set.id === id);
  const left = sets.filter((set) => set.id !== id);
  if (active !== id) return { sets: left, active };
  return { sets: left, active: left[Math.min(place, left.length - 1)]?.id ?? null };
}

export const changeSet = (kept: KeptSets, id: string, change: (set: ValueSet) => ValueSet): KeptSets => ({
  ...kept,
  sets: kept.sets.map((set) => (set.id === id ? change(set) : set)),
});

export type ReadTable = {
  sets: Omit<ValueSet, 'id'>[];
  /** Columns that no variable is called like. */
  leftOut: string[];
  /** Whether the first line names at least one variable. */
  known: boolean;
};

/** The column that names a set, in a table where no variable is called so. */
const nameColumns = ['row', 'set', 'name'];

/**
 * Sets from the lines of a table, the first of which names the variables. Where there is only one variable, lines of
 * one field need no such line.
 */
export function readSets(
  lines: readonly (readonly string[])[],
  variables: readonly Pick<DocumentVariable, 'name'>[],
  numbered: (number: number) => string,
): ReadTable {
  const [head = [], ...rest] = lines;
  const plain = (name: string) => name.trim().toLowerCase();
  const find = (column: string) => variables.find(({ name }) => plain(name) === plain(column))?.name;
  const columns = head.map(find);
  const nameAt = head.findIndex(
    (column, at) => columns[at] === undefined && nameColumns.includes(plain(column)),
  );
  if (columns.some((name) => name !== undefined))
    return {
      known: true,
      leftOut: head.filter(
        (column, at) => columns[at] === undefined && at !== nameAt && column.trim() !== '',
      ),
      sets: rest.map((fields, index) => ({
        name: (nameAt >= 0 ? fields[nameAt]?.trim() : '') || numbered(index + 1),
        entries: entriesOf(fields, columns),
      })),
    };
  const [only] = variables;
  if (variables.length !== 1 || !only || lines.some(({ length }) => length !== 1))
    return { known: false, leftOut: [], sets: [] };
  return {
    known: true,
    leftOut: [],
    sets: lines.map((fields, index) => ({
      name: numbered(index + 1),
      entries: entriesOf(fields, [only.name]),
    })),
  };
}

const entriesOf = (fields: readonly string[], columns: readonly (string | undefined)[]): Entries =>
  Object.fromEntries(
    columns.flatMap((name, at) => {
      const field = fields[at] ?? '';
      return name === undefined || field === '' ? [] : [[name, field]];
    }),
  );
