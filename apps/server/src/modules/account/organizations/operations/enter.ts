import type { JobActor, PersonActor } from '../../../../foundation/context/actor.ts';
import type { Capabilities } from '../../../../foundation/http/capabilities.ts';
import type { ModuleManifest } from '../../../../foundation/module/define-module.ts';
import type { SeededRole } from '../policy.ts';
import { findMembership } from '../repository.ts';

/** What each seeded role may do, joined from the modules' manifests. */
export function permissionsByRole(
  modules: readonly ModuleManifest[],
): Record<SeededRole, ReadonlySet<string>> {
  const sets = {
    owner: new Set<string>(),
    admin: new Set<string>(),
    editor: new Set<string>(),
    viewer: new Set<string>(),
  };
  for (const { permissions = {} } of modules)
    for (const [name, { roles }] of Object.entries(permissions))
      for (const role of roles) sets[role].add(name);
  return sets;
}

type Seeded = ReturnType<typeof permissionsByRole>;

const permissionsOf = (seeded: Seeded, row: { roleKey: string; fixed: boolean; permissions: string[] }) =>
  row.fixed ? (seeded[row.roleKey as SeededRole] ?? new Set<string>()) : new Set(row.permissions);

/** Reads the membership in the request's own transaction: a removed member is out with the next request. */
export const createEnter =
  (seeded: Seeded): Capabilities['enter'] =>
  async (tx, { userId, sessionId }, organizationId) => {
    const row = await findMembership(tx, organizationId, userId);
    if (!row) return undefined;
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
  (seeded: Seeded): Capabilities['enterAsJob'] =>
  async (tx, { organizationId, job, onBehalfOf }) => {
    const row = onBehalfOf ? await findMembership(tx, organizationId, onBehalfOf) : undefined;
    const permissions = onBehalfOf ? (row ? permissionsOf(seeded, row) : new Set<string>()) : seeded.owner;
    const actor: JobActor = { kind: 'job', job, onBehalfOf, organizationId, permissions, grants: [] };
    return actor;
  };
