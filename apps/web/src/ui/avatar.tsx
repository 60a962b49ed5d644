import { classes } from './classes.ts';

type AvatarProps = {
  name: string;
  /** A `data:` or `blob:` address or one of our own; others are not loaded. */
  picture?: string;
  size?: 'small' | 'medium' | 'large';
  shape?: 'person' | 'organization';
  /** Stands for itself: its name is read out. Leave it out where the name stands beside it. */
  named?: boolean;
  className?: string;
};

const sizes = { small: 'size-5 text-[9px]', medium: 'size-6 text-[10px]', large: 'size-10 text-14' };
const hues = ['var(--s1)', 'var(--s5)', 'var(--s3)', 'var(--s6)', 'var(--s7)', 'var(--s2)', 'var(--s4)'];

/** The same name always has the same colour. */
export function avatarColor(name: string): string {
  let sum = 7;
  for (const sign of name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) >>> 0;
  return hues[sum % hues.length] ?? 'var(--s1)';
}

export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s._-]+/)
    .filter(Boolean);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

export function Avatar({ name, picture, size = 'medium', shape = 'person', named, className }: AvatarProps) {
  return (
    <span
      {...(named ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
      style={{ background: `oklch(from ${avatarColor(name)} 0.5 c h)` }}
      className={classes(
        'inline-grid shrink-0 place-items-center overflow-hidden font-semibold text-[white] select-none',
        shape === 'person' ? 'rounded-full' : 'rounded-md',
        sizes[size],
        className,
      )}
    >
      {picture ? (
        <img src={picture} alt="" className="size-full object-cover" />
      ) : shape === 'person' ? (
        initials(name)
      ) : (
        initials(name)[0]
      )}
    </span>
  );
}

/** Who is here: overlapping, the rest as a number. */
export function AvatarStack({ names, most = 4 }: { names: readonly string[]; most?: number }) {
  const rest = names.length - most;
  return (
    <span className="inline-flex items-center">
      {names.slice(0, most).map((name) => (
        <Avatar key={name} name={name} named className="-ml-0.5 ring-2 ring-bg first:ml-0" />
      ))}
      {rest > 0 && <span className="ml-1 text-12 text-ink-3 tabular">+{rest}</span>}
    </span>
  );
}
