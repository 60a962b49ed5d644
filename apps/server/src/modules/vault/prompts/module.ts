import { emptyDocument } from '@promptvault/document';
import * as z from 'zod';
import { defineJob, defineModule } from '../../../foundation/module/define-module.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { events } from './events.ts';
import { openPrompt } from './open.ts';
import { createPrompts } from './operations/create-prompts.ts';
import { setLabel } from './operations/set-label.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';

const everyone = ['owner', 'admin', 'editor', 'viewer'] as const;
const writers = ['owner', 'admin', 'editor'] as const;
const administrators = ['owner', 'admin'] as const;

export const module = defineModule({
  name: 'vault/prompts',
  tables,
  routes,
  events,
  jobs: {
    'prompt.purge': defineJob({
      urgency: 'later',
      data: z.object({}),
      cron: '29 3 * * *',
      handler: async () => (await import('./operations/purge-prompts.ts')).purgeDeletedPrompts,
    }),
  },
  permissions: {
    'prompt.read': { summary: 'See published prompts, and one’s own', roles: everyone },
    'prompt.create': { summary: 'Create and duplicate prompts', roles: writers },
    'prompt.write': { summary: 'Edit and save one’s own prompts, and those one co-edits', roles: writers },
    'prompt.publish': { summary: 'Publish one’s own prompts and move their labels', roles: writers },
    'prompt.delete': { summary: 'Delete and restore one’s own prompts', roles: writers },
    'prompt.read-any': {
      summary: 'See prompts that were never published, unless private',
      roles: administrators,
    },
    'prompt.write-any': { summary: 'Edit, publish and delete the prompts of others', roles: administrators },
  },
  subjects: [
    {
      kind: 'prompt',
      async open(ctx, promptId) {
        const { id, title } = await openPrompt(ctx, { promptId }, 'prompt.read');
        return { title, address: `/prompts/${id}` };
      },
      async sample(ctx) {
        const organization = await openOrganization(ctx, {}, 'prompt.create');
        const [id] = await createPrompts(ctx, organization, [
          {
            title: 'Sample prompt',
            description: '',
            tags: [],
            visibility: 'organization',
            document: {
              ...emptyDocument(),
              sections: [
                { id: 's1', kind: 'instructions', role: null, text: 'Explain {{topic}} in one paragraph.' },
              ],
            },
            commit: true,
            message: '',
            publish: true,
          },
        ]);
        const promptId = id as string;
        const prompt = await openPrompt(ctx, { promptId }, 'prompt.publish');
        await setLabel(ctx, prompt, {
          label: 'production',
          targets: [{ version: 1, weight: 1 }],
          revision: 0,
        });
        return { id: promptId };
      },
    },
  ],
});
