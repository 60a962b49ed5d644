import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { type Align, place, type Side } from './place.ts';

type LayerOptions = {
  anchor: RefObject<HTMLElement | null>;
  layer: RefObject<HTMLElement | null>;
  open: boolean;
  side?: Side;
  align?: Align;
  onClose: () => void;
};

/**
 * Shows a `popover="auto"` element beside its anchor and keeps it there. The browser's top layer gives light
 * dismiss, Escape and stacking, so no portal, no z-index and no focus trap is needed.
 */
export function useLayer({
  anchor,
  layer,
  open,
  side = 'bottom',
  align = 'start',
  onClose,
}: LayerOptions): void {
  const settle = useEffectEvent(() => {
    const element = layer.current;
    if (!element || !anchor.current) return;
    const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const at = place({ anchor: anchor.current.getBoundingClientRect(), layer: size, room, side, align });
    element.style.left = `${at.left}px`;
    element.style.top = `${at.top}px`;
    element.style.setProperty('--from', at.side === 'top' ? '4px' : at.side === 'bottom' ? '-4px' : '0');
  });
  const closed = useEffectEvent(onClose);
  const closesItself = useRef(false);

  useLayoutEffect(() => {
    const element = layer.current;
    if (!element || !open) return;
    element.showPopover();
    settle();
    return () => {
      if (!element.isConnected || !element.matches(':popover-open')) return;
      closesItself.current = true;
      element.hidePopover();
      closesItself.current = false;
    };
  }, [open, layer]);

  useEffect(() => {
    const element = layer.current;
    if (!element || !open) return;
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed' && !closesItself.current) closed();
    };
    const onMove = () => settle();
    const resized = new ResizeObserver(onMove);
    resized.observe(element);
    // Before, not after: `toggle` comes in a task of its own, and a click may come between.
    element.addEventListener('beforetoggle', onToggle);
    window.addEventListener('resize', onMove);
    window.addEventListener('scroll', onMove, true);
    return () => {
      resized.disconnect();
      element.removeEventListener('beforetoggle', onToggle);
      window.removeEventListener('resize', onMove);
      window.removeEventListener('scroll', onMove, true);
    };
  }, [open, layer]);
}

export const layerClass =
  'layer fixed inset-auto m-0 rounded-lg border-0 bg-panel p-1 text-13 text-ink shadow-lift overflow-auto max-h-[min(70dvh,28rem)]';

/**
 * Open or closed. A press on the trigger of an open layer dismisses it before its click arrives, and that click must
 * not open it again. Told by the press, not by the time since: a click right after Escape opens.
 */
export function useDisclosure() {
  const [open, setOpen] = useState(false);
  const pressedOpen = useRef(false);
  return {
    open,
    show: () => setOpen(true),
    hide: () => setOpen(false),
    onPointerDown: () => {
      pressedOpen.current = open;
    },
    /**
     * For the trigger's click. A click of the keyboard has no press before it and counts no clicks; the second of a double
     * click closes nothing that the first one opened.
     */
    onClick: ({ detail }: { detail: number }) =>
      setOpen(detail === 2 || !(open || (detail > 0 && pressedOpen.current))),
  };
}
