import { readCsv } from '@promptvault/importers';
import { expect, test } from 'vitest';
import { addSets, freeName, mostSets, noSets, readSets, removeSet } from './value-sets.ts';

const set = (name: string, id = name) => ({ id, name, entries: {} });
const numbered = (number: number) => `Set ${number}`;
const read = (text: string, ...names: string[]) =>
  readSets(
    readCsv(text).records.map(({ fields }) => fields),
    names.map((name) => ({ name })),
    numbered,
  );

test('each set has a name of its own, whatever it was called', () => {
  expect(freeName('Oslo', [])).toBe('Oslo');
  expect(freeName('Oslo', [set('Oslo')])).toBe('Oslo 2');
  expect(freeName('Oslo 2', [set('Oslo'), set('Oslo 2')])).toBe('Oslo 3');
  expect(freeName('  ', [set('a')])).toBe('2');
  const long = 'x'.repeat(100);
  expect(freeName(long, [set(long)])).toHaveLength(97);
});

test('sets are added as far as there is room, and the first of them is shown', () => {
  const two = addSets(noSets, [set('a'), set('a', 'b')]);
  expect(two).toMatchObject({ active: 'a', sets: [{ name: 'a' }, { id: 'b', name: 'a 2' }] });
  const full = addSets(
    two,
    Array.from({ length: 60 }, (_, index) => set(`s${index}`)),
  );
  expect(full.sets).toHaveLength(mostSets);
  expect(full.active).toBe('s0');
  expect(addSets(full, [set('more')])).toMatchObject({ active: 's0' });
});

test('removing the shown set shows its neighbour', () => {
  const kept = { sets: [set('a'), set('b'), set('c')], active: 'b' };
  expect(removeSet(kept, 'b')).toMatchObject({ active: 'c' });
  expect(removeSet({ ...kept, active: 'c' }, 'c')).toMatchObject({ active: 'b' });
  expect(removeSet(kept, 'a')).toMatchObject({ active: 'b', sets: [{ id: 'b' }, { id: 'c' }] });
});

test('a table names variables in its first line, in any case and order, and may name its sets', () => {
  expect(read('City\tpast time\trow\nOslo\tweek\tNorth\nRome\t\t\n', 'city')).toEqual({
    known: true,
    leftOut: ['past time'],
    sets: [
      { name: 'North', entries: { city: 'Oslo' } },
      { name: 'Set 2', entries: { city: 'Rome' } },
    ],
  });
  expect(read('name,city\nAda,"Oslo, ""old"""\n', 'name', 'city').sets).toEqual([
    { name: 'Set 1', entries: { name: 'Ada', city: 'Oslo, "old"' } },
  ]);
});

test('with one variable each line is a value; otherwise a first line that names none is no table', () => {
  expect(read('Oslo\nRome', 'city').sets.map(({ entries }) => entries)).toEqual([
    { city: 'Oslo' },
    { city: 'Rome' },
  ]);
  expect(read('Oslo\nRome', 'city', 'when')).toEqual({ known: false, leftOut: [], sets: [] });
  expect(read('Oslo,week', 'city')).toMatchObject({ known: false });
});
