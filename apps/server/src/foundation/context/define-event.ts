import type * as z from 'zod';

export interface EventDeclaration<T extends string = string, S extends z.ZodType = z.ZodType> {
  type: T;
  version: number;
  payload: S;
  /** Whether the event is also an entry of the audit log. */
  audit: boolean;
}

export type EventPayload<E extends EventDeclaration> = z.input<E['payload']>;

/** Declares an event of the log: `prompt.committed`. Its payload holds ids and facts, never contents or secrets. */
export const defineEvent = <const T extends `${string}.${string}`, S extends z.ZodType>(
  type: T,
  payload: S,
  options: { version?: number; audit?: boolean } = {},
): EventDeclaration<T, S> => ({
  type,
  payload,
  version: options.version ?? 1,
  audit: options.audit ?? false,
});
