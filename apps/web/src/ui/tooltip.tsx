import { cloneElement, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { Kbd } from './kbd.tsx';
import { place, type Side } from './place.ts';

export type TooltipSide = Side;

type TooltipProps = {
  text: string;
  keys?: string;
  side?: Side;
  /** The text is already the name of the element, so it is not described a second time. */
  names?: boolean;
  children: ReactElement<Record<string, unknown>>;
};

let warmUntil = 0;

/** Explains its one child on hover and on keyboard focus; Escape hides it. Not for touch. */
export function Tooltip({ text, keys, side = 'bottom', names, children }: TooltipProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLElement | null>(null);
  const layer = useRef<HTMLDivElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const id = useId();

  useEffect(() => () => clearTimeout(waiting.current), []);
  useEffect(() => {
    const element = layer.current;
    if (!open || !element || !anchor.current) return;
    element.showPopover();
    const at = place({
      anchor: anchor.current.getBoundingClientRect(),
      layer: { width: element.offsetWidth, height: element.offsetHeight },
      room: { width: document.documentElement.clientWidth, height: window.innerHeight },
      side,
      align: 'center',
      gap: 6,
    });
    element.style.left = `${at.left}px`;
    element.style.top = `${at.top}px`;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open, side]);

  const show = (element: EventTarget, after: number) => {
    anchor.current = element as HTMLElement;
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => setOpen(true), Date.now() < warmUntil ? 0 : after);
  };
  const hide = () => {
    clearTimeout(waiting.current);
    if (open) warmUntil = Date.now() + 300;
    setOpen(false);
  };
  const own = children.props;
  const both = (name: string, act: (event: never) => void) => (event: never) => {
    (own[name] as ((event: never) => void) | undefined)?.(event);
    act(event);
  };
  return (
    <>
      {cloneElement(children, {
        'aria-describedby': open && !names ? id : own['aria-describedby'],
        onPointerEnter: both('onPointerEnter', (event: PointerEvent) => {
          if (event.pointerType === 'mouse') show(event.currentTarget as EventTarget, 500);
        }),
        onPointerLeave: both('onPointerLeave', hide),
        onPointerDown: both('onPointerDown', hide),
        onBlur: both('onBlur', hide),
        onFocus: both('onFocus', (event: FocusEvent) => {
          const element = event.currentTarget as HTMLElement;
          if (element.matches(':focus-visible')) show(element, 200);
        }),
      })}
      {open && (
        <div
          ref={layer}
          id={id}
          role="tooltip"
          popover="manual"
          className="layer pointer-events-none fixed inset-auto m-0 flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-12 text-bg"
        >
          {text}
          {keys && <Kbd keys={keys} bare className="opacity-75" />}
        </div>
      )}
    </>
  );
}
