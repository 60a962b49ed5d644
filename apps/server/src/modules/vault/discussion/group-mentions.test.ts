import * as notifications from '@promptvault/contract/account/notifications/routes';
import * as contract from '@promptvault/contract/vault/discussion/routes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import * as reviews from '@promptvault/contract/vault/reviews/routes';
import { emptyDocument } from '@promptvault/document';
import { type Caller, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSubject } from './open.ts';
import { readMentions } from './operations/mentions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const insiders = ['owner', 'admin', 'editor', 'viewer'] as const;
beforeEach(async () => {
  for (const caller of insiders) await house.as(caller).call(notifications.readAllNotices, { body: {} });
});

/** A prompt of the editor's; `null` for one that was never published. */
async function makePrompt(visibility: 'organization' | 'private' | null = 'organization'): Promise<string> {
  const body = {
    title: 'House voice',
    visibility: visibility ?? 'organization',
    document: emptyDocument(),
    commit: true,
  };
  const { id } = (await house.as('editor').call(prompts.createPrompt, { body })).body;
  if (visibility) await house.as('editor').call(prompts.publishPrompt, { params: { promptId: id } });
  return id;
}
const group = (name: string) => `@[anything](group:${name})`;
const say = (caller: Caller, promptId: string, body: string) =>
  house.as(caller).call(contract.createThread, { body: { subject: { kind: 'prompt', id: promptId }, body } });
/** The kinds of the unread notices of each. */
async function told(): Promise<Record<string, string[]>> {
  const heard: Record<string, string[]> = {};
  for (const caller of [...insiders, 'stranger'] as const) {
    const { items } = (await house.as(caller).call(notifications.listNotices, { query: { unread: 'true' } }))
      .body;
    heard[caller] = items.map(({ kind }: { kind: string }) => kind);
  }
  return heard;
}
const nobody = { owner: [], admin: [], editor: [], viewer: [], stranger: [] };
const mention = ['comment.mention'];

