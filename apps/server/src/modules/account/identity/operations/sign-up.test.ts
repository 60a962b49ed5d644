import {
  getEntrance,
  getMe,
  listSessions,
  signIn,
  signUp,
} from '@promptvault/contract/account/identity/routes';
import {
  acceptInvitation,
  createInvitation,
  listMyOrganizations,
} from '@promptvault/contract/account/organizations/routes';
import { housePassword, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { event } from '../../record/schema.ts';
import { authAccount, authUser, instanceClaim } from '../schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const db = () => house.application.services.db.identity;
const password = housePassword;
const mail = (name: string) => `${name}-${house.organizationId.slice(-6)}@example.com`;
const longAgo = new Date(Date.now() - 10 * 60_000);
const nobody = () => house.as('nobody');
const cookieOf = (answer: { headers: Headers }) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

describe('signing up', () => {
  it('for the first time, two at once, makes one of them the operator and judges the other by the policy', async () => {
    await db().delete(instanceClaim);
    const answers = await Promise.all(
      ['ada', 'mary'].map((name) => nobody().call(signUp, { body: { name, email: mail(name), password } })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers.filter(({ body }) => body.operator)).toHaveLength(1);
  });

  it('for the first time with an invitation that is not valid leaves the instance to be claimed', async () => {
    await db().delete(instanceClaim);
    const body = { name: 'Eve', email: mail('eve'), password };
    const refused = await nobody().call(signUp, { body: { ...body, invitation: 'never-given' } });
    expect(refused.body.code).toBe('invitation.not_valid');
    expect((await nobody().call(getEntrance)).body.claimed).toBe(false);
    const again = await nobody().call(signUp, { body });
    expect([again.status, again.body.operator]).toEqual([201, true]);
  });

  it('is told in the log of the organization it founds as the act of the person', async () => {
    const { body: person, headers } = await nobody().call(signUp, {
      body: { name: 'Kay', email: mail('kay'), password },
    });
    const cookie = cookieOf({ headers });
    const { body } = await nobody().send('GET', listMyOrganizations.path, null, { cookie });
    const organizationId = body.items[0].organizationId;
    const told = await house.application.services.db.tenant({ organizationId, userId: person.id }, (tx) =>
      tx.select({ type: event.type, actor: event.actor, person: event.actorPerson }).from(event),
    );
    expect(told.length).toBeGreaterThan(1);
    expect(new Set(told.map(({ actor }) => actor))).toEqual(new Set([`person:${person.id}`]));
    expect(new Set(told.map((one) => one.person))).toEqual(new Set([person.id]));
  });

  it('is finished later when it died after its account was made', async () => {
    const { email, cookie } = house.people.owner;
    await db().delete(instanceClaim);
    await db().insert(instanceClaim).values({ id: 1, email, claimedAt: longAgo });
    expect((await nobody().call(getEntrance)).body.claimed).toBe(true);
    const me = await house.as('nobody').send('GET', getMe.path, null, { cookie });
    expect(me.body.operator).toBe(true);
  });

  it('can be repeated when it died before its account could be used', async () => {
    const email = mail('half');
    await db().delete(instanceClaim);
    await db().insert(instanceClaim).values({ id: 1, email, claimedAt: longAgo });
    const id = house.application.host.ports.newId();
    await db()
      .insert(authUser)
      .values({ id, name: 'Half', email, emailVerified: false, createdAt: longAgo, updatedAt: longAgo });
    expect((await nobody().call(getEntrance)).body.claimed).toBe(false);
    const again = await nobody().call(signUp, { body: { name: 'Half', email, password } });
    expect([again.status, again.body.operator]).toEqual([201, true]);
    expect((await nobody().call(signIn, { body: { email, password } })).status).toBe(200);
  });

  it('does not take an address whose account is in use', async () => {
    const { email } = house.people.editor;
    const answer = await nobody().call(signUp, {
      body: { name: 'Other', email, password: 'another password' },
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'identity.email_taken']);
    const [user] = await db().select().from(authUser).where(eq(authUser.email, email));
    const accounts = await db()
      .select()
      .from(authAccount)
      .where(eq(authAccount.userId, user?.id ?? ''));
    expect(accounts).toHaveLength(1);
  });

  it('writes down the address the request came from, not the one a header claims', async () => {
    const { email } = house.people.viewer;
    const forged = { 'x-forwarded-for': '203.0.113.9' };
    const signedIn = await nobody().call(signIn, { body: { email, password }, headers: forged });
    const sessions = await nobody().call(listSessions, { headers: { cookie: cookieOf(signedIn) } });
    expect(JSON.stringify(sessions.body)).not.toContain('203.0.113.9');
  });
});

describe('signing up where only the invited may', () => {
  it('with one invitation, two at once, makes one account', async () => {
    const closed = await openTestHouse();
    try {
      (closed.application.services.environment as { signUp: unknown }).signUp = { kind: 'invited' };
      const { body } = await closed.as('owner').call(createInvitation, { body: { role: 'viewer' } });
      const invitation = String(body.link).split('/').at(-1) ?? '';
      const people = ['one', 'two'].map((name) => ({ name, email: `${name}@closed.example`, password }));
      const answers = await Promise.all(
        people.map((person) => closed.as('nobody').call(signUp, { body: { ...person, invitation } })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
      const doors = await Promise.all(
        people.map(({ email }) => closed.as('nobody').call(signIn, { body: { email, password } })),
      );
      expect(doors.map(({ status }) => status).sort()).toEqual([200, 401]);
      const late = await closed.as('stranger').call(acceptInvitation, { params: { token: invitation } });
      expect(late.body.code).toBe('invitation.not_valid');
    } finally {
      await closed.close();
    }
  });
});
