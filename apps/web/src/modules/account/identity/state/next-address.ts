/**
 * Where someone wanted to go before the door. Only a path of this app is followed: `//host` and `/\host` would
 * lead to another one.
 */
export function nextAddress(next: unknown): string {
  const inside = typeof next === 'string' && /^\/(?![/\\])/.test(next) && !hasControl(next);
  return inside && !/^\/(sign-in|sign-up)(?=$|[/?#])/.test(next) ? next : '/';
}

/** Browsers drop tabs and line ends from addresses, which would turn `/\t/host` into `//host`. */
const hasControl = (text: string) => [...text].some((sign) => sign < ' ');
