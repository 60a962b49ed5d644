/**
 * A prompt as a file: what is known about it, for transport, and its document. It has three forms that say the
 * same: Markdown with front matter for people, YAML and JSON for programs.
 */
import * as z from 'zod';
import { isStorableText } from '../json.ts';
import type { DocumentProblem, PromptDocument } from '../shape.ts';

export const FILE_FORMATS = ['markdown', 'yaml', 'json'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** The first key of the YAML and JSON forms. */
export const FILE_MARK = 'promptvault/1';

/** Characters of a file that is read. */
export const FILE_LIMIT = 6_000_000;

const storable = (max: number) =>
  z.string().max(max).refine(isStorableText, 'holds a NUL or half of a surrogate pair');

export const fileMetaSchema = z.strictObject({
  title: storable(200),
  description: storable(10_000),
  /** The path it had where it was written; null when the file names none. */
  path: storable(200).nullable(),
  tags: z.array(storable(100).min(1)).max(50),
});
export type FileMeta = z.infer<typeof fileMetaSchema>;

export type PromptFile = FileMeta & { document: PromptDocument };

/** `value` is null when the file cannot be read; `problems` then hold an error. Places lie in the file. */
export type ReadPromptFile = { value: PromptFile | null; problems: DocumentProblem[] };
