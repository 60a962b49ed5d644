/**
 * Text that every database, browser and provider can hold: no NUL (PostgreSQL refuses it) and no lone
 * surrogate (it is not Unicode and silently changes on the way through UTF-8).
 */
import * as z from 'zod';
import { sayIssue } from './issue-words.ts';

// Every shape is made with this module, here and in the browser, so that all of them speak in the same words.
z.config({ customError: sayIssue });

export type UnstorableReason = 'nul' | 'lone_surrogate' | 'proto';

export const unstorableMessages: Record<UnstorableReason, string> = {
  nul: 'This text holds a NUL character, which cannot be stored. Remove it.',
  lone_surrogate: 'This text holds half of a character (a lone surrogate). Paste it again from its source.',
  proto: 'Nothing can be called __proto__. Choose another name.',
};

/** Why a text cannot be stored, or undefined when it can. */
export function whyUnstorable(value: string): UnstorableReason | undefined {
  if (value.includes('\u0000')) return 'nul';
  return value.isWellFormed() ? undefined : 'lone_surrogate';
}

type TextBounds = { max: number; min?: number };

/** A string of `min` to `max` UTF-16 units. Its issues carry `params.code` `text.nul` or `text.lone_surrogate`. */
export function text({ max, min = 0 }: TextBounds) {
  const bounded = min > 0 ? z.string().min(min).max(max) : z.string().max(max);
  return bounded.superRefine((value, ctx) => {
    const reason = whyUnstorable(value);
    if (reason)
      ctx.addIssue({
        code: 'custom',
        message: unstorableMessages[reason],
        params: { code: `text.${reason}` },
      });
  });
}

/** The first place in a JSON value whose text, or whose key, cannot be stored; no recursion, any depth. */
export function findUnstorable(
  value: unknown,
): { path: (string | number)[]; reason: UnstorableReason } | undefined {
  const waiting: { value: unknown; path: (string | number)[] }[] = [{ value, path: [] }];
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    const { value: current, path } = item;
    if (typeof current === 'string') {
      const reason = whyUnstorable(current);
      if (reason) return { path, reason };
    } else if (Array.isArray(current)) {
      for (let index = current.length - 1; index >= 0; index--)
        waiting.push({ value: current[index], path: [...path, index] });
    } else if (current !== null && typeof current === 'object') {
      const entries = Object.entries(current);
      for (const [key] of entries) {
        // Shapes would leave it out without a word, since to set it changes what an object is.
        const reason = key === '__proto__' ? 'proto' : whyUnstorable(key);
        if (reason) return { path: [...path, key.toWellFormed().replaceAll('\u0000', '\uFFFD')], reason };
      }
      for (const [key, child] of entries.reverse()) waiting.push({ value: child, path: [...path, key] });
    }
  }
  return undefined;
}
