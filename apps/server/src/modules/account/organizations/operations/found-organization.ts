import type { Actor } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import { MemberJoined, OrganizationCreated } from '../events.ts';
import { seededRoles } from '../policy.ts';
import { addMember, insertOrganization, insertRoles } from '../repository.ts';

export interface Founding {
  name: string;
  kind: 'personal' | 'team';
  founderId: string;
}

const titles = { owner: 'Owner', admin: 'Admin', editor: 'Editor', viewer: 'Viewer' };

/** A readable address part; the id's random tail keeps it unique without asking. */
function slugFor(name: string, id: string): string {
  const words = sortKey(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${words || 'organization'}-${id.slice(-6)}`;
}

/** Makes an organization with its seeded roles and its owner; the transaction's scope must be its id. */
export async function foundOrganization(
  ctx: Ctx<Actor>,
  { name, kind, founderId }: Founding,
): Promise<{ slug: string }> {
  const { tx, organizationId } = ctx;
  const now = ctx.clock.now();
  const slug = slugFor(name, organizationId);
  await insertOrganization(tx, {
    id: organizationId,
    name,
    slug,
    kind,
    personId: kind === 'personal' ? founderId : null,
    createdAt: now,
  });
  await insertRoles(
    tx,
    seededRoles.map((key) => ({
      organizationId,
      id: ctx.newId(),
      key,
      name: titles[key],
      fixed: true,
      permissions: [],
    })),
  );
  const memberId = ctx.newId();
  await addMember(tx, { organizationId, id: memberId, userId: founderId, roleKey: 'owner', joinedAt: now });
  await ctx.emit(OrganizationCreated, { kind: 'organization', id: organizationId }, { name });
  await ctx.emit(
    MemberJoined,
    { kind: 'member', id: memberId },
    { memberId, userId: founderId, role: 'owner' },
  );
  return { slug };
}
