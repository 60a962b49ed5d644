import { defineRoute } from '../../define-route.ts';
import { ConnectionError } from './errors.ts';
import {
  chainList,
  chainParams,
  connectionList,
  connectionParams,
  createChainBody,
  createConnectionBody,
  createModelFactsBody,
  discoveredServers,
  discoverServersBody,
  modelChain,
  modelConnection,
  modelFacts,
  modelFactsParams,
  modelList,
  modelSuggestions,
  suggestModelsBody,
  updateChainBody,
  updateConnectionBody,
  updateModelFactsBody,
} from './shapes.ts';

const one = { params: connectionParams, ids: { 'params.connectionId': 'connection' } } as const;
const oneExample = { params: { connectionId: '$connection' } } as const;

export const listConnections = defineRoute({
  operationId: 'listModelConnections',
  method: 'get',
  path: '/api/v1/model-connections',
  permission: 'model.read',
  summary: 'List the connections to model providers',
  limit: 'read',
  response: { status: 200, schema: connectionList },
  example: {},
});

export const createConnection = defineRoute({
  operationId: 'createModelConnection',
  method: 'post',
  path: '/api/v1/model-connections',
  permission: 'model.manage',
  summary: 'Connect a model provider',
  description:
    'The connection is tested before it is saved; a failing test refuses unless saveAnyway is set. Whoever may use models may make personal ones; those of the organization take the permission above.',
  limit: 'costly',
  body: createConnectionBody,
  idempotent: true,
  response: { status: 201, schema: modelConnection },
  errors: [
    ConnectionError.connection_failed,
    ConnectionError.name_taken,
    ConnectionError.too_many,
    ConnectionError.one_way_only,
  ],
  example: {
    body: {
      name: 'A local server',
      provider: 'openai_compatible',
      baseUrl: 'http://127.0.0.1:9/v1',
      saveAnyway: true,
    },
  },
});

export const getConnection = defineRoute({
  operationId: 'getModelConnection',
  method: 'get',
  path: '/api/v1/model-connections/{connectionId}',
  permission: 'model.read',
  summary: 'Get a connection',
  limit: 'read',
  ...one,
  response: { status: 200, schema: modelConnection },
  example: oneExample,
});

export const updateConnection = defineRoute({
  operationId: 'updateModelConnection',
  method: 'patch',
  path: '/api/v1/model-connections/{connectionId}',
  permission: 'model.manage',
  summary: 'Change a connection',
  description: 'A changed address or key is tested before it is saved.',
  limit: 'costly',
  ...one,
  body: updateConnectionBody,
  ifMatch: true,
  response: { status: 200, schema: modelConnection },
  errors: [
    ConnectionError.connection_failed,
    ConnectionError.name_taken,
    ConnectionError.key_elsewhere,
    ConnectionError.one_way_only,
  ],
  example: { ...oneExample, body: { name: 'Another name' } },
});

export const deleteConnection = defineRoute({
  operationId: 'deleteModelConnection',
  method: 'delete',
  path: '/api/v1/model-connections/{connectionId}',
  permission: 'model.manage',
  summary: 'Delete a connection and its key',
  description: 'Runs that used it keep its name.',
  limit: 'write',
  ...one,
  ifMatch: true,
  response: { status: 204 },
  example: oneExample,
});

export const testConnection = defineRoute({
  operationId: 'testModelConnection',
  method: 'post',
  path: '/api/v1/model-connections/{connectionId}/test',
  permission: 'model.manage',
  summary: 'Test a connection again and list its models anew',
  description: 'Answers 200 whether or not the test succeeds; `test` in the answer tells.',
  limit: 'costly',
  ...one,
  response: { status: 200, schema: modelConnection },
  example: oneExample,
});

export const discoverServers = defineRoute({
  operationId: 'discoverModelServers',
  method: 'post',
  path: '/api/v1/model-servers/discover',
  permission: 'model.use',
  summary: 'Look for Ollama, LM Studio, vLLM and llama.cpp on a machine',
  description:
    'Asks each at its usual port for its models and answers for all of them, found or not. Nothing is stored.',
  limit: 'costly',
  body: discoverServersBody,
  response: { status: 200, schema: discoveredServers },
  example: { body: {} },
});

export const listConnectionModels = defineRoute({
  operationId: 'listConnectionModels',
  method: 'get',
  path: '/api/v1/model-connections/{connectionId}/models',
  permission: 'model.read',
  summary: 'List the models of a connection',
  description:
    'Those the provider listed at the last test; where it lists none, those known of this provider.',
  limit: 'read',
  ...one,
  response: { status: 200, schema: modelList },
  example: oneExample,
});

