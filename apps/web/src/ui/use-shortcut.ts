import { useEffect, useEffectEvent } from 'react';
import { actsInText, isShortcut, isTyping } from './shortcut.ts';

/**
 * Acts on a combination anywhere on the page while the component is shown. Combinations without a modifier are
 * left alone while someone types; none acts below an open dialog.
 */
export function useShortcut(keys: string, act: (event: KeyboardEvent) => void, enabled = true): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !isShortcut(event, keys)) return;
    if (!actsInText(keys) && isTyping(event.target)) return;
    if (document.querySelector('dialog:modal')) return;
    event.preventDefault();
    act(event);
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);
}
