import * as z from 'zod';
import { defineJob, defineModule } from '../../../foundation/module/define-module.ts';
import { events } from './events.ts';
import { notices } from './notices.ts';
import { openLabelRequest, openPrompt } from './open.ts';
import { closeDraftRooms } from './operations/draft-rooms.ts';
import { closePromptPeople } from './operations/prompt-people.ts';
import {
  askForMissingReferences,
  recordMissingReferences,
  recordReferencesJob,
} from './operations/record-missing-references.ts';
import { sampleLabelRequest } from './operations/sample-label-request.ts';
import { samplePrompt } from './operations/sample-prompt.ts';
import { showPrompt } from './operations/show-prompt.ts';
import { anyReaderRoles, approverRoles, readerRoles } from './policy.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';
import { sockets } from './sockets.ts';

const writers = ['owner', 'admin', 'editor'] as const;
const administrators = ['owner', 'admin'] as const;

export const module = defineModule({
  name: 'vault/prompts',
  tables,
  routes,
  sockets,
  events,
  notices,
  start: askForMissingReferences,
  async stop({ ports }) {
    await closeDraftRooms(ports);
    closePromptPeople(ports);
  },
  jobs: {
    'prompt.purge': defineJob({
      urgency: 'later',
      data: z.object({}),
      cron: '29 3 * * *',
      handler: async () => (await import('./operations/purge-prompts.ts')).purgeDeletedPrompts,
    }),
    [recordReferencesJob]: defineJob({
      urgency: 'later',
      data: z.object({ organizationId: z.string() }),
      handler: async () => (work, data) => recordMissingReferences(work, data),
    }),
  },
  permissions: {
    'prompt.list': { summary: 'List the prompts one sees', roles: [...readerRoles, 'guest'] },
    'prompt.read': { summary: 'See published prompts, and one’s own', roles: readerRoles },
    'prompt.create': { summary: 'Create and duplicate prompts', roles: writers },
    'prompt.write': { summary: 'Edit and save one’s own prompts, and those one co-edits', roles: writers },
    'prompt.branch': { summary: 'Branch the prompts one sees, and write one’s branches', roles: writers },
    'prompt.publish': { summary: 'Publish one’s own prompts and move their labels', roles: writers },
    'prompt.delete': { summary: 'Delete and restore one’s own prompts', roles: writers },
    'label.approve': { summary: 'Approve moves of protected labels', roles: approverRoles },
    'label.protect': { summary: 'Say which labels are protected', roles: administrators },
    'check.report': {
      summary: 'Report what a check found out about a version',
      roles: administrators,
    },
    'prompt.read-any': {
      summary: 'See prompts that were never published, unless private',
      roles: anyReaderRoles,
    },
    'prompt.write-any': { summary: 'Edit, publish and delete the prompts of others', roles: administrators },
  },
  subjects: [
    {
      kind: 'prompt',
      async open(ctx, promptId) {
        const { id, title } = await openPrompt(ctx, { promptId }, 'prompt.read');
        return { title, address: `/prompts/${id}`, promptId: id };
      },
      sharing: {
        open: (ctx, promptId) => openPrompt(ctx, { promptId }, 'prompt.publish'),
        permissions: ['prompt.read'],
        show: showPrompt,
      },
      sample: samplePrompt,
    },
    {
      kind: 'labelRequest',
      async open(ctx, requestId) {
        const request = await openLabelRequest(ctx, { requestId }, 'prompt.read');
        const { promptId, promptTitle } = request;
        return {
          title: promptTitle,
          address: `/prompts/${promptId}?tab=labels&target=${requestId}`,
          promptId,
        };
      },
      sample: sampleLabelRequest,
    },
  ],
});
