import { defineModule } from '../../../foundation/module/define-module.ts';
import { appendEvent } from './operations/append-event.ts';
import { claimIdempotencyKey, storeIdempotentAnswer } from './operations/claim-idempotency-key.ts';
import { deliverEvents } from './operations/deliver-events.ts';
import { organizationsBehind } from './repository.ts';
import { tables } from './schema.ts';

export const module = defineModule({
  name: 'account/record',
  tables,
  provides: { appendEvent, deliverEvents, organizationsBehind, claimIdempotencyKey, storeIdempotentAnswer },
});
