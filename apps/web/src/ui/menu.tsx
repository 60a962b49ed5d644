import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { classes } from './classes.ts';
import { Kbd } from './kbd.tsx';
import type { Align, Side } from './place.ts';
import { layerClass, useDisclosure, useLayer } from './use-layer.ts';

export type MenuItem =
  | {
      label: string;
      onSelect: () => void;
      icon?: ReactNode;
      keys?: string;
      hint?: string;
      danger?: boolean;
      disabled?: boolean;
      /** Makes it one of a choice, with a mark when true. */
      checked?: boolean;
    }
  | { heading: string }
  | 'separator';

type TriggerProps = {
  ref: (element: HTMLElement | null) => void;
  'aria-expanded': boolean;
  'aria-haspopup': 'menu';
  onPointerDown: () => void;
  onClick: (event: { detail: number }) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

type MenuProps = {
  label: string;
  trigger: (props: TriggerProps) => ReactElement;
  items: readonly MenuItem[];
  side?: Side;
  align?: Align;
  className?: string;
};

/** Actions behind a button. Arrows move, letters jump, Enter chooses, Escape and Tab leave. */
export function Menu({ label, trigger, items, side, align, className }: MenuProps) {
  const { open, show, hide, onPointerDown, onClick } = useDisclosure();
  const anchor = useRef<HTMLElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const id = useId();
  useLayer({ anchor, layer, open, side, align, onClose: hide });

  const buttons = () => itemsOf(layer.current);
  useEffect(() => {
    if (!open) return;
    const items = itemsOf(layer.current);
    const [first] = items;
    // A menu that begins with a choice begins at what is chosen.
    const chosen = first?.role === 'menuitemradio' && items.find((each) => each.ariaChecked === 'true');
    (chosen || first)?.focus();
  }, [open]);

  const close = () => {
    hide();
    anchor.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const go = (index: number) => {
      event.preventDefault();
      all.at(index % all.length)?.focus();
    };
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at <= 0 ? -1 : at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Tab') close();
    else if (event.key.length === 1 && event.key !== ' ' && !event.metaKey && !event.ctrlKey) {
      const now = Date.now();
      typed.current = {
        text: (now - typed.current.at < 700 ? typed.current.text : '') + event.key.toLowerCase(),
        at: now,
      };
      const found = all.find((each) => each.textContent?.trim().toLowerCase().startsWith(typed.current.text));
      found?.focus();
      event.preventDefault();
    }
    event.stopPropagation();
  };
  return (
    <>
      {trigger({
        ref: (element) => {
          anchor.current = element;
        },
        'aria-expanded': open,
        'aria-haspopup': 'menu',
        onPointerDown,
        onClick,
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          show();
        },
      })}
      <div
        ref={layer}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className={classes(layerClass, 'min-w-44', className)}
      >
        {open && items.map((item, index) => <MenuRow key={keyOf(item, index)} item={item} onDone={close} />)}
      </div>
    </>
  );
}

const itemsOf = (layer: HTMLElement | null) => [
  ...(layer?.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)') ?? []),
];

const keyOf = (item: MenuItem, index: number) =>
  item === 'separator' ? `separator-${index}` : 'heading' in item ? item.heading : item.label;

function MenuRow({ item, onDone }: { item: MenuItem; onDone: () => void }) {
  if (item === 'separator') return <hr className="mx-1 my-1 border-line" />;
  if ('heading' in item) return <div className="px-2 pt-2 pb-1 text-12 text-ink-3">{item.heading}</div>;
  const { label, icon, keys, hint, danger, disabled, checked, onSelect } = item;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: aria-checked is set only for the role that has it
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      disabled={disabled}
      tabIndex={-1}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      onClick={() => {
        onDone();
        onSelect();
      }}
      className={classes(
        'flex h-7 w-full items-center gap-2 rounded-md px-2 text-left outline-none focus:bg-raise disabled:opacity-50 pointer-coarse:h-10',
        '[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:stroke-[1.75]',
        danger ? 'text-bad focus:bg-bad-weak' : 'text-ink [&_svg]:text-ink-3',
      )}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {hint && <span className="text-12 text-ink-3">{hint}</span>}
      {keys && <Kbd keys={keys} bare className="text-ink-3" />}
      {checked !== undefined && (
        <svg
          aria-hidden="true"
          viewBox="0 0 16 16"
          className={classes('text-accent-ink!', !checked && 'invisible')}
        >
          <path d="m3.5 8.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="1.75" />
        </svg>
      )}
    </button>
  );
}
