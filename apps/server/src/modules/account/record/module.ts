import * as z from 'zod';
import { defineJob, defineModule } from '../../../foundation/module/define-module.ts';
import { appendEvents } from './operations/append-events.ts';
import {
  claimIdempotencyKey,
  giveUpIdempotencyKey,
  storeIdempotentAnswer,
} from './operations/claim-idempotency-key.ts';
import { deliverEvents, passEvents } from './operations/deliver-events.ts';
import { setEventAside } from './operations/set-event-aside.ts';
import { organizationsBehind } from './repository.ts';
import { tables } from './schema.ts';

const nothing = z.object({});

export const module = defineModule({
  name: 'account/record',
  tables,
  jobs: {
    'record.forget_keys': defineJob({
      urgency: 'later',
      data: nothing,
      cron: '17 3 * * *',
      handler: async () => (await import('./operations/forget-keys.ts')).forgetKeys,
    }),
    /** Hourly, and sent after imports: without fresh statistics the planner chooses bad paths. */
    'record.tend_database': defineJob({
      urgency: 'soon',
      data: nothing,
      cron: '41 * * * *',
      handler: async () => (await import('./operations/tend-database.ts')).tendDatabase,
    }),
  },
  provides: {
    appendEvents,
    deliverEvents,
    passEvents,
    setEventAside,
    organizationsBehind,
    claimIdempotencyKey,
    giveUpIdempotencyKey,
    storeIdempotentAnswer,
  },
});
