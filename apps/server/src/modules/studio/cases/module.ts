import { defineModule } from '../../../foundation/module/define-module.ts';
import { events } from './events.ts';
import { openCase, openCaseSet } from './open.ts';
import { sampleCase, sampleCaseSet, sampleDeletedSet } from './operations/sample-cases.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';

export const module = defineModule({
  name: 'studio/cases',
  tables,
  permissions: {
    'case.read': { summary: 'See the cases of prompts', roles: ['owner', 'admin', 'editor', 'viewer'] },
    'case.write': { summary: 'Write cases of prompts', roles: ['owner', 'admin', 'editor'] },
  },
  routes,
  events,
  subjects: [
    {
      kind: 'case_set',
      async open(ctx, caseSetId) {
        const { name, id, promptId } = await openCaseSet(ctx, { caseSetId }, 'case.read');
        return { title: name, address: `/suites/cases/${id}`, promptId };
      },
      sample: sampleCaseSet,
    },
    { kind: 'deleted_case_set', sample: sampleDeletedSet },
    {
      kind: 'test_case',
      async open(ctx, caseId) {
        const { row, set } = await openCase(ctx, { caseId }, 'case.read');
        return { title: row.name, address: `/suites/cases/${set.id}`, promptId: set.promptId };
      },
      sample: sampleCase,
    },
  ],
});
