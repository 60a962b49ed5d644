import * as z from 'zod';
import { defineNotice } from '../../../foundation/module/notices.ts';

const channels = { app: true, mail: 'immediate' } as const;

export const labelRequested = defineNotice({
  kind: 'label.requested',
  summary: 'Somebody asks for a move of a protected label that you may approve',
  channels,
  data: z.object({ label: z.string() }),
  text: ({ by, data, subject }) => ({
    title: `${by ?? 'Somebody'} asks you to approve a move of ${data.label} of ${subject}`,
  }),
});

const sayings = {
  moved: 'approved: the label has moved',
  approved: 'approved, more approvals are needed',
  rejected: 'rejected',
  stale: 'closed: the label moved elsewhere meanwhile',
} as const;

export const labelDecided = defineNotice({
  kind: 'label.decided',
  summary: 'What becomes of label moves you asked for',
  channels,
  data: z.object({ label: z.string(), status: z.enum(['moved', 'approved', 'rejected', 'stale']) }),
  text: ({ by, data, subject }) => ({
    title: `Your move of ${data.label} of ${subject} was ${sayings[data.status]}`,
    ...(by && { body: by }),
  }),
});

export const notices = [labelRequested, labelDecided];
