import { ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { defineModule, type SubjectDeclaration } from '../../../foundation/module/define-module.ts';
import { requirePermission } from '../organizations/index.ts';
import {
  budgetChangedEvent,
  budgetWarnedEvent,
  limitChangedEvent,
  limitRemovedEvent,
  usageResetEvent,
  usageWarnedEvent,
} from './events.ts';
import { entitlementsOf } from './operations/entitlements.ts';
import { sampleLimit } from './operations/sample-limit.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';

const ofTheOrganization = (
  kind: string,
  permission: string,
  title: string,
  address: string,
): SubjectDeclaration => ({
  kind,
  async open(ctx, id) {
    if (id !== ctx.organizationId) throw ResourceError.not_found();
    requirePermission(ctx.actor, permission);
    return { title, address };
  },
  sample: async (ctx) => ({ id: ctx.organizationId }),
});

export const module = defineModule({
  name: 'account/billing',
  tables,
  permissions: {
    'budget.read': {
      summary: 'See what the organization spends on models',
      roles: ['owner', 'admin', 'editor', 'viewer'],
    },
    'budget.manage': { summary: 'Limit what the organization spends on models', roles: ['owner', 'admin'] },
    'usage.read': {
      summary: 'See what one used of what one may, and the limits',
      roles: ['owner', 'admin', 'editor', 'viewer'],
    },
    'limit.manage': { summary: 'Limit how often the organization is used', roles: ['owner', 'admin'] },
  },
  routes,
  events: [
    budgetChangedEvent,
    budgetWarnedEvent,
    limitChangedEvent,
    limitRemovedEvent,
    usageResetEvent,
    usageWarnedEvent,
  ],
  subjects: [
    { kind: 'limit', sample: sampleLimit },
    // What an organization uses and spends, to be told about; each has one of both.
    ofTheOrganization('usage', 'usage.read', 'Usage', '/settings/usage'),
    ofTheOrganization('budget', 'budget.read', 'The budget', '/settings/budget'),
  ],
  provides: { entitlements: entitlementsOf },
});
