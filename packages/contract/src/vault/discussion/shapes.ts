/** Threads of comments about a thing, and the activity of an organization, as they travel. */
import { DOCUMENT_LIMITS } from '@promptvault/document';
import * as z from 'zod';
import { text } from '../../text.ts';
import { id, orNull, page, pageQuery, personRef, revision, time } from '../../values.ts';
import { branchName, versionNumber } from '../prompts/shapes.ts';

export const longestComment = 10_000;
export const longestQuote = 4_000;
/** A thread is a talk, not a forum. */
export const mostComments = 500;

export const subjectKind = z
  .string()
  .regex(/^[a-z][a-z_]{0,39}$/, 'A kind is a word such as prompt, run, comparison or review.');

export const subjectRef = z
  .strictObject({ kind: subjectKind, id: id() })
  .meta({ id: 'SubjectRef', description: 'A thing by its kind and id.' });

/** A small fixed set, so that a reaction is an answer and not a joke. */
export const reactionSigns = ['+1', '-1', 'heart', 'tada', 'eyes', 'thinking'] as const;
export const reactionSign = z.enum(reactionSigns).meta({ id: 'ReactionSign' });
export type ReactionSign = z.output<typeof reactionSign>;

export const commentBody = text({ max: longestComment, min: 1 })
  .refine((value) => value.trim() !== '', 'Write something first.')
  .meta({
    id: 'CommentBody',
    description:
      'Markdown. A member is mentioned as `@[Name](person:<id>)`, a group as `@[admins](group:admins)`; the name is written by the server.',
  });

const offset = z.int().min(0).max(DOCUMENT_LIMITS.text);

const markedWords = {
  sectionId: id().meta({ description: 'Id of a section of the document.' }),
  from: offset.meta({ description: 'UTF-16 offset in the text of the section.' }),
  to: offset,
  quote: text({ max: longestQuote, min: 1 }).meta({ description: 'The words between, as they stand there.' }),
};

export const newAnchor = z
  .discriminatedUnion('on', [
    z.strictObject({ on: z.literal('draft'), branch: branchName, ...markedWords }),
    z.strictObject({ on: z.literal('version'), version: versionNumber, ...markedWords }),
    z.strictObject({ on: z.literal('whole_version'), version: versionNumber }),
  ])
  .meta({
    id: 'NewAnchor',
    description: 'What of a prompt is spoken about; left out, it is the whole prompt.',
  });
export type NewAnchor = z.output<typeof newAnchor>;

export const suggestedText = text({ max: DOCUMENT_LIMITS.text }).meta({
  description: 'What is to stand instead of the words the thread points at.',
});

export const createThreadBody = z.strictObject({
  subject: subjectRef,
  anchor: newAnchor.optional(),
  body: commentBody,
  suggestion: suggestedText.optional(),
});

export const createCommentBody = z.strictObject({ body: commentBody, suggestion: suggestedText.optional() });
export const updateCommentBody = z.strictObject({ body: commentBody });

export const threadState = z.enum(['open', 'resolved']).meta({ id: 'ThreadState' });

export const anchor = z
  .object({
    on: z.enum(['draft', 'version', 'whole_version']),
    branch: z
      .string()
      .nullable()
      .meta({ description: 'The branch whose text it follows; null once that is gone.' }),
    version: z.int().nullable(),
    sectionId: z.string().nullable(),
    quote: z.string().nullable().meta({ description: 'The words it was made about.' }),
  })
  .meta({ id: 'ThreadAnchor' });

export const threadPlace = z
  .object({ sectionId: z.string(), from: z.int(), to: z.int(), text: z.string() })
  .meta({ id: 'ThreadPlace', description: 'Where these words stand in the text that was asked for.' });

