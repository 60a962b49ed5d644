import * as route from '@promptvault/contract/account/billing/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openOrganization } from '../organizations/index.ts';
import { getBudget } from './operations/get-budget.ts';
import { updateBudget } from './operations/update-budget.ts';
import { toBudget } from './views.ts';

export const routes = [
  serve(route.getBudget).open(openOrganization).run(getBudget).view(toBudget),
  serve(route.updateBudget).open(openOrganization).run(updateBudget).view(toBudget),
];
