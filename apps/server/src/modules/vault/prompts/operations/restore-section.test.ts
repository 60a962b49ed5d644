import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const documentOf = (texts: Record<string, string>): PromptDocument => ({
  ...emptyDocument(),
  sections: Object.entries(texts).map(([id, text]) => ({ id, kind: 'instructions', role: null, text })),
});

/** Version 1 has a, b and c; version 2 lacks b and says another a. */
async function makePrompt(): Promise<string> {
  const body = { title: 'Sections', document: documentOf({ a: 'one', b: 'two', c: 'three' }), commit: true };
  const { id } = (await house.as('editor').call(contract.createPrompt, { body })).body;
  await house.as('editor').call(contract.commitVersion, {
    params: { promptId: id, branch: 'main' },
    body: { expectedParent: 1, document: documentOf({ a: 'One {{x}}', c: 'three' }) },
  });
  return id;
}

const restore = (promptId: string, body: object, caller: 'editor' | 'viewer' = 'editor') =>
  house.as(caller).call(contract.restoreSection, { params: { promptId, number: '1' }, body });

describe('restoreSection', () => {
  it('puts a section back into the draft, where it stood', async () => {
    const promptId = await makePrompt();
    const back = await restore(promptId, { sectionId: 'b' });
    expect(back.status).toBe(200);
    expect(back.body).toMatchObject({
      committed: null,
      draft: { isChanged: true, document: documentOf({ a: 'One {{x}}', b: 'two', c: 'three' }) },
    });
    const again = await restore(promptId, { sectionId: 'a' });
    expect(again.body.draft.document).toEqual(documentOf({ a: 'one', b: 'two', c: 'three' }));
  });

  it('saves it as a version, and keeps what else is not committed in the draft', async () => {
    const promptId = await makePrompt();
    await house.as('editor').call(contract.replaceDraft, {
      params: { promptId, branch: 'main' },
      body: { document: documentOf({ a: 'One {{x}}', c: 'three, typing' }) },
      revision: 2,
    });
    const saved = await restore(promptId, { sectionId: 'b', commit: { expectedParent: 2 } });
    expect(saved.body.committed.version).toMatchObject({
      number: 3,
      message: 'Restored a section of version 1',
      document: documentOf({ a: 'One {{x}}', b: 'two', c: 'three' }),
    });
    expect(saved.body.draft).toMatchObject({
      isChanged: true,
      document: documentOf({ a: 'One {{x}}', b: 'two', c: 'three, typing' }),
    });
    const stale = await restore(promptId, { sectionId: 'a', commit: { expectedParent: 2 } });
    expect(stale.body.code).toBe('prompt.version_conflict');
  });

  it('refuses a section the version lacks, and who may not write', async () => {
    const promptId = await makePrompt();
    const unknown = await restore(promptId, { sectionId: 'z' });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'prompt.section_unknown']);
    expect(unknown.body.errors[0].path).toEqual(['sectionId']);
    expect((await restore(promptId, { sectionId: 'a', branch: 'nowhere' })).status).toBe(404);
    expect((await restore(promptId, { sectionId: 'a' }, 'viewer')).status).toBe(404);
  });
});

describe('compareRendered', () => {
  it('shows what both versions would send for the same values, across branches', async () => {
    const promptId = await makePrompt();
    await house
      .as('editor')
      .call(contract.createBranch, { params: { promptId }, body: { name: 'side', from: 1 } });
    await house.as('editor').call(contract.commitVersion, {
      params: { promptId, branch: 'side' },
      body: { expectedParent: 1, document: documentOf({ a: 'One {{x}}', b: 'two', c: 'three' }) },
    });
    const compare = (from: number, to: number) =>
      house.as('editor').call(contract.compareRendered, {
        params: { promptId },
        body: { from, to, values: { x: 'bees' } },
      });
    const { body } = await compare(2, 3);
    expect(body).toMatchObject({
      from: { branch: 'main' },
      to: { branch: 'side' },
      comparison: { identical: false },
      rendered: {
        from: { version: 2, messages: [{ role: 'user', content: 'One bees\n\nthree' }] },
        to: { version: 3, messages: [{ role: 'user', content: 'One bees\n\ntwo\n\nthree' }] },
      },
      messages: [{ change: 'changed', text: { added: 2, removed: 0 } }],
    });
    expect((await compare(3, 3)).body).toMatchObject({ messages: [{ change: 'same', text: null }] });
    expect((await compare(3, 99)).body.code).toBe('prompt.version_unknown');
  });
});
