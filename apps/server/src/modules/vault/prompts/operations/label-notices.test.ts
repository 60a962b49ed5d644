import * as notifications from '@promptvault/contract/account/notifications/routes';
import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument } from '@promptvault/document';
import { type Caller, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let house: TestHouse;
const label = 'production';
beforeAll(async () => {
  house = await openTestHouse();
  await house
    .as('owner')
    .call(contract.setLabelRule, { params: { label }, body: { approvals: 2 }, revision: 0 });
});
afterAll(() => house.close());
beforeEach(async () => {
  for (const caller of ['owner', 'admin', 'editor', 'viewer'] as const)
    await house.as(caller).call(notifications.readAllNotices, { body: {} });
});

/** A published prompt of the editor with a version and no label. */
async function makePrompt(visibility = 'organization'): Promise<string> {
  const body = { title: 'Labelled', visibility, document: emptyDocument(), commit: true };
  const { id } = (await house.as('editor').call(contract.createPrompt, { body })).body;
  await house.as('editor').call(contract.publishPrompt, { params: { promptId: id } });
  return id;
}
const ask = async (promptId: string, caller: Caller = 'editor') =>
  (
    await house.as(caller).call(contract.requestLabelMove, {
      params: { promptId, label },
      body: { targets: [{ version: 1 }] },
      revision: 0,
    })
  ).body.id as string;
const approve = (caller: Caller, requestId: string) =>
  house.as(caller).call(contract.approveLabelMove, { params: { requestId }, body: {} });
const reject = (caller: Caller, requestId: string) =>
  house.as(caller).call(contract.rejectLabelMove, { params: { requestId }, body: {} });
const unread = async (caller: Caller) =>
  (await house.as(caller).call(notifications.listNotices, { query: { unread: 'true' } })).body.items.map(
    ({ kind, title, address }: { kind: string; title: string; address: string }) => ({
      kind,
      title,
      address,
    }),
  );
const waiting = async (caller: Caller) =>
  (await house.as(caller).call(contract.listLabelRequests, { query: { scope: 'waiting' } })).body.items.map(
    ({ id }: { id: string }) => id,
  );

describe('a move of a protected label', () => {
  it('is told to those who may approve it, once, and to nobody else', async () => {
    const promptId = await makePrompt();
    const id = await ask(promptId);
    const told = {
      kind: 'label.requested',
      title: 'Editor asks you to approve a move of production of Labelled',
      address: `/prompts/${promptId}?tab=labels&target=${id}`,
    };
    expect(await unread('owner')).toEqual([told]);
    expect(await unread('admin')).toEqual([told]);
    for (const caller of ['editor', 'viewer', 'stranger'] as const) expect(await unread(caller)).toEqual([]);
  });

  it('is not told to who asked, though they may approve others', async () => {
    await ask(await makePrompt(), 'owner');
    expect(await unread('owner')).toEqual([]);
    expect(await unread('admin')).toHaveLength(1);
  });

  it('of a private prompt is shown to no approver, nor once access is gone', async () => {
    await ask(await makePrompt('private'));
    expect(await unread('owner')).toEqual([]);
    const promptId = await makePrompt();
    await ask(promptId);
    expect(await unread('admin')).toHaveLength(1);
    const { body } = await house.as('editor').call(contract.getPrompt, { params: { promptId } });
    await house.as('editor').call(contract.updatePrompt, {
      params: { promptId },
      body: { visibility: 'private' },
      revision: body.revision,
    });
    expect(await unread('admin')).toEqual([]);
    expect(await waiting('admin')).not.toContain(promptId);
  });

  it('tells who asked what becomes of it', async () => {
    const promptId = await makePrompt();
    const id = await ask(promptId);
    await approve('owner', id);
    expect(await unread('editor')).toMatchObject([
      {
        kind: 'label.decided',
        title: 'Your move of production of Labelled was approved, more approvals are needed',
      },
    ]);
    await approve('admin', id);
    expect(await unread('editor')).toMatchObject([
      { title: 'Your move of production of Labelled was approved: the label has moved' },
    ]);
    const other = await ask(await makePrompt());
    await reject('admin', other);
    expect((await unread('editor'))[0]).toMatchObject({
      title: 'Your move of production of Labelled was rejected',
    });
    expect(await unread('viewer')).toEqual([]);
  });

  it('tells who asked that it is closed when the label moves by another request', async () => {
    const promptId = await makePrompt();
    const [one, other] = [await ask(promptId), await ask(promptId)];
    await approve('admin', one);
    await approve('owner', one);
    const titles = (await unread('editor')).map(({ title }: { title: string }) => title);
    expect(titles).toContain(
      'Your move of production of Labelled was closed: the label moved elsewhere meanwhile',
    );
    expect(titles).toContain('Your move of production of Labelled was approved: the label has moved');
    expect(await waiting('admin')).not.toContain(other);
  });

  it('waits for those who may approve it and have not yet', async () => {
    const id = await ask(await makePrompt());
    expect(await waiting('owner')).toContain(id);
    expect(await waiting('editor')).toEqual([]);
    expect(await waiting('viewer')).toEqual([]);
    expect(await waiting('stranger')).toEqual([]);
    const own = await ask(await makePrompt(), 'owner');
    expect(await waiting('owner')).not.toContain(own);
    expect(await waiting('admin')).toContain(own);
    await approve('owner', id);
    expect(await waiting('owner')).not.toContain(id);
    expect(await waiting('admin')).toContain(id);
  });
});
