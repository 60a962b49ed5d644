import * as contract from '@promptvault/contract/account/organizations/routes';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const members = async () => (await house.as('owner').call(contract.listMembers)).body.items;
const memberNamed = async (name: string) =>
  (await members()).find((one: { person: { name: string } }) => one.person.name === name);

describe('members', () => {
  it('are listed with their names and roles for every role', async () => {
    for (const caller of ['owner', 'admin', 'editor', 'viewer'] as const) {
      const { status, body } = await house.as(caller).call(contract.listMembers);
      expect(status).toBe(200);
      expect(body.items.map((one: { role: string }) => one.role).sort()).toEqual([
        'admin',
        'editor',
        'owner',
        'viewer',
      ]);
    }
  });

  it('are changed by owners and admins alone', async () => {
    const viewer = await memberNamed('Viewer');
    const change = (caller: Parameters<TestHouse['as']>[0]) =>
      house.as(caller).call(contract.updateMember, {
        params: { memberId: viewer.id },
        body: { role: 'viewer' },
        revision: viewer.revision,
      });
    expect((await change('editor')).body.code).toBe('auth.forbidden');
    expect((await change('viewer')).body.code).toBe('auth.forbidden');
    expect((await change('stranger')).body.code).toBe('resource.not_found');
    expect((await change('nobody')).body.code).toBe('auth.required');
    expect((await change('admin')).status).toBe(200);
  });

  it('cannot be made owners by an admin, and the last owner stays', async () => {
    const [viewer, owner] = [await memberNamed('Viewer'), await memberNamed('Owner')];
    const up = await house.as('admin').call(contract.updateMember, {
      params: { memberId: viewer.id },
      body: { role: 'owner' },
      revision: viewer.revision,
    });
    expect(up.body.code).toBe('organization.role_too_high');
    const down = await house.as('owner').call(contract.updateMember, {
      params: { memberId: owner.id },
      body: { role: 'admin' },
      revision: owner.revision,
    });
    expect(down.body.code).toBe('organization.last_owner');
    const gone = await house
      .as('owner')
      .call(contract.removeMember, { params: { memberId: owner.id }, revision: owner.revision });
    expect(gone.body.code).toBe('organization.last_owner');
  });

  it('are changed once for one revision, and only with If-Match', async () => {
    const editor = await memberNamed('Editor');
    const params = { memberId: editor.id };
    const bare = await house.as('owner').call(contract.updateMember, { params, body: { role: 'editor' } });
    expect(bare.body.code).toBe('request.precondition_required');
    const both = await Promise.all(
      [1, 2].map(() =>
        house
          .as('owner')
          .call(contract.updateMember, { params, body: { role: 'editor' }, revision: editor.revision }),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual([200, 412]);
  });

  it('who were removed are out with their next request, and may come back by invitation', async () => {
    const viewer = await memberNamed('Viewer');
    const removed = await house
      .as('owner')
      .call(contract.removeMember, { params: { memberId: viewer.id }, revision: viewer.revision });
    expect(removed.status).toBe(204);
    expect((await house.as('viewer').call(contract.getOrganization)).body.code).toBe('resource.not_found');
    const { body } = await house.as('owner').call(contract.createInvitation, { body: { role: 'viewer' } });
    const token = body.link.split('/').at(-1);
    expect((await house.as('viewer').call(contract.acceptInvitation, { params: { token } })).status).toBe(
      200,
    );
    expect((await house.as('viewer').call(contract.getOrganization)).body.role).toBe('viewer');
    expect(
      (await house.as('stranger').call(contract.acceptInvitation, { params: { token } })).body.code,
    ).toBe('invitation.not_valid');
  });
});
