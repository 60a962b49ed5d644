import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { type ButtonKind, type ButtonSize, buttonClass } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { linkClass } from '../ui/text-link.tsx';

/** A link to a page of the app, in text: typed by the route tree. */
export const PageLink = createLink(({ className, ...rest }: ComponentProps<'a'>) => (
  <a {...rest} className={classes(linkClass, className)} />
));

/** A link that looks like a button. */
export const ButtonLink = createLink(
  ({ kind, size, className, ...rest }: ComponentProps<'a'> & { kind?: ButtonKind; size?: ButtonSize }) => (
    <a {...rest} className={classes(buttonClass(kind, size), className)} />
  ),
);
