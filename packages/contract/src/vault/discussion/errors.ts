import { defineErrors } from '../../errors.ts';

export const CommentError = defineErrors('comment', {
  quote_gone: {
    status: 409,
    message: () =>
      'The words you marked are not in the text any more. Mark them again as they stand now, then send your comment.',
  },
  section_unknown: {
    status: 422,
    message: (p: { sectionId: string }) => `There is no section ${p.sectionId} in this text.`,
  },
  mention_unknown: {
    status: 422,
    message: (p: { userId: string }) =>
      `${p.userId} is not a member of this organization and cannot be mentioned. Take the mention out.`,
  },
  group_unknown: {
    status: 422,
    message: (p: { group: string }) =>
      `Nobody who sees this belongs to a group ${p.group}. Take the mention out, or mention people by name.`,
  },
  group_too_large: {
    status: 422,
    message: (p: { group: string; count: number; most: number }) =>
      `@${p.group} are ${p.count} people here, and at most ${p.most} can be told at once. Mention a smaller group or people by name.`,
  },
  nowhere: {
    status: 422,
    message: () => 'Only prompts have a text to point at. Leave the anchor out.',
  },
  thread_full: {
    status: 409,
    message: (p: { most: number }) =>
      `This thread has ${p.most} comments, which is the most it takes. Begin a new one.`,
  },
  deleted: { status: 409, message: () => 'This comment was deleted.' },
  too_fast: {
    status: 429,
    message: (p: { retryAfterMs: number }) =>
      `That is a lot of comments in a short time. Try again in ${Math.max(1, Math.ceil(p.retryAfterMs / 1000))} s.`,
  },
});

export const SuggestionError = defineErrors('suggestion', {
  no_range: {
    status: 422,
    message: () => 'A suggestion replaces words of a text, so its thread must point at some.',
  },
  outdated: {
    status: 409,
    message: () =>
      'The words this suggestion replaces have changed since. It was not applied: compare it with the text and write it in yourself.',
  },
  decided: {
    status: 409,
    message: (p: { state: string }) => `This suggestion was ${p.state} already.`,
  },
});
