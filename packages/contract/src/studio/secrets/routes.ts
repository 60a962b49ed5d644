import { defineRoute } from '../../define-route.ts';
import { ToolSecretError } from './errors.ts';
import { createSecretBody, secret, secretList, secretParams, updateSecretBody } from './shapes.ts';

const one = { params: secretParams, ids: { 'params.secretId': 'secret' } } as const;
const oneExample = { params: { secretId: '$secret' } } as const;

export const listSecrets = defineRoute({
  operationId: 'listSecrets',
  method: 'get',
  path: '/api/v1/secrets',
  permission: 'secret.read',
  summary: 'List the secrets of tools',
  description: 'What headers of HTTP tools may name. Values are never part of an answer.',
  limit: 'read',
  response: { status: 200, schema: secretList },
  example: {},
});

export const createSecret = defineRoute({
  operationId: 'createSecret',
  method: 'post',
  path: '/api/v1/secrets',
  permission: 'secret.manage',
  summary: 'Store a secret for tools',
  limit: 'write',
  idempotent: true,
  body: createSecretBody,
  response: { status: 201, schema: secret },
  errors: [ToolSecretError.name_taken, ToolSecretError.too_many],
  example: { body: { name: 'weather', value: 'a-key-of-somebody', origins: ['https://api.example.com'] } },
});

export const getSecret = defineRoute({
  operationId: 'getSecret',
  method: 'get',
  path: '/api/v1/secrets/{secretId}',
  permission: 'secret.read',
  summary: 'Get a secret without its value',
  limit: 'read',
  ...one,
  response: { status: 200, schema: secret },
  example: oneExample,
});

export const updateSecret = defineRoute({
  operationId: 'updateSecret',
  method: 'patch',
  path: '/api/v1/secrets/{secretId}',
  permission: 'secret.manage',
  summary: 'Replace the value of a secret, or where it may be sent',
  limit: 'write',
  ...one,
  body: updateSecretBody,
  ifMatch: true,
  response: { status: 200, schema: secret },
  errors: [ToolSecretError.value_needed],
  example: { ...oneExample, body: { value: 'another-key' } },
});

export const deleteSecret = defineRoute({
  operationId: 'deleteSecret',
  method: 'delete',
  path: '/api/v1/secrets/{secretId}',
  permission: 'secret.manage',
  summary: 'Delete a secret',
  description: 'Gone at once. Tools that name it are then called no more, and say so to the model.',
  limit: 'write',
  ...one,
  ifMatch: true,
  response: { status: 204 },
  example: oneExample,
});
