import { findAssertionFault } from './assertion-fault.ts';
import { assertionsSchema } from './shape.ts';

/**
 * Assertions as they are written: beside their shape, each must be one that an answer can be held against. What was stored
 * before this was demanded is read by `assertionsSchema`, so that it can be looked at and put right.
 */
export const writtenAssertionsSchema = assertionsSchema.superRefine((assertions, ctx) => {
  for (const [index, assertion] of assertions.entries()) {
    const fault = findAssertionFault(assertion);
    if (fault) ctx.addIssue({ code: 'custom', path: [index, ...fault.path], message: fault.message });
  }
});
