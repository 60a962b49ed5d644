import { defineRoute } from '../../define-route.ts';
import { LimitError } from './errors.ts';
import {
  budget,
  createLimitBody,
  limitList,
  limitParams,
  memberUsageParams,
  resetUsageBody,
  updateBudgetBody,
  updateLimitBody,
  usage,
  usageLimit,
} from './shapes.ts';

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
    'Before a run starts, the most it can cost is reserved; what does not fit is refused with budget.exhausted, and a model whose price is not known with budget.price_unknown.',
  limit: 'write',
  body: updateBudgetBody,
  ifMatch: true,
  response: { status: 200, schema: budget },
  example: { body: { monthMicroDollars: 50_000_000 } },
});

export const getUsage = defineRoute({
  operationId: 'getUsage',
  method: 'get',
  path: '/api/v1/usage',
  permission: 'usage.read',
  summary: 'Get what you used of what you may, and the organization with you',
  description:
    'Windows slide: what was used counts for an hour or a day from then on, in steps of a twentieth.',
  limit: 'read',
  response: { status: 200, schema: usage },
  example: {},
});

export const getMemberUsage = defineRoute({
  operationId: 'getMemberUsage',
  method: 'get',
  path: '/api/v1/members/{memberId}/usage',
  permission: 'limit.manage',
  summary: 'Get what a member used of what they may',
  limit: 'read',
  params: memberUsageParams,
  ids: { 'params.memberId': 'member' },
  response: { status: 200, schema: usage },
  example: { params: { memberId: '$member' } },
});

export const resetUsage = defineRoute({
  operationId: 'resetUsage',
  method: 'post',
  path: '/api/v1/usage/reset',
  permission: 'limit.manage',
  summary: 'Forget what a member, a connection or a model has used',
  description:
    'Without any of them what the organization has used is forgotten, which only the operator may do.',
  limit: 'write',
  body: resetUsageBody,
  response: { status: 204 },
  errors: [LimitError.operator_only],
  ids: { 'body.memberId': 'member' },
  example: { body: { memberId: '$member' } },
});

export const listLimits = defineRoute({
  operationId: 'listLimits',
  method: 'get',
  path: '/api/v1/limits',
  permission: 'usage.read',
  summary: 'List the limits the organization set itself, and those of its plan',
  limit: 'read',
  response: { status: 200, schema: limitList },
  example: {},
});

export const createLimit = defineRoute({
  operationId: 'createLimit',
  method: 'post',
  path: '/api/v1/limits',
  permission: 'limit.manage',
  summary: 'Limit how often a person, the organization, a connection or a model is used',
  description: 'What is above the plan is for the operator alone.',
  limit: 'write',
  body: createLimitBody,
  idempotent: true,
  response: { status: 201, schema: usageLimit },
  errors: [LimitError.exists, LimitError.above_plan, LimitError.too_many],
  ids: { 'body.connectionId': 'connection' },
  example: { body: { scope: 'connection', connectionId: '$connection', runsAtOnce: 2 } },
});

const oneLimit = { params: limitParams, ids: { 'params.limitId': 'limit' } } as const;
const limitExample = { params: { limitId: '$limit' } } as const;

export const updateLimit = defineRoute({
  operationId: 'updateLimit',
  method: 'patch',
  path: '/api/v1/limits/{limitId}',
  permission: 'limit.manage',
  summary: 'Change a limit',
  description: 'What is above the plan is for the operator alone.',
  limit: 'write',
  ...oneLimit,
  body: updateLimitBody,
  ifMatch: true,
  response: { status: 200, schema: usageLimit },
  errors: [LimitError.above_plan],
  example: { ...limitExample, body: { runsAnHour: 20 } },
});

export const deleteLimit = defineRoute({
  operationId: 'deleteLimit',
  method: 'delete',
  path: '/api/v1/limits/{limitId}',
  permission: 'limit.manage',
  summary: 'Go back to what the plan allows',
  limit: 'write',
  ...oneLimit,
  ifMatch: true,
  response: { status: 204 },
  example: limitExample,
});
