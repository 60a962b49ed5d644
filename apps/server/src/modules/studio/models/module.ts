import { defineModule } from '../../../foundation/module/define-module.ts';
import { MemberRemoved } from '../../account/organizations/index.ts';
import {
  connectionCreatedEvent,
  connectionDeletedEvent,
  connectionTestedEvent,
  connectionUpdatedEvent,
  modelChainChangedEvent,
  modelChainDeletedEvent,
  modelFactsChangedEvent,
  modelFactsDeletedEvent,
} from './events.ts';
import { openConnection } from './open.ts';
import { forgetMember } from './operations/forget-member.ts';
import { resealKeys } from './operations/reseal-keys.ts';
import { sampleChain } from './operations/sample-chain.ts';
import { sampleConnection } from './operations/sample-connection.ts';
import { sampleFacts } from './operations/sample-facts.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';

export const module = defineModule({
  name: 'studio/models',
  tables,
  permissions: {
    'model.read': { summary: 'See connections and models', roles: ['owner', 'admin', 'editor', 'viewer'] },
    'model.use': {
      summary: 'Run prompts on the models of a connection',
      roles: ['owner', 'admin', 'editor'],
    },
    'model.manage': { summary: 'Connect, change and remove model providers', roles: ['owner', 'admin'] },
  },
  routes,
  events: [
    connectionCreatedEvent,
    connectionUpdatedEvent,
    connectionDeletedEvent,
    connectionTestedEvent,
    modelFactsChangedEvent,
    modelFactsDeletedEvent,
    modelChainChangedEvent,
    modelChainDeletedEvent,
  ],
  listeners: [
    { name: 'models.forget_member', events: [MemberRemoved], when: 'in_transaction', handle: forgetMember },
  ],
  start: resealKeys,
  subjects: [
    {
      kind: 'connection',
      async open(ctx, connectionId) {
        const { name } = await openConnection(ctx, { connectionId }, 'model.read');
        return { title: name, address: '/settings/models' };
      },
      sample: sampleConnection,
    },
    { kind: 'model_facts', sample: sampleFacts },
    { kind: 'model_chain', sample: sampleChain },
  ],
});
