import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { uiText as t } from '../messages/interface-text.ts';
import { classes } from './classes.ts';
import { useModal } from './dialog.tsx';
import { IconButton } from './icon-button.tsx';

type SheetProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  side?: 'right' | 'left' | 'bottom';
};

const places = {
  right: 'mr-0 h-dvh max-h-dvh w-105 [--from:0] [--from-x:16px]',
  left: 'ml-0 h-dvh max-h-dvh w-72 [--from:0] [--from-x:-16px]',
  bottom: 'mb-0 mt-auto w-full max-w-full max-h-[85dvh] rounded-t-xl [--from:16px]',
};

/** A layer from an edge of the window, for detail beside the page and for menus on a phone. */
export function Sheet({ open, onClose, title, children, actions, side = 'right' }: SheetProps) {
  const element = useModal(open);
  const id = useId();
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className={classes(
        'layer m-auto max-w-[calc(100vw-3rem)] border-0 bg-panel p-0 text-13 text-ink shadow-lift',
        places[side],
      )}
    >
      {open && (
        <div className="flex h-full max-h-[inherit] flex-col">
          <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line pr-2.5 pl-4">
            <h2 id={id} className="flex-1 truncate text-14 font-semibold">
              {title}
            </h2>
            <IconButton label={t('close')} icon={<X />} onClick={onClose} />
          </header>
          <div className="min-h-0 flex-1 overflow-auto p-4">{children}</div>
          {actions && (
            <footer className="flex justify-end gap-2 border-t border-line px-4 py-3">{actions}</footer>
          )}
        </div>
      )}
    </dialog>
  );
}
