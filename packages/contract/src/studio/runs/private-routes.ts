import { defineRoute } from '../../define-route.ts';
import { PromptError } from '../../vault/prompts/errors.ts';
import { RunError } from './errors.ts';
import {
  privateRunPolicy,
  recordedPrivateRuns,
  recordPrivateRunsBody,
  updatePrivateRunPolicyBody,
} from './private-shapes.ts';

export const recordPrivateRuns = defineRoute({
  operationId: 'recordPrivateRuns',
  method: 'post',
  path: '/api/v1/private-runs',
  permission: 'run.create',
  summary: 'Count runs that a browser made itself',
  description:
    'Numbers alone: neither what was sent nor what was answered has a place here, and nothing else is taken. They stand in the history as private, and cannot be repeated, compared or shared.',
  limit: 'write',
  body: recordPrivateRunsBody,
  idempotent: true,
  response: { status: 201, schema: recordedPrivateRuns },
  errors: [RunError.private_forbidden, PromptError.version_unknown],
  ids: { 'body.runs.0.promptId': 'prompt' },
  example: {
    body: {
      runs: [
        {
          promptId: '$prompt',
          versionNumber: 1,
          provider: 'anthropic',
          ownAddress: false,
          model: 'claude-haiku-5-5',
          status: 'finished',
          finishReason: 'stop',
          errorCode: null,
          inputTokens: 120,
          outputTokens: 48,
          cachedInputTokens: null,
          reasoningTokens: null,
          usageEstimated: false,
          timeToFirstTokenMs: 310,
          durationMs: 1_900,
          agoMs: 0,
        },
      ],
    },
  },
});

export const getPrivateRunPolicy = defineRoute({
  operationId: 'getPrivateRunPolicy',
  method: 'get',
  path: '/api/v1/private-run-policy',
  permission: 'run.read',
  summary: 'Get whether private runs are allowed',
  limit: 'read',
  response: { status: 200, schema: privateRunPolicy },
  example: {},
});

export const updatePrivateRunPolicy = defineRoute({
  operationId: 'updatePrivateRunPolicy',
  method: 'patch',
  path: '/api/v1/private-run-policy',
  permission: 'run.privacy',
  summary: 'Allow or forbid private runs',
  description: 'Where they are forbidden no page offers them, and none are counted any more.',
  limit: 'write',
  body: updatePrivateRunPolicyBody,
  ifMatch: true,
  response: { status: 200, schema: privateRunPolicy },
  example: { body: { allowed: false } },
});
