import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { uiText as t } from '../messages/interface-text.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { currentToasts, dismissToast, onToasts, type Toast } from './toast-store.ts';

/** Where toasts appear; once, in the frame. Time stands still while the pointer or the focus is on them. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(onToasts, currentToasts);
  const region = useRef<HTMLElement>(null);
  const [held, setHeld] = useState(false);
  const newest = toasts.at(-1)?.id;
  useEffect(() => {
    const element = region.current;
    if (!element || newest === undefined) return;
    // Shown anew for each toast, so that it stands above a dialog opened since.
    if (element.matches(':popover-open')) element.hidePopover();
    element.showPopover();
  }, [newest]);
  return (
    <section
      ref={region}
      popover="manual"
      aria-label={t('notifications')}
      aria-live="polite"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="fixed inset-auto right-4 bottom-4 m-0 w-88 max-w-[calc(100vw-2rem)] flex-col gap-2 border-0 bg-transparent p-1 open:flex max-md:right-4 max-md:bottom-18"
    >
      {toasts.map((each) => (
        <ToastCard key={each.id} toast={each} held={held} />
      ))}
    </section>
  );
}

const marks = {
  plain: null,
  ok: <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ok" />,
  bad: <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-bad" />,
};

function ToastCard({ toast, held }: { toast: Toast; held: boolean }) {
  const { id, text, tone = 'plain', onUndo, action, stay } = toast;
  const left = useRef(stay);
  const leave = useEffectEvent(() => dismissToast(id));
  useEffect(() => {
    if (held || left.current === Number.POSITIVE_INFINITY) return;
    const from = Date.now();
    const timer = setTimeout(() => leave(), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= Date.now() - from;
    };
  }, [held]);
  const act = (run: () => void) => () => {
    dismissToast(id);
    run();
  };
  return (
    <div
      className="flex items-start gap-2 rounded-lg bg-panel py-2 pr-1.5 pl-3 text-13 shadow-lift"
      role={tone === 'bad' ? 'alert' : undefined}
    >
      {marks[tone]}
      <p className="min-w-0 flex-1 py-0.5 leading-5 wrap-anywhere">{text}</p>
      {onUndo && (
        <Button size="small" onClick={act(onUndo)}>
          {t('undo')}
        </Button>
      )}
      {action && (
        <Button size="small" onClick={act(action.onAct)}>
          {action.label}
        </Button>
      )}
      <IconButton size="small" label={t('dismiss')} icon={<X />} onClick={() => dismissToast(id)} />
    </div>
  );
}
