/**
 * Better Auth, which is the repository of identity: passwords, sessions, later passkeys and providers. Its
 * HTTP handlers are not mounted; our routes call it, so that limits, errors and the contract are ours.
 */
import { drizzleAdapter } from '@better-auth/drizzle-adapter/relations-v2';
import { betterAuth } from 'better-auth';
import type { Actor } from '../../../foundation/context/actor.ts';
import type { Ports } from '../../../foundation/context/ctx.ts';
import { ServerError } from '../../../foundation/errors/foundation-errors.ts';
import type { Lobby } from '../../../foundation/http/serve.ts';
import type { Services } from '../../../foundation/module/define-module.ts';
import { authAccount, authSession, authUser, authVerification } from './schema.ts';

const days = 24 * 60 * 60;
/** Set by `headersFor` alone: what a caller sends under this name, or as X-Forwarded-For, goes nowhere. */
const addressHeader = 'promptvault-address';

function createAuth({ db, ports, environment }: Services) {
  const log = ports.log.child({ module: 'account/identity' });
  return betterAuth({
    appName: 'PromptVault',
    baseURL: environment.http.publicUrl,
    basePath: '/api/auth',
    trustedOrigins: environment.http.trustedOrigins,
    secret: ports.secrets.derive('session cookies')[0]?.reveal() ?? '',
    database: drizzleAdapter(db.identity, {
      provider: 'pg',
      schema: { user: authUser, session: authSession, account: authAccount, verification: authVerification },
      // Embedded, a transaction would hold the one session while the password is hashed.
      transaction: db.kind === 'postgres',
    }),
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 200, autoSignIn: true },
    session: { expiresIn: 30 * days, updateAge: 1 * days },
    advanced: {
      cookiePrefix: 'promptvault',
      useSecureCookies: environment.http.publicUrl.startsWith('https:'),
      database: { generateId: () => ports.newId() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      log: (level, message) => {
        if (level === 'error') log.error(message);
        else log.debug(message);
      },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** What Better Auth is told of a request: its cookies, its device, and the address we found it came from. */
export function headersFor({ headers, request }: Pick<Lobby<Actor>, 'headers' | 'request'>): Headers {
  const told = new Headers();
  const cookie = headers.get('cookie');
  if (cookie) told.set('cookie', cookie);
  if (request.userAgent) told.set('user-agent', request.userAgent);
  if (request.address) told.set(addressHeader, request.address);
  return told;
}

interface Identity {
  auth: Auth;
  services: Services;
}

const identities = new WeakMap<Ports, Identity>();

/** Called once when the server starts. */
export function startIdentity(services: Services): void {
  identities.set(services.ports, { auth: createAuth(services), services });
}

export function identityOf(ports: Ports): Identity {
  const identity = identities.get(ports);
  // Only a fault of assembly can get here: modules start before the first request.
  if (!identity) throw ServerError.unavailable({ part: 'identity' });
  return identity;
}
