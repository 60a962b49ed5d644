import type { Grant, GuestActor, JobActor, PersonActor } from '../../../../foundation/context/actor.ts';
import type { Tx } from '../../../../foundation/db/database.ts';
import type { Capabilities } from '../../../../foundation/http/capabilities.ts';
import type { ModuleManifest, Services } from '../../../../foundation/module/define-module.ts';
import { grantedAt } from '../../../../foundation/module/subjects.ts';
import type { SeededRole, Standing } from '../policy.ts';
import { findGrants, findMembership, type GuestRow } from '../repository.ts';

/** What each seeded role may do, and guests, joined from the modules' manifests. */
export function permissionsByRole(modules: readonly ModuleManifest[]): Record<Standing, ReadonlySet<string>> {
  const sets = {
    owner: new Set<string>(),
    admin: new Set<string>(),
    editor: new Set<string>(),
    viewer: new Set<string>(),
    guest: new Set<string>(),
  };
  for (const { permissions = {} } of modules)
    for (const [name, { roles }] of Object.entries(permissions))
      for (const role of roles) sets[role].add(name);
  return sets;
}

type Seeded = ReturnType<typeof permissionsByRole>;
type Ports = Pick<Services['ports'], 'subjects' | 'clock'>;

const permissionsOf = (seeded: Seeded, row: { roleKey: string; fixed: boolean; permissions: string[] }) =>
  row.fixed ? (seeded[row.roleKey as SeededRole] ?? new Set<string>()) : new Set(row.permissions);

/** What these rows grant, each on its one thing. */
export function grantsOf({ subjects }: Pick<Ports, 'subjects'>, rows: readonly GuestRow[]): Grant[] {
  return rows.flatMap(({ subjectKind, subjectId, level, expiresAt }) => {
    const sharing = subjects.sharing(subjectKind);
    if (!sharing) return [];
    const permissions = grantedAt(sharing, level);
    return [{ subject: { kind: subjectKind, id: subjectId }, permissions, until: expiresAt }];
  });
}

const grantsNow = async (ports: Ports, tx: Tx, organizationId: string, userId: string) =>
  grantsOf(ports, await findGrants(tx, organizationId, userId, ports.clock.now()));

/**
 * Reads the membership in the request's own transaction: a removed member is out with the next request. Whoever is no
 * member is a guest while something is granted to them.
 */
export const createEnter =
  (seeded: Seeded, ports: Ports): Capabilities['enter'] =>
  async (tx, { userId, sessionId }, organizationId) => {
    const row = await findMembership(tx, organizationId, userId);
    if (!row) {
      const grants = await grantsNow(ports, tx, organizationId, userId);
      if (grants.length === 0) return undefined;
      const permissions = seeded.guest;
      return { kind: 'guest', userId, sessionId, organizationId, permissions, grants } satisfies GuestActor;
    }
    const actor: PersonActor = {
      kind: 'person',
      userId,
      sessionId,
      organizationId,
      memberId: row.memberId,
      role: row.roleKey,
      permissions: permissionsOf(seeded, row),
      grants: [],
    };
    return actor;
  };

/** Work on behalf of a person has what that person may do now; the instance's own work has everything. */
export const createEnterAsJob =
  (seeded: Seeded, ports: Ports): Capabilities['enterAsJob'] =>
  async (tx, { organizationId, job, onBehalfOf }) => {
    const row = onBehalfOf ? await findMembership(tx, organizationId, onBehalfOf) : undefined;
    const grants = onBehalfOf && !row ? await grantsNow(ports, tx, organizationId, onBehalfOf) : [];
    const asGuest = grants.length > 0 ? seeded.guest : new Set<string>();
    const permissions = onBehalfOf ? (row ? permissionsOf(seeded, row) : asGuest) : seeded.owner;
    const actor: JobActor = { kind: 'job', job, onBehalfOf, organizationId, permissions, grants };
    return actor;
  };
