import * as z from 'zod';
import { isStorableText } from '../json.ts';

/** A text of a technique: storable, and at most so many characters. */
export const techniqueText = (max: number) =>
  z.string().max(max).refine(isStorableText, 'The text holds a NUL or half of a surrogate pair.');
