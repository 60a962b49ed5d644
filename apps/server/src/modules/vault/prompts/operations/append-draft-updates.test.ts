import * as contract from '@promptvault/contract/vault/prompts/routes';
import { applyDocument, emptyDocument, fromYDoc, type PromptDocument } from '@promptvault/document';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const documentOf = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});
const base64 = (update: Uint8Array) => Buffer.from(update).toString('base64');

/** An editor in a tab: loads the draft and sends what is typed. */
async function openTab(caller: 'owner' | 'editor', promptId: string) {
  const client = house.as(caller);
  const params = { promptId, branch: 'main' };
  const ydoc = new Y.Doc();
  let seq = 0;
  let outbox: string[] = [];
  const pull = async () => {
    const { body } = await client.call(contract.getDraftUpdates, { params, query: { after: seq } });
    for (const update of body.updates) Y.applyUpdate(ydoc, Buffer.from(update, 'base64'), 'server');
    seq = body.seq;
  };
  await pull();
  ydoc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') outbox.push(base64(update));
  });
  return {
    pull,
    text: () => fromYDoc(ydoc).value.sections[0]?.text,
    type: (text: string) => applyDocument(ydoc, documentOf(text)),
    pending: () => outbox,
    async push() {
      const answer = await client.call(contract.appendDraftUpdates, { params, body: { updates: outbox } });
      if (answer.status === 200) outbox = [];
      return answer;
    },
  };
}

async function makePrompt(): Promise<string> {
  const body = { title: 'Drafted', document: documentOf('one two') };
  return (await house.as('editor').call(contract.createPrompt, { body })).body.id;
}

describe('appendDraftUpdates', () => {
  it('stores what is typed, and tells the others on their next look', async () => {
    const promptId = await makePrompt();
    const [first, second] = [await openTab('editor', promptId), await openTab('owner', promptId)];
    first.type('ONE one two');
    second.type('one two THREE');
    expect((await first.push()).body).toMatchObject({ seq: 1, revision: 2, problems: [] });
    expect((await second.push()).body).toMatchObject({ seq: 2, revision: 3 });
    await first.pull();
    await second.pull();
    expect([first.text(), second.text()]).toEqual(['ONE one two THREE', 'ONE one two THREE']);
    const draft = await house.as('editor').call(contract.getDraft, { params: { promptId, branch: 'main' } });
    expect(draft.body).toMatchObject({
      document: documentOf('ONE one two THREE'),
      isChanged: true,
      baseVersion: null,
    });
  });

  it('counts an update that is sent twice once', async () => {
    const promptId = await makePrompt();
    const tab = await openTab('editor', promptId);
    tab.type('again');
    const updates = [...tab.pending()];
    await tab.push();
    const params = { promptId, branch: 'main' };
    const { body } = await house
      .as('editor')
      .call(contract.appendDraftUpdates, { params, body: { updates } });
    expect(body).toMatchObject({ seq: 1, revision: 2 });
  });

  it('refuses what is malformed or incomplete, and takes nothing of it', async () => {
    const promptId = await makePrompt();
    const params = { promptId, branch: 'main' };
    const tab = await openTab('editor', promptId);
    tab.type('first');
    tab.type('second');
    const [good, dependent] = tab.pending();
    const send = (updates: unknown) =>
      house.as('editor').call(contract.appendDraftUpdates, { params, body: { updates } });
    const mixed = await send([good, base64(new Uint8Array([9, 9, 9]))]);
    expect([mixed.status, mixed.body.code, mixed.body.params.index]).toEqual([
      422,
      'prompt.draft_refused',
      1,
    ]);
    expect((await send([dependent])).body.code).toBe('prompt.draft_refused');
    expect((await send(['not base64!'])).body.code).toBe('request.invalid');
    expect((await send([])).body.code).toBe('request.invalid');
    expect((await send([base64(new Uint8Array(300_000))])).body.code).toBe('request.invalid');
    const draft = await house.as('editor').call(contract.getDraft, { params });
    expect(draft.body).toMatchObject({ revision: 1, seq: 0, document: documentOf('one two') });
  });

  it('keeps every update of tabs that write at once', async () => {
    const promptId = await makePrompt();
    const tabs = await Promise.all(Array.from({ length: 8 }, () => openTab('editor', promptId)));
    for (const [index, tab] of tabs.entries()) tab.type(`one two <${index}>`);
    const answers = await Promise.all(tabs.map((tab) => tab.push()));
    expect(answers.map(({ body }) => body.seq).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await tabs[0]?.pull();
    for (const index of tabs.keys()) expect(tabs[0]?.text()).toContain(`<${index}>`);
  });
});

describe('a draft', () => {
  it('is for those who may write the prompt', async () => {
    const promptId = await makePrompt();
    const params = { promptId, branch: 'main' };
    const get = (caller: Parameters<TestHouse['as']>[0]) =>
      house.as(caller).call(contract.getDraft, { params });
    await house.as('editor').call(contract.commitVersion, { params, body: { expectedParent: null } });
    await house.as('editor').call(contract.publishPrompt, { params: { promptId } });
    expect((await get('viewer')).body.code).toBe('auth.forbidden');
    expect((await get('stranger')).body.code).toBe('resource.not_found');
    expect((await get('admin')).status).toBe(200);
    const other = await house.as('editor').call(contract.getDraft, { params: { promptId, branch: 'other' } });
    expect(other.body.code).toBe('resource.not_found');
  });

  it('is replaced only at the revision one knows', async () => {
    const promptId = await makePrompt();
    const params = { promptId, branch: 'main' };
    const body = { document: documentOf('new') };
    expect((await house.as('editor').call(contract.replaceDraft, { params, body })).status).toBe(428);
    const stale = await house.as('editor').call(contract.replaceDraft, { params, body, revision: 7 });
    expect([stale.status, stale.body.params.current]).toEqual([412, 1]);
  });
});
