import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { uiText as t } from '../messages/interface-text.ts';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the end, the primary one last. */
  actions?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** Escape and a click outside do not close it: something typed would be lost. */
  steadfast?: boolean;
};

const widths = { small: 'w-100', medium: 'w-140', large: 'w-200' };

/** A modal question. The browser keeps the focus inside and gives it back where it came from. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  actions,
  size = 'medium',
  steadfast,
}: DialogProps) {
  const element = useModal(open);
  const id = useId();
  return (
    <dialog
      ref={element}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        if (!steadfast) onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget && !steadfast) onClose();
      }}
      className={classes(
        'layer m-auto mt-[12vh] max-h-[80dvh] max-w-[calc(100vw-2rem)] rounded-xl border-0 bg-panel p-0 text-13 text-ink shadow-lift',
        'max-md:mx-0 max-md:mt-auto max-md:mb-0 max-md:w-full max-md:max-w-full max-md:rounded-b-none',
        widths[size],
      )}
    >
      {open && (
        <div className="flex max-h-[80dvh] flex-col">
          <header className="flex items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <h2 id={`${id}-title`} className="text-16 font-semibold">
                {title}
              </h2>
              {description && (
                <div id={`${id}-description`} className="mt-1 max-w-prose text-ink-2">
                  {description}
                </div>
              )}
            </div>
            <IconButton label={t('close')} icon={<X />} onClick={onClose} className="-mr-1.5" />
          </header>
          {children && <div className="min-h-0 flex-1 overflow-auto px-5 pb-4">{children}</div>}
          {actions && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {actions}
            </footer>
          )}
        </div>
      )}
    </dialog>
  );
}

/** Keeps a dialog element modal while `open`. The first field gets the focus rather than the closing cross. */
export function useModal(open: boolean) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (!dialog || !open) return;
    dialog.showModal();
    const field = dialog.querySelector<HTMLElement>(
      '[autofocus], input:not([type=hidden]), textarea, select',
    );
    field?.focus();
    return () => dialog.close();
  }, [open]);
  return element;
}
