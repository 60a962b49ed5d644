/** Small shapes that every module uses with the same meaning. */
import * as z from 'zod';
import { text } from './text.ts';

/** A uuid in lower case. An id of another kind or form is simply not found, so any short text is taken. */
export const id = () => z.string().min(1).max(100).meta({ description: 'An id (uuid v7).' });

export const time = () => z.string().meta({ format: 'date-time', description: 'A moment, ISO 8601 in UTC.' });

export const revision = () => z.int().min(1).meta({ description: 'Counts changes; the ETag of this thing.' });

/** Marks that show nothing by themselves. */
const showsNothing = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}\u2800]*$/u;

/** Marks that turn the direction of the text around them: a name would show other words than it has. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g;

/** Names and titles: one line, trimmed, without marks that turn it around, and something to see. */
export const name = (max = 120) =>
  text({ max, min: 1 })
    .transform((value) => value.replace(turns, '').trim())
    .pipe(
      z
        .string()
        .min(1)
        .refine((value) => value === '' || !showsNothing.test(value), 'This must not be empty.')
        .regex(/^[^\r\n]*$/, 'This must be one line.'),
    );

export const description = (max = 2000) => text({ max });

/** The query of every list: at most `limit` rows after `cursor`. */
export const pageQuery = {
  cursor: z.string().max(500).optional().meta({ description: 'nextCursor of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** A page of a list; `nextCursor` is null at the end. */
export const page = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A person as others see them. */
export const personRef = z
  .object({ id: z.string(), name: z.string() })
  .meta({ id: 'PersonRef', description: 'A person as colleagues see them.' });
export type PersonRef = z.output<typeof personRef>;

/**
 * A named shape or null. `.nullable()` would lose the null in the OpenAPI document, which refers to a named
 * shape by its name alone.
 */
export const orNull = <S extends z.ZodType>(shape: S) => z.union([shape, z.null()]);
