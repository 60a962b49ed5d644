import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { type Caller, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPrompt } from '../open.ts';
import { reportCheck } from './report-check.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const documentOf = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});

/** A published prompt of the editor with three versions; `production` at version 1. */
async function makePrompt(): Promise<string> {
  const editor = house.as('editor');
  const body = { title: 'Labelled', document: documentOf('one'), commit: true };
  const { id } = (await editor.call(contract.createPrompt, { body })).body;
  for (const [index, text] of ['two', 'three'].entries())
    await editor.call(contract.commitVersion, {
      params: { promptId: id, branch: 'main' },
      body: { expectedParent: index + 1, document: documentOf(text) },
    });
  await editor.call(contract.publishPrompt, { params: { promptId: id } });
  expect((await move(id, 1, 0)).status).toBe(200);
  return id;
}

const label = 'production';
const move = (promptId: string, version: number, revision: number, caller: Caller = 'editor') =>
  house.as(caller).call(contract.setLabel, {
    params: { promptId, label },
    body: { targets: [{ version }] },
    revision,
  });
const protect = (body: object, revision = 0, caller: Caller = 'owner') =>
  house.as(caller).call(contract.setLabelRule, { params: { label }, body, revision });
const ask = (promptId: string, version: number, revision: number, caller: Caller = 'editor') =>
  house.as(caller).call(contract.requestLabelMove, {
    params: { promptId, label },
    body: { targets: [{ version }], note: 'Please' },
    revision,
  });
const decide = (
  route: typeof contract.approveLabelMove | typeof contract.rejectLabelMove,
  requestId: string,
  caller: Caller,
) => house.as(caller).call(route, { params: { requestId }, body: {} });
const approve = (requestId: string, caller: Caller = 'owner') =>
  decide(contract.approveLabelMove, requestId, caller);
const labelOf = async (promptId: string) =>
  (await house.as('editor').call(contract.listLabels, { params: { promptId } })).body.items.find(
    ({ name }: { name: string }) => name === label,
  );
const rollBack = (promptId: string, revision: number, caller: Caller = 'editor', body: object = {}) =>
  house.as(caller).call(contract.rollBackLabel, { params: { promptId, label }, body, revision });
const movesOf = async (promptId: string) =>
  (await house.as('viewer').call(contract.listLabelMoves, { params: { promptId, label } })).body.items;

/** Each test protects the label anew. */
afterEach(async () => {
  const { items } = (await house.as('owner').call(contract.listLabelRules)).body;
  for (const rule of items)
    await house.as('owner').call(contract.removeLabelRule, {
      params: { label: rule.label },
      revision: rule.revision,
    });
});

