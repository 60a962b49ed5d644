import * as notifications from '@promptvault/contract/account/notifications/routes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import * as contract from '@promptvault/contract/vault/reviews/routes';
import { emptyDocument } from '@promptvault/document';
import { type Caller, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const documentOf = (text: string) => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions' as const, role: null, text }],
});

const commit = async (promptId: string, branch: string, expectedParent: number, text: string) => {
  const params = { promptId, branch };
  const body = { expectedParent, message: '', document: documentOf(text) };
  const answer = await house.as('editor').call(prompts.commitVersion, { params, body });
  expect(answer.status).toBe(201);
};

let made = 0;
/** A published prompt of the editor's with a branch that is one version ahead. */
async function makePrompt(visibility = 'organization'): Promise<string> {
  made += 1;
  const body = { title: `Prompt ${made}`, visibility, document: documentOf('One.\nTwo.\n'), commit: true };
  const { id, revision } = (await house.as('editor').call(prompts.createPrompt, { body })).body;
  const params = { promptId: id };
  await house.as('editor').call(prompts.publishPrompt, { params, revision, body: {} });
  await house.as('editor').call(prompts.createBranch, { params, body: { name: 'shorter', from: 1 } });
  await commit(id, 'shorter', 1, 'One.\nTwo, briefly.\n');
  return id;
}

const ask = (promptId: string, input: object = {}, caller: Caller = 'editor') =>
  house.as(caller).call(contract.createReview, {
    params: { promptId },
    body: { title: 'Shorter', source: 'shorter', ...input },
  });
const get = (caller: Caller, reviewId: string) =>
  house.as(caller).call(contract.getReview, { params: { reviewId } });
const decide = (caller: Caller, reviewId: string, verdict: string, version = 2) =>
  house.as(caller).call(contract.decideReview, { params: { reviewId }, body: { verdict, version } });
const merge = (caller: Caller, reviewId: string, input: object = {}) =>
  house.as(caller).call(contract.mergeReview, {
    params: { reviewId },
    body: { expectedFrom: 2, expectedInto: 1, ...input },
  });
const list = async (caller: Caller, query: Record<string, string> = {}) =>
  (await house.as(caller).call(contract.listReviews, { query })).body;

