/**
 * A row together with the proof that its permission was checked. Only a module's open.ts makes one, with
 * `authorize`; an operation that takes `Authorized<Prompt, 'prompt.write'>` cannot be called without it.
 * A proof is good for the transaction that minted it: jobs, streams and sockets open again.
 */
declare const permission: unique symbol;

export type Authorized<T, P extends string> = T & { readonly [permission]: (held: P) => P };

export const authorize = <T extends object, const P extends string>(
  row: T,
  _permission: P,
): Authorized<T, P> => row as Authorized<T, P>;
