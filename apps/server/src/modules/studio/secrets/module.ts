import { defineModule } from '../../../foundation/module/define-module.ts';
import { secretChangedEvent, secretCreatedEvent, secretDeletedEvent } from './events.ts';
import { resealSecrets } from './operations/reseal-secrets.ts';
import { sampleSecret } from './operations/sample-secret.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';

export const module = defineModule({
  name: 'studio/secrets',
  tables,
  permissions: {
    'secret.read': { summary: 'See the names of secrets of tools', roles: ['owner', 'admin', 'editor'] },
    'secret.manage': { summary: 'Store, replace and delete secrets of tools', roles: ['owner', 'admin'] },
  },
  routes,
  events: [secretCreatedEvent, secretChangedEvent, secretDeletedEvent],
  start: resealSecrets,
  subjects: [{ kind: 'secret', sample: sampleSecret }],
});
