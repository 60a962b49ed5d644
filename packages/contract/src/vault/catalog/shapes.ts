import * as z from 'zod';
import { id, name, page, pageQuery, revision, time } from '../../values.ts';

export const tag = z
  .object({ id: z.string(), name: z.string(), revision: revision(), createdAt: time() })
  .meta({ id: 'Tag', description: 'A word of the organization’s vocabulary.' });
export type Tag = z.output<typeof tag>;

export const tagPage = page(tag).meta({ id: 'TagPage' });

export const listTagsQuery = z.strictObject({
  ...pageQuery,
  q: z.string().max(100).optional().meta({ description: 'Part of the name.' }),
});

export const renameTagBody = z.strictObject({ name: name(100) });

export const mergeTagBody = z.strictObject({
  into: id().meta({ description: 'The tag that stays.' }),
});
