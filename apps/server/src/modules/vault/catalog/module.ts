import { defineModule } from '../../../foundation/module/define-module.ts';
import { events } from './events.ts';
import { ensureTags } from './operations/ensure-tags.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';

export const module = defineModule({
  name: 'vault/catalog',
  tables,
  routes,
  events,
  permissions: {
    'tag.manage': { summary: 'Rename and merge tags', roles: ['owner', 'admin'] },
  },
  subjects: [
    {
      kind: 'tag',
      async sample(ctx) {
        const [id] = (await ensureTags(ctx, [`Sample ${ctx.newId()}`])).values();
        return { id: id as string };
      },
    },
  ],
});
