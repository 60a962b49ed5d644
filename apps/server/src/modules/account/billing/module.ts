import { defineModule } from '../../../foundation/module/define-module.ts';
import { entitlementsOf } from './operations/entitlements.ts';
import { tables } from './schema.ts';

export const module = defineModule({
  name: 'account/billing',
  tables,
  provides: { entitlements: entitlementsOf },
});
