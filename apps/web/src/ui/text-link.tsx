import type { ComponentProps } from 'react';
import { classes } from './classes.ts';

/** The look of a link in text, also for links of the router. */
export const linkClass =
  'rounded-xs text-accent-ink underline decoration-accent-ink/35 underline-offset-3 transition-colors hover:decoration-current';

/** A link out of the app. Links inside are the frame's `PageLink`. */
export function TextLink({ className, ...rest }: ComponentProps<'a'>) {
  const outside = /^https?:/.test(rest.href ?? '');
  return (
    <a
      {...rest}
      {...(outside && { target: '_blank', rel: 'noopener noreferrer' })}
      className={classes(linkClass, className)}
    />
  );
}
