// biome-ignore-all lint/a11y/useSemanticElements: rows are virtual and become cards on a phone, which table elements cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import { List } from './list.tsx';

export type Column<Row> = {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** A CSS grid track: `minmax(0,1fr)`, `96px`. */
  width?: string;
  /** Numbers stand at the end, in figures of one width. */
  numeric?: boolean;
  sortable?: boolean;
  /** On a phone a row is a card: its title, a small fact below, at the end of the facts, or left out. */
  phone?: 'title' | 'fact' | 'end' | 'hidden';
  hideTitle?: boolean;
};

export type Sort = { key: string; descending: boolean };

type DataTableProps<Row> = Omit<ComponentProps<typeof List<Row>>, 'renderRow' | 'cells' | 'header'> & {
  columns: readonly Column<Row>[];
  sort?: Sort;
  onSort?: (sort: Sort) => void;
};

/** A list in columns, with the keyboard and the virtual rows of List. */
export function DataTable<Row>({ columns, sort, onSort, ...list }: DataTableProps<Row>) {
  const tracks = columns.map(({ width = 'minmax(0,1fr)' }) => width).join(' ');
  return (
    <List
      {...list}
      cells
      header={<HeaderRow columns={columns} tracks={tracks} sort={sort} onSort={onSort} />}
      renderRow={(row) => (
        <div
          role="presentation"
          style={{ '--tracks': tracks } as object}
          className="flex min-h-9 flex-wrap items-center gap-x-4 px-4 max-md:py-2 md:grid md:grid-cols-(--tracks)"
        >
          {columns.map((column) => (
            <div
              key={column.key}
              role="gridcell"
              className={classes(
                'min-w-0 truncate',
                column.numeric && 'tabular md:text-right',
                // All of the line but what a mark before it takes.
                column.phone === 'title'
                  ? 'max-md:grow max-md:basis-[calc(100%-36px)] max-md:font-medium'
                  : 'max-md:text-12 max-md:text-ink-3',
                column.phone === 'end' && 'max-md:ml-auto',
                column.phone === 'hidden' && 'max-md:hidden',
              )}
            >
              {column.cell(row)}
            </div>
          ))}
        </div>
      )}
    />
  );
}

type HeaderRowProps<Row> = Pick<DataTableProps<Row>, 'columns' | 'sort' | 'onSort'> & { tracks: string };

function HeaderRow<Row>({ columns, tracks, sort, onSort }: HeaderRowProps<Row>) {
  return (
    <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-bg max-md:sr-only">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-8 items-center gap-x-4 px-4"
        style={{ gridTemplateColumns: tracks }}
      >
        {columns.map((column) => {
          const sorted = sort?.key === column.key ? sort : undefined;
          const title = <span className={column.hideTitle ? 'sr-only' : 'truncate'}>{column.title}</span>;
          return (
            <div
              key={column.key}
              role="columnheader"
              aria-sort={sorted && (sorted.descending ? 'descending' : 'ascending')}
              className={classes('flex min-w-0 text-12 text-ink-3', column.numeric && 'justify-end')}
            >
              {column.sortable && onSort ? (
                <button
                  type="button"
                  onClick={() =>
                    onSort({ key: column.key, descending: sorted ? !sorted.descending : !!column.numeric })
                  }
                  className={classes(
                    'flex min-w-0 items-center gap-1 rounded-xs hover:text-ink',
                    sorted && 'font-medium text-ink',
                  )}
                >
                  {title}
                  {sorted &&
                    (sorted.descending ? <ArrowDown className="size-3" /> : <ArrowUp className="size-3" />)}
                </button>
              ) : (
                title
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
