import type { TreeRow } from '@promptvault/context';
import { nextRow } from '../../../../ui/row-movement.ts';

export type TreeAct =
  | { kind: 'move'; to: number }
  /** Shift with an arrow: the row left behind and the one reached get the same mark. */
  | { kind: 'extend'; to: number }
  | { kind: 'toggle' }
  | { kind: 'open'; row: TreeRow }
  | { kind: 'close'; row: TreeRow }
  | { kind: 'preview'; row: TreeRow }
  | { kind: 'chooseAll' };

type Pressed = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** What a key does in the tree, or undefined when it is not one of the tree's. `page` is rows in view. */
export function treeAct(
  event: Pressed,
  rows: readonly TreeRow[],
  at: number,
  page: number,
): TreeAct | undefined {
  const row = rows[at];
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'a')
    return { kind: 'chooseAll' };
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === ' ' || event.key === 'x') return row && { kind: 'toggle' };
  if (event.key === 'Enter') return row && pressEnter(row);
  if (event.key === 'ArrowRight') return row && goIn(row, rows, at);
  if (event.key === 'ArrowLeft') return row && goOut(row, rows, at);
  const to = nextRow(event, at, rows.length, page);
  if (to === undefined) return undefined;
  return event.shiftKey && event.key.startsWith('Arrow') ? { kind: 'extend', to } : { kind: 'move', to };
}

function pressEnter(row: TreeRow): TreeAct {
  if (!row.node.isDirectory) return { kind: 'preview', row };
  return { kind: row.isExpanded ? 'close' : 'open', row };
}

function goIn(row: TreeRow, rows: readonly TreeRow[], at: number): TreeAct | undefined {
  if (!row.node.isDirectory) return undefined;
  if (!row.isExpanded) return { kind: 'open', row };
  const child = rows[at + 1];
  return child?.node.parent === row.index ? { kind: 'move', to: at + 1 } : undefined;
}

function goOut(row: TreeRow, rows: readonly TreeRow[], at: number): TreeAct | undefined {
  if (row.node.isDirectory && row.isExpanded) return { kind: 'close', row };
  const parent = rows.findLastIndex((other, index) => index < at && other.index === row.node.parent);
  return parent < 0 ? undefined : { kind: 'move', to: parent };
}
