import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { classes } from './classes.ts';
import type { Align, Side } from './place.ts';
import { layerClass, useDisclosure, useLayer } from './use-layer.ts';

type TriggerProps = {
  ref: (element: HTMLElement | null) => void;
  'aria-expanded': boolean;
  'aria-haspopup': 'dialog';
  'aria-controls': string;
  onPointerDown: () => void;
  onClick: (event: { detail: number }) => void;
};

type PopoverProps = {
  /** The accessible name of the opened layer. */
  label: string;
  trigger: (props: TriggerProps) => ReactElement;
  children: ReactNode | ((close: () => void) => ReactNode);
  side?: Side;
  align?: Align;
  className?: string;
};

/** A small layer with anything in it; it opens from its trigger and gives the focus back there. */
export function Popover({ label, trigger, children, side, align, className }: PopoverProps) {
  const { open, hide, onPointerDown, onClick } = useDisclosure();
  const anchor = useRef<HTMLElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = () => {
    hide();
    anchor.current?.focus();
  };
  useLayer({ anchor, layer, open, side, align, onClose: hide });
  useEffect(() => {
    if (!open) return;
    const first = layer.current?.querySelector<HTMLElement>('[autofocus], input, button, a, [tabindex="0"]');
    (first ?? layer.current)?.focus();
  }, [open]);
  return (
    <>
      {trigger({
        ref: (element) => {
          anchor.current = element;
        },
        'aria-expanded': open,
        'aria-haspopup': 'dialog',
        'aria-controls': id,
        onPointerDown,
        onClick,
      })}
      <div
        ref={layer}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        tabIndex={-1}
        className={classes(layerClass, 'p-3', className)}
      >
        {open && (typeof children === 'function' ? children(close) : children)}
      </div>
    </>
  );
}
