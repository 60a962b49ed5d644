import type { FollowedRun } from './use-run.ts';

export type GridColumn = {
  key: string;
  model: string;
  /** Which of several answers of the same model it is, from 1. */
  number: number | undefined;
};
export type GridRow = { index: number; name: string; cells: FollowedRun[] };

/** Runs of several sets of values as a table: a row a set, in their order, and a column a model and sample. */
export function gridOf(runs: readonly FollowedRun[]): { rows: GridRow[]; columns: GridColumn[] } {
  const rows = new Map<number, GridRow>();
  for (const followed of runs) {
    const { setIndex, setName } = followed.run;
    const index = setIndex ?? 0;
    const row = rows.get(index) ?? { index, name: setName ?? '', cells: [] };
    row.cells.push(followed);
    rows.set(index, row);
  }
  const sorted = [...rows.values()].sort((a, b) => a.index - b.index);
  const widest = sorted.reduce<FollowedRun[]>(
    (most, { cells }) => (cells.length > most.length ? cells : most),
    [],
  );
  const same = ({ run }: FollowedRun, other: FollowedRun) =>
    run.model === other.run.model && run.connectionId === other.run.connectionId;
  const columns = widest.map((cell, place): GridColumn => {
    const alike = widest.filter((other) => same(cell, other));
    const number = alike.length > 1 ? alike.indexOf(cell) + 1 : undefined;
    return { key: `${place}`, model: cell.run.model, number };
  });
  return { rows: sorted, columns };
}
