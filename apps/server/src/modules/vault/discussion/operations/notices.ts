import * as z from 'zod';
import { defineNotice } from '../../../../foundation/module/notices.ts';

const said = z.object({ excerpt: z.string() });
/** `target` where the words are no comment, and the address of their thing does not name their place. */
const named = said.extend({ target: z.string().optional() });
const channels = { app: true, mail: 'immediate' } as const;

export const mentioned = defineNotice({
  kind: 'comment.mention',
  summary: 'Somebody mentions you in a comment',
  channels,
  data: named,
  place: ({ target }) => (target === undefined ? '' : `?target=${target}`),
  text: ({ data, by, subject }) => ({
    title: `${by ?? 'Somebody'} mentioned you on ${subject}`,
    body: data.excerpt,
  }),
});

export const commented = defineNotice({
  kind: 'comment.added',
  summary: 'Comments on your prompts, and in threads you take part in',
  channels: { ...channels, mail: 'daily' },
  data: said,
  text: ({ data, by, others, count, subject }) => ({
    title:
      count > 1
        ? `${count} comments on ${subject}`
        : `${by ?? 'Somebody'}${others > 0 ? ' and others' : ''} commented on ${subject}`,
    body: data.excerpt,
  }),
});

export const notices = [mentioned, commented];

const longest = 160;

/** The first words of a comment, as plain text. */
export function excerptOf(body: string): string {
  const plain = body
    .replace(
      /@\[((?:\\.|[^\]\\])*)\]\((?:person|group):[^)]*\)/g,
      (_, name: string) => `@${name.replace(/\\(.)/g, '$1')}`,
    )
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > longest ? `${plain.slice(0, longest - 1).toWellFormed()}…` : plain;
}
