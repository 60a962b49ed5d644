import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { uiText as t } from '../../messages/interface-text.ts';
import { classes } from '../classes.ts';

type SplitterProps = {
  /** What is resized, for its name. */
  name: string;
  /** The line stands upright between columns, or lies between rows. */
  upright: boolean;
  value: number;
  min: number;
  max?: number;
  onMove: (delta: number) => void;
  onReset?: () => void;
  onEnd?: () => void;
};

const step = 16;

/** The line between two panels: dragged, or moved with the arrow keys; a double click puts it back. */
export function Splitter({ name, upright, value, min, max, onMove, onReset, onEnd }: SplitterProps) {
  const last = useRef(0);
  const along = (event: PointerEvent) => (upright ? event.clientX : event.clientY);
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = upright ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const size = event.shiftKey ? step * 4 : step;
    if (event.key === less) onMove(-size);
    else if (event.key === more) onMove(size);
    else if (event.key === 'Enter') onReset?.();
    else return;
    event.preventDefault();
    onEnd?.();
  };
  return (
    <div className={classes('relative z-10 shrink-0 bg-line', upright ? 'w-px' : 'h-px')}>
      {/* biome-ignore lint/a11y/useSemanticElements: an hr cannot be focused and moved */}
      <div
        role="separator"
        aria-label={t('resizePanel', { name })}
        aria-orientation={upright ? 'vertical' : 'horizontal'}
        aria-valuenow={Math.round(value)}
        aria-valuemin={min}
        aria-valuemax={max ?? Math.max(Math.round(value), 10_000)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onDoubleClick={onReset}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = along(event);
        }}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          const at = along(event);
          if (at !== last.current) onMove(at - last.current);
          last.current = at;
        }}
        onLostPointerCapture={onEnd}
        className={classes(
          'absolute touch-none after:absolute after:bg-transparent after:transition-colors hover:after:bg-accent active:after:bg-accent focus-visible:outline-none focus-visible:after:bg-focus',
          upright
            ? '-inset-x-1 inset-y-0 cursor-col-resize after:inset-y-0 after:left-[3px] after:w-[3px]'
            : 'inset-x-0 -inset-y-1 cursor-row-resize after:inset-x-0 after:top-[3px] after:h-[3px]',
        )}
      />
    </div>
  );
}
