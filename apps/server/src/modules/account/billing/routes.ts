import * as route from '@promptvault/contract/account/billing/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openMember, openOrganization } from '../organizations/index.ts';
import { openLimit } from './open.ts';
import { createLimit, deleteLimit, listLimits, updateLimit } from './operations/change-limits.ts';
import { getBudget } from './operations/get-budget.ts';
import { getMemberUsage, getUsage } from './operations/read-usage.ts';
import { resetUsage } from './operations/reset-usage.ts';
import { updateBudget } from './operations/update-budget.ts';
import { toBudget, toLimit, toLimits, toUsage } from './views.ts';

export const routes = [
  serve(route.getBudget).open(openOrganization).run(getBudget).view(toBudget),
  serve(route.updateBudget).open(openOrganization).run(updateBudget).view(toBudget),
  serve(route.getUsage).open(openOrganization).outside(getUsage).view(toUsage),
  serve(route.getMemberUsage).open(openMember).outside(getMemberUsage).view(toUsage),
  serve(route.resetUsage)
    .open(openOrganization)
    .outside(resetUsage)
    .view(() => undefined),
  serve(route.listLimits).open(openOrganization).run(listLimits).view(toLimits),
  serve(route.createLimit).open(openOrganization).outside(createLimit).view(toLimit),
  serve(route.updateLimit).open(openLimit).outside(updateLimit).view(toLimit),
  serve(route.deleteLimit)
    .open(openLimit)
    .run(deleteLimit)
    .view(() => undefined),
];