describe('a protected label', () => {
  it('moves once another member with the permission approves', async () => {
    const promptId = await makePrompt();
    await protect({ approvals: 1 });
    const refused = await move(promptId, 2, 1, 'owner');
    expect([refused.status, refused.body.code]).toEqual([409, 'prompt.label_protected']);
    const remove = { params: { promptId, label }, revision: 1 };
    expect((await house.as('owner').call(contract.deleteLabel, remove)).body.code).toBe(
      'prompt.label_protected',
    );
    expect(await labelOf(promptId)).toMatchObject({ protection: { approvals: 1, checks: [] }, revision: 1 });

    const asked = await ask(promptId, 2, 1);
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({
      status: 'pending',
      label,
      before: [{ version: 1 }],
      after: [{ version: 2 }],
      note: 'Please',
      needed: 1,
      proposedBy: { name: 'Editor' },
      may: { approve: false, cancel: true },
    });
    expect((await approve(asked.body.id, 'editor')).body.code).toBe('auth.forbidden');
    expect((await approve(asked.body.id, 'viewer')).body.code).toBe('auth.forbidden');
    expect((await approve(asked.body.id, 'stranger')).status).toBe(404);
    expect((await labelOf(promptId)).targets).toEqual([{ version: 1, weight: 1 }]);

    const pending = { query: { status: 'pending', prompt: promptId } };
    expect((await house.as('admin').call(contract.listLabelRequests, pending)).body.items).toMatchObject([
      { id: asked.body.id, promptTitle: 'Labelled', may: { approve: true, cancel: false } },
    ]);
    const done = await approve(asked.body.id);
    expect(done.body).toMatchObject({
      status: 'moved',
      closedBy: { name: 'Owner' },
      votes: [{ person: { name: 'Owner' }, approves: true }],
    });
    expect(await labelOf(promptId)).toMatchObject({
      targets: [{ version: 2 }],
      revision: 2,
      movedBy: { name: 'Owner' },
    });
    expect(await movesOf(promptId)).toMatchObject([
      { before: [{ version: 1 }], after: [{ version: 2 }], requestId: asked.body.id },
      { before: [], after: [{ version: 1 }], requestId: null },
    ]);
    const again = await approve(asked.body.id);
    expect([again.body.code, again.body.params]).toEqual([
      'prompt.label_request_closed',
      { status: 'moved' },
    ]);
    expect((await house.as('owner').call(contract.listLabelRequests, pending)).body.items).toEqual([]);
  });

  it('is never approved by who asked, and by as many as the rule says', async () => {
    const promptId = await makePrompt();
    await protect({ approvals: 2 });
    const own = await ask(promptId, 2, 1, 'owner');
    expect((await approve(own.body.id, 'owner')).body.code).toBe('prompt.label_own_request');
    expect((await approve(own.body.id, 'admin')).body).toMatchObject({ status: 'pending', needed: 2 });
    expect((await approve(own.body.id, 'admin')).body).toMatchObject({
      status: 'pending',
      votes: [{ person: { name: 'Admin' } }],
    });
    const asked = await ask(promptId, 3, 1);
    await Promise.all([approve(asked.body.id, 'owner'), approve(asked.body.id, 'admin')]);
    expect((await labelOf(promptId)).targets).toEqual([{ version: 3, weight: 1 }]);
    const params = { params: { requestId: own.body.id } };
    expect((await house.as('viewer').call(contract.getLabelRequest, params)).body.status).toBe('stale');
  });

  it('leaves the other requests stale when it moves, however they race', async () => {
    const promptId = await makePrompt();
    await protect({ approvals: 1 });
    const asked = await Promise.all([2, 3, 2, 3].map((version) => ask(promptId, version, 1)));
    const decided = await Promise.all(
      asked.map(({ body }, index) => approve(body.id, index % 2 ? 'admin' : 'owner')),
    );
    expect(decided.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(decided.filter(({ body }) => body.code === 'prompt.label_request_closed')).toHaveLength(3);
    expect(await movesOf(promptId)).toHaveLength(2);
    expect((await ask(promptId, 2, 1)).body.code).toBe('request.stale');
  });

  it('can be rejected, and taken back by who asked alone', async () => {
    const promptId = await makePrompt();
    await protect({ approvals: 1 });
    const cancel = (requestId: string, caller: Caller) =>
      house.as(caller).call(contract.cancelLabelRequest, { params: { requestId } });
    const first = await ask(promptId, 2, 1);
    expect((await decide(contract.rejectLabelMove, first.body.id, 'admin')).body).toMatchObject({
      status: 'rejected',
      votes: [{ approves: false }],
    });
    expect((await approve(first.body.id)).body.code).toBe('prompt.label_request_closed');
    const second = await ask(promptId, 2, 1);
    expect((await cancel(second.body.id, 'owner')).body.code).toBe('auth.forbidden');
    expect((await cancel(second.body.id, 'editor')).body.status).toBe('canceled');
    expect((await labelOf(promptId)).revision).toBe(1);
  });

  it('is made by approval too, once when two ask for it', async () => {
    const promptId = await makePrompt();
    const remove = { params: { promptId, label }, revision: 1 };
    await house.as('editor').call(contract.deleteLabel, remove);
    await protect({ approvals: 1 });
    const [one, other] = await Promise.all([ask(promptId, 1, 0), ask(promptId, 2, 0)]);
    const made = await Promise.all([approve(one.body.id, 'owner'), approve(other.body.id, 'admin')]);
    expect(made.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await labelOf(promptId)).revision).toBe(1);
  });

  it('waits for its checks', async () => {
    const promptId = await makePrompt();
    await protect({ approvals: 0, checks: ['suite:tone'] });
    const direct = await move(promptId, 2, 1);
    expect([direct.status, direct.body.code]).toEqual([409, 'prompt.label_checks_missing']);
    expect(direct.body.params.missing).toEqual([{ version: 2, check: 'suite:tone' }]);
    const report = (status: 'passed' | 'failed') =>
      house.within('editor', async (ctx) => {
        const prompt = await openPrompt(ctx, { promptId }, 'prompt.read');
        await reportCheck(ctx, prompt, { version: 2, name: 'suite:tone', status, summary: '9 of 10' });
      });
    await report('failed');
    expect((await move(promptId, 2, 1)).body.code).toBe('prompt.label_checks_missing');
    await protect({ approvals: 1, checks: ['suite:tone'] }, 1);
    const asked = await ask(promptId, 2, 1);
    expect(asked.body.missingChecks).toEqual([{ version: 2, check: 'suite:tone' }]);
    expect((await approve(asked.body.id)).body.code).toBe('prompt.label_checks_missing');
    await report('passed');
    const checks = { params: { promptId, number: '2' } };
    expect((await house.as('viewer').call(contract.listVersionChecks, checks)).body.items).toMatchObject([
      { name: 'suite:tone', status: 'passed', summary: '9 of 10' },
    ]);
    expect((await approve(asked.body.id)).body.status).toBe('moved');
  });
});

