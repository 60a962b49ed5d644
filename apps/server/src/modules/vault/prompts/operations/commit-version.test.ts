import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const documentOf = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});

async function makePrompt(): Promise<string> {
  const body = { title: 'Committed', document: documentOf('one'), commit: true };
  return (await house.as('editor').call(contract.createPrompt, { body })).body.id;
}

const commit = (promptId: string, body: object, caller: Parameters<TestHouse['as']>[0] = 'editor') =>
  house.as(caller).call(contract.commitVersion, { params: { promptId, branch: 'main' }, body });
const list = async (promptId: string) =>
  (await house.as('editor').call(contract.listVersions, { params: { promptId }, query: { limit: 200 } })).body
    .items;

describe('commitVersion', () => {
  it('saves the draft on top of the newest version', async () => {
    const promptId = await makePrompt();
    const params = { promptId, branch: 'main' };
    const put = await house
      .as('editor')
      .call(contract.replaceDraft, { params, body: { document: documentOf('two') }, revision: 1 });
    expect(put.body).toMatchObject({ revision: 2, seq: 1, isChanged: true, baseVersion: 1 });
    const saved = await commit(promptId, { expectedParent: 1, message: 'Second' });
    expect(saved.status).toBe(201);
    expect(saved.body).toMatchObject({
      created: true,
      version: {
        number: 2,
        parents: [1],
        message: 'Second',
        branch: 'main',
        labels: ['latest'],
        author: { name: 'Editor' },
      },
    });
    const draft = await house.as('editor').call(contract.getDraft, { params });
    expect(draft.body).toMatchObject({ baseVersion: 2, isChanged: false });
  });

  it('makes no version when nothing changed', async () => {
    const promptId = await makePrompt();
    const again = await commit(promptId, { expectedParent: 1 });
    expect(again.body).toMatchObject({ created: false, version: { number: 1 } });
    expect(await list(promptId)).toHaveLength(1);
  });

  it('refuses a stale parent with both heads', async () => {
    const promptId = await makePrompt();
    await commit(promptId, { expectedParent: 1, document: documentOf('two') });
    const stale = await commit(promptId, { expectedParent: 1, document: documentOf('three') });
    expect(stale.status).toBe(409);
    expect(stale.body).toMatchObject({
      code: 'prompt.version_conflict',
      params: { branch: 'main', expected: 1, head: { number: 2 } },
    });
  });

  it('refuses to save a document over a draft with unsaved changes', async () => {
    const promptId = await makePrompt();
    const params = { promptId, branch: 'main' };
    await house
      .as('editor')
      .call(contract.replaceDraft, { params, body: { document: documentOf('mine') }, revision: 1 });
    const refused = await commit(promptId, { expectedParent: 1, document: documentOf('other') });
    expect(refused.body.code).toBe('prompt.draft_unsaved');
    const discarded = await house.as('editor').call(contract.discardDraft, { params });
    expect(discarded.body).toMatchObject({ document: documentOf('one'), isChanged: false });
    expect((await commit(promptId, { expectedParent: 1, document: documentOf('other') })).status).toBe(201);
  });

  it('lets exactly one of 50 saves on one parent through, and each of the rest once it knows the head', async () => {
    const promptId = await makePrompt();
    const save = async (name: number, expectedParent: number) => {
      const { status, body } = await commit(promptId, {
        expectedParent,
        document: documentOf(`text ${name}`),
      });
      return { name, status, body };
    };
    let waiting = Array.from({ length: 50 }, (_, index) => index);
    const first = await Promise.all(waiting.map((name) => save(name, 1)));
    expect(first.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(
      first.filter(({ status, body }) => status === 409 && body.code === 'prompt.version_conflict'),
    ).toHaveLength(49);
    expect(first.find(({ status }) => status === 409)?.body.params.head.number).toBe(2);

    waiting = first.filter(({ status }) => status === 409).map(({ name }) => name);
    let head = 2;
    for (const name of waiting) {
      const saved = await save(name, head);
      expect(saved.status).toBe(201);
      head = saved.body.version.number;
    }
    const numbers = (await list(promptId)).map(({ number }: { number: number }) => number);
    expect(numbers).toEqual(Array.from({ length: 51 }, (_, index) => 51 - index));
  }, 120_000);

  it('is for author, co-editors and administrators', async () => {
    const promptId = await makePrompt();
    const body = { expectedParent: 1 };
    expect((await commit(promptId, body, 'viewer')).status).toBe(404);
    expect((await commit(promptId, body, 'stranger')).status).toBe(404);
    expect((await commit(promptId, body, 'nobody')).status).toBe(401);
    await house.as('editor').call(contract.publishPrompt, { params: { promptId } });
    expect((await commit(promptId, body, 'viewer')).body.code).toBe('auth.forbidden');
    expect((await commit(promptId, body, 'admin')).status).toBe(201);
  });
});

describe('restoreVersion', () => {
  it('saves an old version as the newest and resets the draft', async () => {
    const promptId = await makePrompt();
    await commit(promptId, { expectedParent: 1, document: documentOf('two') });
    const params = { promptId, number: '1' };
    const stale = await house
      .as('editor')
      .call(contract.restoreVersion, { params, body: { expectedParent: 1 } });
    expect(stale.body.code).toBe('prompt.version_conflict');
    const restored = await house
      .as('editor')
      .call(contract.restoreVersion, { params, body: { expectedParent: 2 } });
    expect(restored.body.version).toMatchObject({ number: 3, parents: [2], document: documentOf('one') });
    const draft = await house.as('editor').call(contract.getDraft, { params: { promptId, branch: 'main' } });
    expect(draft.body).toMatchObject({ document: documentOf('one'), baseVersion: 3, isChanged: false });
    const compared = await house
      .as('editor')
      .call(contract.compareVersions, { params: { promptId }, query: { from: 1, to: 2 } });
    expect(compared.body).toMatchObject({
      from: { number: 1 },
      to: { number: 2 },
      comparison: { identical: false, sections: [{ change: 'changed' }] },
    });
  });
});

describe('listVersions', () => {
  it('pages from the newest to the oldest', async () => {
    const promptId = await makePrompt();
    for (let parent = 1; parent < 5; parent++)
      await commit(promptId, { expectedParent: parent, document: documentOf(`text ${parent}`) });
    const numbers: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: Record<string, string | number> = { limit: 2, ...(cursor ? { cursor } : {}) };
      const { body } = await house.as('editor').call(contract.listVersions, { params: { promptId }, query });
      numbers.push(...body.items.map(({ number }: { number: number }) => number));
      cursor = body.nextCursor;
    }
    expect(numbers).toEqual([5, 4, 3, 2, 1]);
  });
});