describe('reviews', () => {
  it('are asked for, approved and merged, and tell what stands in the way until then', async () => {
    const promptId = await makePrompt();
    const { admin } = house.people;
    const asked = await ask(promptId, { reviewers: [admin.userId, admin.userId] });
    expect(asked.status).toBe(201);
    const { id } = asked.body;
    expect(asked.body).toMatchObject({
      source: 'shorter',
      target: 'main',
      state: 'open',
      obstacles: ['approvals'],
      reviewers: [{ person: { name: 'Admin' }, isAsked: true, verdict: null }],
      may: { edit: true, merge: true },
    });
    expect((await merge('editor', id)).body).toMatchObject({ status: 409, code: 'review.not_ready' });
    expect((await decide('editor', id, 'approve')).body.code).toBe('review.own');
    expect((await decide('admin', id, 'request_changes')).body.obstacles).toEqual([
      'changes_requested',
      'approvals',
    ]);
    expect((await decide('admin', id, 'approve')).body.obstacles).toEqual([]);
    expect((await merge('viewer', id)).body.code).toBe('auth.forbidden');
    expect((await merge('editor', id, { expectedInto: 9 })).body.code).toBe('prompt.merge_stale');
    const merged = await merge('editor', id);
    expect(merged.body).toMatchObject({ state: 'merged', mergedVersion: 3, endedBy: { name: 'Editor' } });
    await commit(promptId, 'main', 3, 'Another.\n');
    await commit(promptId, 'shorter', 2, 'And another.\n');
    expect((await get('viewer', id)).body).toMatchObject({ sourceVersion: 2, targetVersion: 1 });
    expect((await merge('editor', id)).body.code).toBe('review.over');
    const versions = (await house.as('viewer').call(prompts.listVersions, { params: { promptId } })).body
      .items;
    expect(versions).toContainEqual(expect.objectContaining({ number: 3, branch: 'main' }));
  });

  it('lose approvals to a new version, and keep wishes for changes', async () => {
    const promptId = await makePrompt();
    const { id } = (await ask(promptId)).body;
    await decide('admin', id, 'approve');
    await decide('owner', id, 'request_changes');
    await commit(promptId, 'shorter', 2, 'One.\nTwo, very briefly.\n');
    await vi.waitFor(
      async () => expect((await get('editor', id)).body).toMatchObject({ approvals: 0, changesRequested: 1 }),
      { timeout: 5_000, interval: 20 },
    );
    expect((await decide('admin', id, 'approve')).body).toMatchObject({
      code: 'review.moved',
      params: { version: 3 },
    });
    expect((await decide('admin', id, 'approve', 3)).body.approvals).toBe(1);
  });

  it('are refused with a reason and the place', async () => {
    const promptId = await makePrompt();
    const refused = async (input: object) => (await ask(promptId, input)).body.code;
    expect(await refused({ source: 'nowhere' })).toBe('review.branch_unknown');
    expect(await refused({ target: 'shorter' })).toBe('review.same_branch');
    expect(await refused({ reviewers: [house.people.stranger.userId] })).toBe('review.reviewer_unknown');
    expect(await refused({ title: ' ' })).toBe('request.invalid');
    expect((await ask(promptId, {}, 'viewer')).body.code).toBe('auth.forbidden');
    expect((await ask(promptId, {}, 'stranger')).body.code).toBe('resource.not_found');
    const { id } = (await ask(promptId)).body;
    expect((await ask(promptId)).body).toMatchObject({ code: 'review.exists', params: { reviewId: id } });
    expect((await decide('viewer', id, 'approve')).body.code).toBe('auth.forbidden');
    expect((await get('stranger', id)).body.code).toBe('resource.not_found');
  });

  it('ask nobody who does not see the prompt', async () => {
    const { admin, viewer } = house.people;
    const hidden = await makePrompt('private');
    const refused = await ask(hidden, { reviewers: [admin.userId] });
    expect(refused.body).toMatchObject({ status: 422, code: 'review.reviewer_blind' });
    expect((await ask(await makePrompt(), { reviewers: [viewer.userId] })).status).toBe(201);
  });

  it('of a private prompt are there for nobody else', async () => {
    const promptId = await makePrompt('private');
    const { id } = (await ask(promptId)).body;
    for (const caller of ['owner', 'viewer', 'stranger'] as const) {
      expect((await get(caller, id)).body.code).toBe('resource.not_found');
      expect((await list(caller)).items.map(({ id: one }: { id: string }) => one)).not.toContain(id);
    }
  });

  it('are listed by what waits for one, and by what one asked for', async () => {
    const promptId = await makePrompt();
    const { id } = (await ask(promptId, { reviewers: [house.people.owner.userId] })).body;
    const ids = async (caller: Caller, query: Record<string, string>) =>
      (await list(caller, query)).items.map((one: { id: string }) => one.id);
    expect(await ids('owner', { scope: 'waiting' })).toEqual([id]);
    expect((await list('owner')).counts.waiting).toBe(1);
    expect(await ids('admin', { scope: 'waiting' })).toEqual([]);
    expect(await ids('editor', { scope: 'mine', prompt: promptId })).toEqual([id]);
    await decide('owner', id, 'approve');
    expect(await ids('owner', { scope: 'waiting' })).toEqual([]);
    expect(await ids('owner', { state: 'merged', prompt: promptId })).toEqual([]);
  });

  it('wait for nobody who does not see the prompt any more, or may not decide', async () => {
    const promptId = await makePrompt();
    const { admin, viewer } = house.people;
    await ask(promptId, { reviewers: [admin.userId, viewer.userId] });
    const waiting = async (caller: Caller) => (await list(caller, { scope: 'waiting' })).counts.waiting;
    expect(await waiting('admin')).toBe(1);
    expect(await waiting('viewer')).toBe(0);
    const params = { promptId };
    const { revision } = (await house.as('editor').call(prompts.getPrompt, { params })).body;
    const hide = { params, body: { visibility: 'private' }, revision };
    expect((await house.as('editor').call(prompts.updatePrompt, hide)).status).toBe(200);
    expect(await waiting('admin')).toBe(0);
  });

  it('tell reviewers when they are asked, and the author of the verdict at its very place', async () => {
    const { owner } = house.people;
    const unread = async (caller: Caller) =>
      (await house.as(caller).call(notifications.listNotices, { query: { unread: 'true' } })).body.items;
    for (const caller of ['owner', 'editor', 'admin'] as const)
      await house.as(caller).call(notifications.readAllNotices, { body: {} });
    const { id } = (await ask(await makePrompt(), { reviewers: [owner.userId] })).body;
    expect(await unread('owner')).toMatchObject([{ kind: 'review.requested', address: `/reviews/${id}` }]);
    expect(await unread('admin')).toEqual([]);
    const verdict = (await decide('owner', id, 'approve')).body.verdicts[0];
    expect(await unread('editor')).toMatchObject([
      {
        kind: 'review.decided',
        title: 'Owner approved Shorter',
        address: `/reviews/${id}?target=${verdict.id}`,
      },
    ]);
    const params = { reviewId: id };
    await house.as('owner').call(notifications.readAllNotices, { body: {} });
    await house.as('editor').call(contract.closeReview, { params });
    await house.as('editor').call(contract.reopenReview, { params });
    expect((await unread('owner')).map(({ kind }: { kind: string }) => kind)).toEqual([
      'review.requested',
      'review.ended',
    ]);
  });

  it('are drafts until they are not, closed, and opened again, by who asked', async () => {
    const promptId = await makePrompt();
    const { id } = (await ask(promptId, { draft: true })).body;
    const params = { reviewId: id };
    // The review notes the commits before it when it is told of them.
    await house.deliver();
    const { revision } = (await get('editor', id)).body;
    const update = (caller: Caller, body: object, at: number) =>
      house.as(caller).call(contract.updateReview, { params, body, revision: at });
    expect((await update('viewer', { title: 'Mine' }, revision)).body.code).toBe('auth.forbidden');
    const opened = (await update('editor', { draft: false, title: 'Short' }, revision)).body;
    expect(opened).toMatchObject({ state: 'open', title: 'Short' });
    expect((await update('editor', { title: 'Late' }, revision)).body.code).toBe('request.stale');
    expect((await house.as('editor').call(contract.closeReview, { params })).body.state).toBe('closed');
    expect((await decide('admin', id, 'approve')).body.code).toBe('review.over');
    expect((await house.as('editor').call(contract.reopenReview, { params })).body.state).toBe('open');
  });

  it('with conflicts are merged with resolutions alone', async () => {
    const promptId = await makePrompt();
    await commit(promptId, 'main', 1, 'One.\nTwo, at length.\n');
    const { id } = (await ask(promptId)).body;
    await decide('admin', id, 'approve');
    expect((await merge('editor', id, { expectedInto: 3 })).body.code).toBe('prompt.merge_conflicts');
    const resolutions = [{ path: 'sections/s1/text/0', choose: 'theirs' }];
    expect((await merge('editor', id, { expectedInto: 3, resolutions })).body.state).toBe('merged');
  });

  describe('under a rule of the organization', () => {
    const set = (caller: Caller, body: object, revision: number) =>
      house.as(caller).call(contract.setReviewRule, { body, revision });
    const usual = { requiredApprovals: 1, dismissOnCommit: true };
    const current = async () => (await house.as('viewer').call(contract.getReviewRule, {})).body;
    const change = async (body: object) => {
      const { revision } = await current();
      expect((await set('admin', { ...usual, ...body }, revision)).status).toBe(200);
    };
    afterEach(() => change({}));

    it('need as many approvals as it says', async () => {
      expect(await current()).toEqual({
        requiredApprovals: 1,
        ownApprovalCounts: false,
        requiredChecks: [],
        dismissOnCommit: true,
        revision: 0,
      });
      expect((await set('editor', usual, 0)).body.code).toBe('auth.forbidden');
      expect((await set('admin', { ...usual, requiredApprovals: 0 }, 0)).body).toMatchObject({
        requiredApprovals: 0,
        revision: 1,
      });
      expect((await set('admin', usual, 0)).body.code).toBe('request.stale');
      const bare = await house.as('admin').call(contract.setReviewRule, { body: usual });
      expect(bare.body.code).toBe('request.precondition_required');
      const { id } = (await ask(await makePrompt())).body;
      expect((await merge('editor', id)).body.state).toBe('merged');
    });

    it('may be approved by their author where it lets that count', async () => {
      await change({ ownApprovalCounts: true });
      const { id } = (await ask(await makePrompt())).body;
      expect((await decide('editor', id, 'approve')).body).toMatchObject({ approvals: 1, obstacles: [] });
      await change({});
      expect((await get('editor', id)).body).toMatchObject({ approvals: 0, obstacles: ['approvals'] });
    });

    it('wait for required checks of the newest version, and say which', async () => {
      await change({ requiredApprovals: 0, requiredChecks: ['suite:tone', 'ci:build', 'suite:tone'] });
      const promptId = await makePrompt();
      const { id } = (await ask(promptId)).body;
      const report = (name: string, status: string, number = 2, caller: Caller = 'admin') =>
        house.as(caller).call(prompts.reportVersionCheck, {
          params: { promptId, number: String(number), name },
          body: { status, summary: '9 of 10', url: 'https://ci.example.com/7' },
        });
      const seen = async () => (await get('editor', id)).body;
      expect(await seen()).toMatchObject({
        obstacles: ['checks_missing'],
        checks: [
          { name: 'suite:tone', isRequired: true, status: null, url: null },
          { name: 'ci:build', isRequired: true, status: null },
        ],
      });
      expect((await report('suite:tone', 'failed')).body).toMatchObject({
        status: 'failed',
        reportedBy: { name: 'Admin' },
      });
      await report('ci:build', 'pending');
      await report('lint', 'failed');
      expect((await merge('editor', id)).body).toMatchObject({
        code: 'review.not_ready',
        params: {
          reasons: [
            'required checks failed: suite:tone',
            'required checks have not passed for version 2: ci:build',
          ],
        },
      });
      await report('suite:tone', 'passed');
      await report('ci:build', 'passed');
      expect(await seen()).toMatchObject({
        obstacles: [],
        checks: [
          { name: 'suite:tone', status: 'passed', summary: '9 of 10', url: 'https://ci.example.com/7' },
          { name: 'ci:build', status: 'passed' },
          { name: 'lint', isRequired: false, status: 'failed' },
        ],
      });
      await commit(promptId, 'shorter', 2, 'One.\nTwo, very briefly.\n');
      expect((await seen()).obstacles).toEqual(['checks_missing']);
      expect((await merge('editor', id)).body.code).toBe('prompt.merge_stale');
      expect((await merge('editor', id, { expectedFrom: 3 })).body.code).toBe('review.not_ready');
      await report('suite:tone', 'passed', 3);
      await report('ci:build', 'passed', 3);
      expect((await merge('editor', id, { expectedFrom: 3 })).body.state).toBe('merged');
    });

    it('hear of checks from those alone who may report them, of versions that are there', async () => {
      const promptId = await makePrompt();
      const report = async (
        caller: Caller,
        input: { number?: string; name?: string; body?: object } = {},
      ) => {
        const { number = '2', name = 'ci:build', body = {} } = input;
        const params = { promptId, number, name };
        return (
          await house
            .as(caller)
            .call(prompts.reportVersionCheck, { params, body: { status: 'passed', ...body } })
        ).body.code;
      };
      expect(await report('owner')).toBeUndefined();
      expect(await report('editor')).toBe('auth.forbidden');
      expect(await report('viewer')).toBe('auth.forbidden');
      expect(await report('stranger')).toBe('resource.not_found');
      expect(await report('nobody')).toBe('auth.required');
      expect(await report('admin', { number: '9' })).toBe('prompt.version_unknown');
      expect(await report('admin', { name: 'No Name' })).toBe('request.invalid');
      expect(await report('admin', { body: { url: 'javascript:alert(1)' } })).toBe('request.invalid');
      expect(await report('admin', { body: { status: 'green' } })).toBe('request.invalid');
      for (let count = 1; count < 50; count++) await report('admin', { name: `ci:${count}` });
      expect(await report('admin', { name: 'ci:more' })).toBe('prompt.checks_full');
      expect(await report('admin', { body: { status: 'failed' } })).toBeUndefined();
    });
  });
});
