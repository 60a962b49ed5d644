import { defineModule } from '../../../foundation/module/define-module.ts';
import { startIdentity } from './auth.ts';
import { authenticateSession } from './operations/authenticate-session.ts';
import { sessionCacheOf } from './operations/session-cache.ts';
import { needsSetUpCode, setUpCodeOf } from './operations/set-up-code.ts';
import { findClaim } from './repository.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';

export const module = defineModule({
  name: 'account/identity',
  tables,
  routes,
  authenticators: [authenticateSession],
  async start(services) {
    startIdentity(services);
    // From now on, so that it is the first to hear what ends a session.
    sessionCacheOf(services.ports);
    if (needsSetUpCode(services) && !(await findClaim(services.db.identity)))
      services.ports.log.info(`The set-up code for the first account is ${setUpCodeOf(services)}`);
  },
});