describe('rollBackLabel', () => {
  it('points it back at what stood before, or at any earlier move', async () => {
    const promptId = await makePrompt();
    expect((await rollBack(promptId, 1)).body.code).toBe('prompt.label_never_moved');
    await move(promptId, 2, 1);
    await move(promptId, 3, 2);
    expect((await rollBack(promptId, 3)).body).toMatchObject({ targets: [{ version: 2 }], revision: 4 });
    const first = (await movesOf(promptId)).at(-1);
    expect((await rollBack(promptId, 4, 'editor', { moveId: first.id })).body.targets).toEqual([
      { version: 1, weight: 1 },
    ]);
    expect((await rollBack(promptId, 4)).body.code).toBe('request.stale');
    expect((await rollBack(promptId, 5, 'editor', { moveId: 'nowhere' })).status).toBe(404);
    expect((await rollBack(promptId, 5, 'viewer')).body.code).toBe('auth.forbidden');
  });

  it('is for who may approve when the label is protected', async () => {
    const promptId = await makePrompt();
    await move(promptId, 2, 1);
    await protect({ approvals: 2 });
    expect((await rollBack(promptId, 2, 'editor')).body.code).toBe('prompt.label_protected');
    expect((await rollBack(promptId, 2, 'admin')).body.targets).toEqual([{ version: 1, weight: 1 }]);
  });

  it('happens once when many want it', async () => {
    const promptId = await makePrompt();
    await move(promptId, 2, 1);
    const all = await Promise.all(Array.from({ length: 6 }, () => rollBack(promptId, 2)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(all.filter(({ body }) => body.code === 'request.stale')).toHaveLength(5);
  });
});

describe('the rules of labels', () => {
  it('are set and removed by administrators, one after another', async () => {
    expect((await protect({ approvals: 1 }, 0, 'editor')).body.code).toBe('auth.forbidden');
    expect((await protect({ approvals: 1 })).body).toMatchObject({ label, approvals: 1, revision: 1 });
    expect((await protect({ approvals: 2 })).body.code).toBe('request.stale');
    expect((await protect({ approvals: 2 }, 1)).body).toMatchObject({ approvals: 2, revision: 2 });
    expect((await protect({ approvals: 11 }, 2)).body.code).toBe('request.invalid');
    const list = await house.as('viewer').call(contract.listLabelRules);
    expect(list.body.items).toMatchObject([{ label, approvals: 2, changedBy: { name: 'Owner' } }]);
    expect((await house.as('stranger').call(contract.listLabelRules)).body.items).toEqual([]);
  });

  it.each(['3', 'latest', '../x', 'A'])('refuse the label %s', async (name) => {
    const promptId = await makePrompt();
    const rule = await house
      .as('owner')
      .call(contract.setLabelRule, { params: { label: name }, body: {}, revision: 0 });
    const asked = await house.as('editor').call(contract.requestLabelMove, {
      params: { promptId, label: name },
      body: { targets: [{ version: 1 }] },
      revision: 0,
    });
    for (const { status, body } of [rule, asked]) {
      expect(status).toBe(422);
      expect(['request.invalid', 'prompt.label_reserved']).toContain(body.code);
    }
  });

  it('ask only for what is protected and known', async () => {
    const promptId = await makePrompt();
    expect((await ask(promptId, 2, 1)).body.code).toBe('prompt.label_unprotected');
    await protect({ approvals: 1 });
    expect((await ask(promptId, 99, 1)).body.code).toBe('prompt.version_unknown');
    expect((await ask(promptId, 2, 1, 'viewer')).body.code).toBe('auth.forbidden');
  });
});
