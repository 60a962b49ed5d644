import * as z from 'zod';
import { defineNotice } from '../../../foundation/module/notices.ts';

const data = z.strictObject({ role: z.string() });

export const notices = [
  defineNotice({
    kind: 'member.joined',
    summary: 'Someone accepts your invitation',
    channels: { app: true, mail: 'daily' },
    data,
    text: ({ subject, data: { role } }) => ({ title: `${subject} joined as ${role}` }),
  }),
  defineNotice({
    kind: 'member.role_changed',
    summary: 'Your role changes',
    channels: { app: true, mail: 'immediate' },
    data,
    text: ({ by, data: { role } }) => ({
      title: by ? `${by} made you ${role}` : `You are ${role} now`,
    }),
  }),
];
