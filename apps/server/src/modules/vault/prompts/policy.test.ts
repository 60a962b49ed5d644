import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant, Insider } from '../../../foundation/context/actor.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { createPrompts } from './operations/create-prompts.ts';
import { deletable, may, visible } from './policy.ts';
import { replaceCoEditors } from './repository/co-editors.ts';
import { changePrompt, findPromptRecords } from './repository/prompts.ts';
import { prompt } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const authors = ['owner', 'editor', 'viewer'] as const;
const visibilities = ['private', 'organization', 'public'] as const;

/** One prompt of every kind that the rules tell apart. */
async function makeAll(ctx: Ctx): Promise<string[]> {
  const organization = await openOrganization(ctx, {}, 'prompt.create');
  const kinds = authors.flatMap((author) =>
    visibilities.flatMap((visibility) =>
      [true, false].flatMap((published) =>
        [true, false].map((shared) => ({ author, visibility, published, shared })),
      ),
    ),
  );
  const ids = await createPrompts(
    ctx,
    organization,
    kinds.map(({ visibility }) => ({
      title: 'P',
      description: '',
      tags: [],
      visibility,
      commit: true,
      message: '',
    })),
  );
  for (const [index, { author, published, shared }] of kinds.entries()) {
    const id = ids[index] as string;
    const publishedAt = published ? ctx.clock.now() : null;
    await changePrompt(ctx, id, null, { authorId: house.people[author].userId, publishedAt });
    if (shared) await replaceCoEditors(ctx, id, [house.people.admin.userId], ctx.clock.now());
  }
  return ids;
}

const permissionNames = [
  'prompt.read',
  'prompt.create',
  'prompt.write',
  'prompt.publish',
  'prompt.delete',
  'prompt.read-any',
  'prompt.write-any',
];

describe('what one sees', () => {
  it('is the same for a row and as SQL, for any actor', async () => {
    await house.within('owner', async (ctx) => {
      const ids = await makeAll(ctx);
      const records = await findPromptRecords(ctx, null, ids);
      expect(records).toHaveLength(ids.length);
      const now = ctx.clock.now();
      const moments = [null, new Date(now.getTime() - 1), new Date(now.getTime() + 1000)];
      const grant: fc.Arbitrary<Grant> = fc.record({
        subject: fc.record({ kind: fc.constantFrom('prompt', 'run'), id: fc.constantFrom(...ids) }),
        permissions: fc.subarray(permissionNames),
        until: fc.constantFrom(...moments),
      });
      const person = fc.constantFrom(...Object.values(house.people).map(({ userId }) => userId), null);
      const actors = fc
        .record({
          person,
          permissions: fc.subarray(permissionNames),
          grants: fc.array(grant, { maxLength: 3 }),
        })
        .map(
          ({ person: onBehalfOf, permissions, grants }): Insider => ({
            kind: 'job',
            job: 'test',
            onBehalfOf,
            organizationId: ctx.organizationId,
            permissions: new Set(permissions),
            grants,
          }),
        );
      await fc.assert(
        fc.asyncProperty(actors, async (actor) => {
          const inPlace = eq(prompt.organizationId, ctx.organizationId);
          const select = async (where: ReturnType<typeof visible>) =>
            (await ctx.tx.select({ id: prompt.id }).from(prompt).where(and(inPlace, where)))
              .map(({ id }) => id)
              .sort();
          const judged = (permission: string) =>
            records
              .filter((row) => may(actor, row, permission, now))
              .map(({ id }) => id)
              .sort();
          expect(await select(visible(actor, now))).toEqual(judged('prompt.read'));
          expect(await select(deletable(actor, now))).toEqual(judged('prompt.delete'));
        }),
        { numRuns: 150 },
      );
    });
  });
});

const actorOf = (role: 'owner' | 'admin' | 'editor' | 'viewer') =>
  house.within(role, async (ctx) => ctx.actor);

describe('the matrix', () => {
  const row = (change: object = {}) => ({
    id: 'p',
    authorId: house.people.editor.userId,
    coEditorIds: [] as string[],
    visibility: 'organization' as const,
    publishedAt: null as Date | null,
    ...change,
  });
  const now = new Date();
  const all = ['prompt.read', 'prompt.write', 'prompt.publish', 'prompt.delete'];
  const allowed = async (role: Parameters<typeof actorOf>[0], change: object = {}) => {
    const actor = await actorOf(role);
    return all.filter((permission) => may(actor, row(change), permission, now)).map((one) => one.slice(7));
  };
  const everything = ['read', 'write', 'publish', 'delete'];

  it('gives an author everything, whatever the state', async () => {
    expect(await allowed('editor')).toEqual(everything);
    expect(await allowed('editor', { visibility: 'private' })).toEqual(everything);
  });

  it('gives owners and admins everything but private prompts', async () => {
    for (const role of ['owner', 'admin'] as const) {
      expect(await allowed(role)).toEqual(everything);
      expect(await allowed(role, { visibility: 'private' })).toEqual([]);
    }
  });

  it('shows other editors and viewers what is published, to read', async () => {
    const byOwner = { authorId: house.people.owner.userId };
    expect(await allowed('editor', byOwner)).toEqual([]);
    expect(await allowed('editor', { ...byOwner, publishedAt: now })).toEqual(['read']);
    expect(await allowed('viewer')).toEqual([]);
    expect(await allowed('viewer', { publishedAt: now })).toEqual(['read']);
  });

  it('lets a co-editor read and write, a viewer as co-editor only read', async () => {
    const shared = { authorId: house.people.owner.userId, visibility: 'private' };
    expect(await allowed('editor', { ...shared, coEditorIds: [house.people.editor.userId] })).toEqual([
      'read',
      'write',
    ]);
    expect(await allowed('viewer', { ...shared, coEditorIds: [house.people.viewer.userId] })).toEqual([
      'read',
    ]);
  });
});