export const listModels = defineRoute({
  operationId: 'listModels',
  method: 'get',
  path: '/api/v1/models',
  permission: 'model.read',
  summary: 'List all models of the organization',
  description: 'The built-in echo model, which is not an AI, comes first.',
  limit: 'read',
  response: { status: 200, schema: modelList },
  example: {},
});

export const suggestModels = defineRoute({
  operationId: 'suggestModels',
  method: 'post',
  path: '/api/v1/models/suggest',
  permission: 'model.read',
  summary: 'Suggest models for a task',
  description:
    'Ranks the models of the connections you see: first those that surely have what is needed, then the cheaper, an unknown price last, then the larger window. Names each left out, with every reason. Calls no model and stores nothing.',
  limit: 'read',
  body: suggestModelsBody,
  response: { status: 200, schema: modelSuggestions },
  example: { body: { needs: ['tools'], inputTokens: 4_000, outputTokens: 1_000 } },
});

const oneFacts = { params: modelFactsParams, ids: { 'params.factsId': 'model_facts' } } as const;
const factsExample = { params: { factsId: '$model_facts' } } as const;

export const createModelFacts = defineRoute({
  operationId: 'createModelFacts',
  method: 'post',
  path: '/api/v1/model-facts',
  permission: 'model.manage',
  summary: 'Say what the catalogue does not know, or knows wrongly, of a model',
  description: 'A price entered here is what runs cost from then on; runs that are over keep theirs.',
  limit: 'write',
  body: createModelFactsBody,
  idempotent: true,
  response: { status: 201, schema: modelFacts },
  errors: [ConnectionError.facts_exist, ConnectionError.price_incomplete],
  ids: { 'body.connectionId': 'connection' },
  example: { body: { connectionId: '$connection', model: 'own-model', contextWindow: 32_768 } },
});

export const updateModelFacts = defineRoute({
  operationId: 'updateModelFacts',
  method: 'patch',
  path: '/api/v1/model-facts/{factsId}',
  permission: 'model.manage',
  summary: 'Change facts about a model',
  limit: 'write',
  ...oneFacts,
  body: updateModelFactsBody,
  ifMatch: true,
  response: { status: 200, schema: modelFacts },
  errors: [ConnectionError.price_incomplete],
  example: { ...factsExample, body: { vision: true, retiresOn: '2027-06-30' } },
});

export const deleteModelFacts = defineRoute({
  operationId: 'deleteModelFacts',
  method: 'delete',
  path: '/api/v1/model-facts/{factsId}',
  permission: 'model.manage',
  summary: 'Go back to what the catalogue says of a model',
  limit: 'write',
  ...oneFacts,
  ifMatch: true,
  response: { status: 204 },
  example: factsExample,
});

const oneChain = { params: chainParams, ids: { 'params.chainId': 'model_chain' } } as const;
const chainExample = { params: { chainId: '$model_chain' } } as const;

export const listChains = defineRoute({
  operationId: 'listModelChains',
  method: 'get',
  path: '/api/v1/model-chains',
  permission: 'model.read',
  summary: 'List the fallback chains',
  limit: 'read',
  response: { status: 200, schema: chainList },
  example: {},
});

export const createChain = defineRoute({
  operationId: 'createModelChain',
  method: 'post',
  path: '/api/v1/model-chains',
  permission: 'model.manage',
  summary: 'Put models in an order to fall back on',
  description:
    'A run on a chain calls its first model; where that fails for a passing reason before its first word, the next.',
  limit: 'write',
  body: createChainBody,
  idempotent: true,
  response: { status: 201, schema: modelChain },
  errors: [ConnectionError.chain_name_taken, ConnectionError.chain_personal, ConnectionError.too_many_chains],
  ids: { 'body.steps.0.connectionId': 'connection' },
  example: {
    body: {
      name: 'Never without an answer',
      steps: [
        { connectionId: '$connection', model: 'scripted-fast' },
        { connectionId: null, model: 'echo' },
      ],
    },
  },
});

export const updateChain = defineRoute({
  operationId: 'updateModelChain',
  method: 'patch',
  path: '/api/v1/model-chains/{chainId}',
  permission: 'model.manage',
  summary: 'Change a fallback chain',
  limit: 'write',
  ...oneChain,
  body: updateChainBody,
  ifMatch: true,
  response: { status: 200, schema: modelChain },
  errors: [ConnectionError.chain_name_taken, ConnectionError.chain_personal],
  example: { ...chainExample, body: { name: 'Another order' } },
});

export const deleteChain = defineRoute({
  operationId: 'deleteModelChain',
  method: 'delete',
  path: '/api/v1/model-chains/{chainId}',
  permission: 'model.manage',
  summary: 'Delete a fallback chain',
  description: 'Runs that used it keep its name.',
  limit: 'write',
  ...oneChain,
  ifMatch: true,
  response: { status: 204 },
  example: chainExample,
});
