import { Fragment, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { classes } from '../classes.ts';
import { SegmentedControl } from '../segmented-control.tsx';
import { layOut, moveSplit, type PanelRule, type PanelSizes } from './panel-sizes.ts';
import { Splitter } from './splitter.tsx';
import { useRemembered } from './use-remembered.ts';

export type Panel = PanelRule & {
  label: string;
  content: ReactNode;
  hidden?: boolean;
  /** The surface behind it. */
  tone?: 'panel' | 'bg';
};

type ResizablePanelsProps = {
  label: string;
  /** Sizes are remembered under this name. */
  name: string;
  panels: readonly Panel[];
  direction?: 'columns' | 'rows';
  /** Below this width columns become one, chosen by a switch on top. Rows never collapse. */
  collapseBelow?: number;
  /** Which panel is shown where there is room for one; without it they keep that to themselves. */
  front?: string;
  onFront?: (id: string) => void;
  className?: string;
};

/** Panels side by side (or above each other) with lines that can be moved; on a phone one at a time. */
export function ResizablePanels(props: ResizablePanelsProps) {
  const { label, name, panels, direction = 'columns', collapseBelow = 760, className } = props;
  const upright = direction === 'columns';
  const box = useRef<HTMLDivElement>(null);
  const [whole, setWhole] = useState(0);
  const [remembered, remember] = useRemembered<PanelSizes>(`panels.${name}`, {});
  const [moving, setMoving] = useState<PanelSizes>();
  const [ownFront, setOwnFront] = useState<string>();
  const front = props.front ?? ownFront;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWhole(upright ? element.clientWidth : element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [upright]);

  const shown = panels.filter(({ hidden }) => !hidden);
  const oneOnly = upright && whole > 0 && whole < collapseBelow && shown.length > 1;
  const lines = shown.length - 1;
  const sizes = layOut(shown, whole - lines, moving ?? remembered);
  const latest = useRef(sizes);
  latest.current = sizes;

  if (oneOnly) {
    const chosen = shown.find(({ id }) => id === front) ?? shown[0];
    return (
      <div ref={box} className={classes('flex min-h-0 min-w-0 flex-1 flex-col', className)}>
        <div className="border-b border-line bg-panel p-2">
          <SegmentedControl
            label={label}
            value={chosen?.id ?? ''}
            onChange={(id) => {
              setOwnFront(id);
              props.onFront?.(id);
            }}
            options={shown.map(({ id, label: text }) => ({ value: id, label: text }))}
            className="w-full! *:flex-1"
          />
        </div>
        {shown.map((panel) => (
          <section
            key={panel.id}
            aria-label={panel.label}
            hidden={panel !== chosen}
            className="min-h-0 flex-1 overflow-auto bg-panel"
          >
            {panel.content}
          </section>
        ))}
      </div>
    );
  }
  return (
    <div ref={box} className={classes('flex min-h-0 min-w-0 flex-1', !upright && 'flex-col', className)}>
      {shown.map((panel, index) => (
        <Fragment key={panel.id}>
          {index > 0 && (
            <Splitter
              name={(shown[index - 1] as Panel).label}
              upright={upright}
              value={sizes[(shown[index - 1] as Panel).id] ?? 0}
              min={(shown[index - 1] as Panel).min}
              max={(shown[index - 1] as Panel).max}
              onMove={(delta) => {
                latest.current = moveSplit(shown, latest.current, index - 1, delta);
                setMoving(latest.current);
              }}
              onEnd={() => {
                remember({ ...remembered, ...latest.current });
                setMoving(undefined);
              }}
              onReset={() => {
                remember({});
                setMoving(undefined);
              }}
            />
          )}
          <section
            aria-label={panel.label}
            style={{
              [upright ? 'width' : 'height']: whole > 0 ? sizes[panel.id] : undefined,
              flex: whole > 0 ? 'none' : 1,
            }}
            className={classes('min-h-0 min-w-0 overflow-auto', panel.tone === 'bg' ? 'bg-bg' : 'bg-panel')}
          >
            {panel.content}
          </section>
        </Fragment>
      ))}
    </div>
  );
}
