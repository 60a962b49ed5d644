/** Key combinations as text: `mod+k`, `shift+enter`, `?`, `g p` is not one. `mod` is ⌘ on Apple and Ctrl elsewhere. */

const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

const appleSigns: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥', ctrl: '⌃' };
const otherSigns: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', ctrl: 'Ctrl' };
const commonSigns: Record<string, string> = {
  enter: '↵',
  escape: 'Esc',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  backspace: '⌫',
  space: 'Space',
};

/** The signs of a combination, one for each key: `mod+enter` → ['⌘', '↵'] or ['Ctrl', '↵']. */
export function shortcutSigns(keys: string, apple = isApple): string[] {
  const signs = apple ? appleSigns : otherSigns;
  return splitKeys(keys).map((key) => signs[key] ?? commonSigns[key] ?? key.toUpperCase());
}

const splitKeys = (keys: string) => (keys === '+' ? ['+'] : keys.toLowerCase().split('+'));

const namesOfKeys: Record<string, string> = {
  arrowup: 'up',
  arrowdown: 'down',
  arrowleft: 'left',
  arrowright: 'right',
  ' ': 'space',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey'>;

/** Whether an event is this combination. For signs like `?` shift is part of typing them and not compared. */
export function isShortcut(event: Pressed, keys: string, apple = isApple): boolean {
  const wanted = splitKeys(keys);
  const key = wanted.at(-1) ?? '';
  const pressed = event.key.toLowerCase();
  if ((namesOfKeys[pressed] ?? pressed) !== key) return false;
  const mod = wanted.includes('mod');
  const meta = mod && apple;
  const ctrl = (mod && !apple) || wanted.includes('ctrl');
  if (event.metaKey !== meta || event.ctrlKey !== ctrl || event.altKey !== wanted.includes('alt'))
    return false;
  const isLetter = key.length > 1 || key.toUpperCase() !== key.toLowerCase();
  return !isLetter || event.shiftKey === wanted.includes('shift');
}

/** Whether a combination types nothing, so that it acts in the middle of a text too. */
export const actsInText = (keys: string): boolean => /mod|ctrl|alt|(^|\+)f\d+$/.test(keys);

/** Whether keys belong to what the person is typing in, so that single letters must not act. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [role=textbox]'))
  );
}
