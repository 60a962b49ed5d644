import { classes } from './classes.ts';
import { shortcutSigns } from './shortcut.ts';

type KbdProps = { keys: string; bare?: boolean; className?: string };

/** A key combination: `<Kbd keys="mod+k" />`. `bare` leaves the frame out, for buttons and menus. */
export function Kbd({ keys, bare, className }: KbdProps) {
  const signs = shortcutSigns(keys);
  if (bare)
    return (
      <span
        aria-hidden="true"
        className={classes('font-sans text-12 font-normal tracking-wide tabular', className)}
      >
        {signs.join(signs.some((sign) => sign.length > 1) ? ' ' : '')}
      </span>
    );
  return (
    <kbd className={classes('inline-flex gap-0.5 font-sans', className)}>
      {signs.map((sign) => (
        <span
          key={sign}
          className="grid h-5 min-w-5 place-items-center rounded-sm border border-b-2 border-edge bg-panel px-1 text-12 text-ink-2"
        >
          {sign}
        </span>
      ))}
    </kbd>
  );
}
