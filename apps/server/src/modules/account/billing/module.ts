import { defineModule } from '../../../foundation/module/define-module.ts';
import { budgetChangedEvent } from './events.ts';
import { entitlementsOf } from './operations/entitlements.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';

export const module = defineModule({
  name: 'account/billing',
  tables,
  permissions: {
    'budget.read': {
      summary: 'See what the organization spends on models',
      roles: ['owner', 'admin', 'editor', 'viewer'],
    },
    'budget.manage': { summary: 'Limit what the organization spends on models', roles: ['owner', 'admin'] },
  },
  routes,
  events: [budgetChangedEvent],
  provides: { entitlements: entitlementsOf },
});
