import { defineRoute } from '../../define-route.ts';
import { budget, updateBudgetBody } from './shapes.ts';

export const getBudget = defineRoute({
  operationId: 'getBudget',
  method: 'get',
  path: '/api/v1/budget',
  permission: 'budget.read',
  summary: 'Get what the organization may spend on models, and what it has spent',
  description: 'Days and months are those of UTC. A run counts to the day on which it started.',
  limit: 'read',
  response: { status: 200, schema: budget },
  example: {},
});

export const updateBudget = defineRoute({
  operationId: 'updateBudget',
  method: 'patch',
  path: '/api/v1/budget',
  permission: 'budget.manage',
  summary: 'Limit what the organization spends on models',
  description:
    'Before a run starts, the most it can cost is reserved; what does not fit is refused with budget.exhausted.',
  limit: 'write',
  body: updateBudgetBody,
  ifMatch: true,
  response: { status: 200, schema: budget },
  example: { body: { monthMicroDollars: 50_000_000 } },
});
