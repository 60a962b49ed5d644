import type { Ctx } from '../foundation/context/ctx.ts';
import { ResourceError } from '../foundation/errors/foundation-errors.ts';
import type { Credential } from '../foundation/http/capabilities.ts';
import type { RouteHost } from '../foundation/http/route-host.ts';
import { transactAs } from '../foundation/http/transact.ts';

export interface InsiderConnection {
  organizationId: string;
  /** Each call reads the membership again: a removed member is out at the next one. */
  within<T>(fn: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** When the first of the caller's grants ends by itself, as of the last look. */
  nextEnd(): Date | null;
}

/** Enters an organization for a connection that stays open. @throws resource.not_found when there is no membership */
export async function enterAsInsider(
  host: RouteHost,
  credential: Credential,
  named: string | null,
): Promise<InsiderConnection> {
  const { userId } = credential;
  const organizationId =
    named ??
    (await host.db.tenant({ organizationId: null, userId }, (tx) =>
      host.capabilities.homeOrganization(tx, userId),
    ));
  if (!organizationId || !/^[0-9a-f-]{36}$/i.test(organizationId)) throw ResourceError.not_found();
  let nextEnd: Date | null = null;
  const within = <T>(fn: (ctx: Ctx) => Promise<T>) =>
    transactAs(
      host,
      { organizationId, userId },
      { id: host.ports.newId(), address: null, userAgent: null },
      async (tx) => {
        const actor = await host.capabilities.enter(tx, credential, organizationId);
        if (!actor) throw ResourceError.not_found();
        const ends = actor.grants.flatMap(({ until }) => until?.getTime() ?? []);
        nextEnd = ends.length > 0 ? new Date(Math.min(...ends)) : null;
        return actor;
      },
      fn,
    );
  await within(async () => undefined);
  return { organizationId, within, nextEnd: () => nextEnd };
}
