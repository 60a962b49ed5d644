import { type CheckState, fileTypeOf, type TreeRow as Row, visibleName } from '@promptvault/context';
import { Check, ChevronRight, Folder, FolderOpen, Minus } from 'lucide-react';
import { classes } from '../../../../ui/classes.ts';
import { formatBytes, formatTokens, unknownValue } from '../../../../ui/format.ts';
import { t } from '../messages.ts';
import type { FileMeasure } from '../workers/worker-protocol.ts';
import { refusalText } from './context-words.ts';

type TreeRowProps = {
  id: string;
  row: Row;
  state: CheckState;
  isActive: boolean;
  measure: FileMeasure | undefined;
  top: number;
  onToggle: (isRun: boolean) => void;
  onOpen: () => void;
};

export const TREE_ROW_HEIGHT = 26;

const ARIA_CHECKED = { none: false, some: 'mixed', all: true } as const;

/** One line of the tree. The tree itself has the keyboard, so that only rows in view need to exist. */
export function TreeRow({ id, row, state, isActive, measure, top, onToggle, onOpen }: TreeRowProps) {
  const { node, isExpanded } = row;
  const refusal = node.refusal ?? measure?.refusal;
  const name = visibleName(node.name);
  const why = refusal
    ? refusalText(refusal)
    : node.ignoredBy !== undefined && t('ignoredBy', { rule: node.ignoredBy });
  const size = node.size ?? measure?.size;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles every key for its active row
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={node.depth + 1}
      aria-expanded={node.isDirectory ? isExpanded : undefined}
      aria-checked={ARIA_CHECKED[state]}
      aria-selected={isActive}
      aria-disabled={refusal ? true : undefined}
      aria-label={t('rowLabel', {
        name,
        detail: node.isDirectory ? t('folderRow') : why || formatBytes(size),
      })}
      title={why ? `${visibleName(node.path)}\n${why}` : visibleName(node.path)}
      onClick={onOpen}
      style={{ top, height: TREE_ROW_HEIGHT, paddingLeft: 6 + Math.min(node.depth, 24) * 14 }}
      className={classes(
        '@container/row absolute inset-x-0 flex cursor-default items-center gap-1.5 rounded-sm pr-2 text-13 outline-none',
        isActive ? 'bg-press' : 'hover:bg-raise',
        (refusal || node.ignoredBy !== undefined) && 'text-ink-3',
      )}
    >
      <ChevronRight
        aria-hidden="true"
        className={classes(
          'size-3.5 shrink-0 text-ink-3 transition-transform',
          isExpanded && 'rotate-90',
          !node.isDirectory && 'invisible',
        )}
      />
      <span
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onToggle(event.shiftKey);
        }}
        className="-my-1 grid size-6 shrink-0 place-items-center pointer-coarse:size-8"
      >
        <CheckMark state={state} isDisabled={refusal !== undefined} />
      </span>
      <TypeMark row={row} />
      <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
      {!node.isDirectory && (
        <>
          <span className="w-16 shrink-0 text-right text-12 text-ink-3 tabular @max-sm/row:hidden">
            {formatBytes(size)}
          </span>
          <span className="min-w-10 shrink-0 text-right text-12 text-ink-3 tabular">
            {refusal ? unknownValue : formatTokens(measure?.tokens, measure?.exact === false)}
          </span>
        </>
      )}
    </div>
  );
}

function CheckMark({ state, isDisabled }: { state: CheckState; isDisabled: boolean }) {
  return (
    <span
      className={classes(
        'grid size-4 place-items-center rounded-sm border',
        state === 'none' ? 'border-ink-3/70 bg-panel' : 'border-accent bg-accent text-on-accent',
        isDisabled && 'opacity-40',
      )}
    >
      {state === 'all' && <Check className="size-3" strokeWidth={2.5} />}
      {state === 'some' && <Minus className="size-3" strokeWidth={2.5} />}
    </span>
  );
}

function TypeMark({ row: { node, isExpanded } }: { row: Row }) {
  if (node.isDirectory) {
    const Icon = isExpanded ? FolderOpen : Folder;
    return <Icon aria-hidden="true" className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />;
  }
  return (
    <span aria-hidden="true" className="w-7 shrink-0 truncate text-center font-mono text-12 text-ink-3">
      {fileTypeOf(node.name).badge || '·'}
    </span>
  );
}
