import { defineModule } from '../../../foundation/module/define-module.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { events } from './events.ts';
import { importCsv } from './operations/import-csv.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';

export const module = defineModule({
  name: 'vault/transfer',
  tables,
  routes,
  events,
  permissions: {
    'prompt.import': { summary: 'Import prompts from files', roles: ['owner', 'admin', 'editor'] },
  },
  subjects: [
    {
      kind: 'import_session',
      async sample(ctx) {
        const organization = await openOrganization(ctx, {}, 'prompt.import');
        const { id } = await importCsv(ctx, organization, {
          csv: `title,prompt\nSample ${ctx.newId()},Explain {{topic}}.\n`,
          fileName: 'sample.csv',
          tags: [],
          visibility: 'organization',
          publish: false,
          skipKnown: false,
        });
        return { id };
      },
    },
  ],
});