describe('the mention of a group', () => {
  it('tells each of it once, and neither who wrote nor anybody outside', async () => {
    const promptId = await makePrompt();
    const { admin } = house.people;
    const text = `Look ${group('everyone')} ${group('admins')} @[Admin](person:${admin.userId})`;
    const { status, body } = await say('viewer', promptId, text);
    expect(status).toBe(201);
    expect(body.comments[0].body).toBe(
      `Look @[everyone](group:everyone) @[admins](group:admins) @[Admin](person:${admin.userId})`,
    );
    expect(await told()).toEqual({ ...nobody, owner: mention, admin: mention, editor: mention });
    const { items } = (await house.as('owner').call(notifications.listNotices, { query: { unread: 'true' } }))
      .body;
    expect(items[0].body).toBe('Look @everyone @admins @Admin');
  });

  it('of a role tells that role alone', async () => {
    await say('admin', await makePrompt(), group('viewers'));
    expect(await told()).toEqual({ ...nobody, viewer: mention, editor: ['comment.added'] });
  });

  it('tells nobody who does not see the prompt', async () => {
    const hidden = await makePrompt('private');
    expect((await say('editor', hidden, group('everyone'))).status).toBe(201);
    expect(await told()).toEqual(nobody);
    const refused = await say('editor', hidden, group('admins'));
    expect([refused.status, refused.body.code]).toEqual([422, 'comment.group_unknown']);
    const fresh = await makePrompt(null);
    await say('editor', fresh, group('everyone'));
    expect(await told()).toEqual({ ...nobody, owner: mention, admin: mention });
  });

  it('is not shown any more once access is gone', async () => {
    const promptId = await makePrompt();
    await say('editor', promptId, group('viewers'));
    expect((await told()).viewer).toEqual(mention);
    const params = { promptId };
    const { revision } = (await house.as('editor').call(prompts.getPrompt, { params })).body;
    const hide = { params, body: { visibility: 'private' }, revision };
    expect((await house.as('editor').call(prompts.updatePrompt, hide)).status).toBe(200);
    expect((await told()).viewer).toEqual([]);
  });

  it('is refused for a group that is not there, and by who may not comment', async () => {
    const promptId = await makePrompt();
    expect((await say('viewer', promptId, group('guests'))).body.code).toBe('comment.group_unknown');
    expect((await say('stranger', promptId, group('everyone'))).body.code).toBe('resource.not_found');
    expect(await told()).toEqual(nobody);
  });

  it('is refused when it would tell more than a hundred', async () => {
    const id = await makePrompt();
    const text = group('viewers');
    const code = house
      .within('editor', async (ctx) => {
        await ctx.tx.execute(
          `insert into member (organization_id, id, user_id, role_key, joined_at)
           select '${ctx.organizationId}', gen_random_uuid(), gen_random_uuid(), 'viewer', now()
           from generate_series(1, 100)`,
        );
        const thing = await openSubject(ctx, { subject: { kind: 'prompt', id } }, 'comment.write');
        await readMentions(ctx, thing, text);
      })
      .then(
        () => 'told',
        (error: { code: string; params: object }) => [error.code, error.params],
      );
    expect(await code).toEqual(['comment.group_too_large', { group: 'viewers', count: 101, most: 100 }]);
  });

  it('is completed with those who see the thing, for those who see it', async () => {
    const promptId = await makePrompt();
    const find = (caller: Caller, q: string, subject = promptId) =>
      house.as(caller).call(contract.findMentions, { query: { q, kind: 'prompt', subject } });
    expect((await find('viewer', '')).body.groups).toEqual([
      { name: 'everyone', count: 4 },
      { name: 'owners', count: 1 },
      { name: 'admins', count: 1 },
      { name: 'editors', count: 1 },
      { name: 'viewers', count: 1 },
    ]);
    expect((await find('viewer', 'Ad')).body).toMatchObject({
      items: [{ name: 'Admin' }],
      groups: [{ name: 'admins' }],
    });
    const hidden = await makePrompt('private');
    expect((await find('editor', '', hidden)).body.items).toEqual([
      { id: house.people.editor.userId, name: 'Editor' },
    ]);
    expect((await find('editor', '', hidden)).body.groups).toEqual([
      { name: 'everyone', count: 1 },
      { name: 'editors', count: 1 },
    ]);
    expect((await find('admin', '', hidden)).body.code).toBe('resource.not_found');
    expect((await find('stranger', '')).body.code).toBe('resource.not_found');
  });
});

describe('a review', () => {
  it('has its reviewers as a group, in comments and in verdicts, which lead to the very verdict', async () => {
    const promptId = await makePrompt();
    const params = { promptId };
    await house.as('editor').call(prompts.createBranch, { params, body: { name: 'other', from: 1 } });
    const { owner, viewer } = house.people;
    const asked = { title: 'Look', source: 'other', reviewers: [owner.userId, viewer.userId] };
    const { id } = (await house.as('editor').call(reviews.createReview, { params, body: asked })).body;
    for (const caller of insiders) await house.as(caller).call(notifications.readAllNotices, { body: {} });
    const subject = { kind: 'review', id };
    await house.as('editor').call(contract.createThread, { body: { subject, body: group('reviewers') } });
    expect(await told()).toEqual({ ...nobody, owner: mention, viewer: mention });
    for (const caller of insiders) await house.as(caller).call(notifications.readAllNotices, { body: {} });
    const body = { verdict: 'comment', version: 1, body: `${group('reviewers')} ${group('editors')}` };
    const decide = (input: object) =>
      house.as('admin').call(reviews.decideReview, { params: { reviewId: id }, body: { ...body, ...input } });
    const said = (await decide({})).body.verdicts[0];
    expect(await told()).toEqual({
      ...nobody,
      owner: mention,
      viewer: mention,
      editor: ['review.decided'],
    });
    const { items } = (await house.as('owner').call(notifications.listNotices, { query: { unread: 'true' } }))
      .body;
    expect(items[0].address).toBe(`/reviews/${id}?target=${said.id}`);
    expect((await decide({ body: group('guests') })).body.code).toBe('comment.group_unknown');
  });
});