export const suggestion = z
  .object({
    text: z.string(),
    original: z.string(),
    state: z.enum(['open', 'applied', 'dismissed', 'outdated']),
    decidedBy: orNull(personRef),
    decidedAt: time().nullable(),
  })
  .meta({
    id: 'Suggestion',
    description: '`outdated`: the words it replaces have changed, so it cannot be applied.',
  });

export const reaction = z
  .object({ sign: reactionSign, people: z.array(personRef), mine: z.boolean() })
  .meta({ id: 'Reaction' });

export const comment = z
  .object({
    id: z.string(),
    threadId: z.string(),
    author: orNull(personRef),
    guest: orNull(z.string()).meta({
      description: 'What whoever wrote it is called, where they were no member of the organization.',
    }),
    body: z.string().meta({ description: 'Empty once deleted.' }),
    mentions: z.array(personRef),
    suggestion: orNull(suggestion),
    reactions: z.array(reaction),
    createdAt: time(),
    editedAt: time().nullable(),
    deletedAt: time().nullable(),
    revision: revision(),
    may: z.object({ edit: z.boolean(), delete: z.boolean() }),
  })
  .meta({ id: 'Comment' });
export type CommentView = z.output<typeof comment>;

export const thread = z
  .object({
    id: z.string(),
    subject: z.object({ kind: z.string(), id: z.string() }),
    anchor: orNull(anchor),
    place: orNull(threadPlace).meta({ description: 'null when it points at no words, or these are gone.' }),
    isOutdated: z
      .boolean()
      .meta({ description: 'The words it was made about are gone from the text asked for.' }),
    state: threadState,
    resolvedBy: orNull(personRef),
    resolvedAt: time().nullable(),
    isUnread: z.boolean(),
    comments: z.array(comment),
    createdAt: time(),
    lastAt: time(),
    revision: revision(),
    may: z.object({ reply: z.boolean(), apply: z.boolean() }),
  })
  .meta({ id: 'Thread', description: 'A talk about one thing.' });
export type ThreadView = z.output<typeof thread>;

export const listThreadsQuery = z.strictObject({
  ...pageQuery,
  limit: z.coerce.number().int().min(1).max(100).default(50),
  kind: subjectKind,
  subject: id().meta({ description: 'The id of the thing spoken about.' }),
  branch: branchName.optional().meta({
    description:
      'Of a prompt: places are those in this branch’s draft, or in its newest version for who only reads.',
  }),
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_147_483_647)
    .optional()
    .meta({ description: 'Of a prompt: places are those in this version.' }),
  state: threadState.optional(),
  mine: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true')
    .meta({ description: 'true: only threads the caller wrote in or is mentioned in.' }),
});

export const threadPage = page(thread)
  .extend({
    counts: z
      .object({ open: z.int(), resolved: z.int(), unread: z.int() })
      .meta({ description: 'Over all threads of the thing, whatever the filter.' }),
    may: z
      .object({ comment: z.boolean() })
      .meta({ description: 'Whether the reader may begin a thread here, by role or by a grant.' }),
  })
  .meta({ id: 'ThreadPage' });

export const threadParams = z.object({ threadId: id() });
export const commentParams = z.object({ commentId: id() });
export const reactionParams = z.object({ commentId: id(), sign: reactionSign });

export const mentionQuery = z.strictObject({
  q: z.string().max(100).default('').meta({ description: 'The beginning of a name, or of a part of it.' }),
  kind: subjectKind
    .optional()
    .meta({ description: 'With subject: the thing that is spoken about, for its groups.' }),
  subject: id().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});

/** At most as many people are told by the mention of one group. */
export const mostInGroup = 100;

export const mentionGroup = z
  .object({ name: z.string(), count: z.int() })
  .meta({ id: 'MentionGroup', description: 'Those of a group who see the thing.' });

export const mentionList = z.object({ items: z.array(personRef), groups: z.array(mentionGroup) }).meta({
  id: 'MentionList',
  description:
    'Members whose name fits, of a thing those who see its prompt, and the groups of the thing that fit.',
});
