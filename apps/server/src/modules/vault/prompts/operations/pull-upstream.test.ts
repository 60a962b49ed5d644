import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { type Caller, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const documentOf = (...texts: string[]): PromptDocument => ({
  ...emptyDocument(),
  sections: texts.map((text, index) => ({ id: `s${index}`, kind: 'instructions', role: null, text })),
});

/** The owner's published prompt, and the editor's copy of its version 1. */
async function makeCopy(): Promise<{ original: string; copy: string }> {
  const body = { title: 'Original', document: documentOf('first', 'second'), commit: true };
  const original = (await house.as('owner').call(contract.createPrompt, { body })).body.id;
  await house.as('owner').call(contract.publishPrompt, { params: { promptId: original } });
  const made = await house
    .as('editor')
    .call(contract.duplicatePrompt, { params: { promptId: original }, body: {} });
  return { original, copy: made.body.id };
}

const commit = (
  promptId: string,
  expectedParent: number,
  document: PromptDocument,
  caller: Caller,
  branch = 'main',
) =>
  house
    .as(caller)
    .call(contract.commitVersion, { params: { promptId, branch }, body: { expectedParent, document } });
const upstreamOf = (promptId: string, caller: Caller = 'editor') =>
  house.as(caller).call(contract.getUpstream, { params: { promptId } });
const preview = (promptId: string, body: object = {}, caller: Caller = 'editor') =>
  house.as(caller).call(contract.previewPull, { params: { promptId }, body });
const pull = (promptId: string, body: object, caller: Caller = 'editor') =>
  house.as(caller).call(contract.pullUpstream, { params: { promptId }, body });

describe('pullUpstream', () => {
  it('merges what the original did since it was last taken, once', async () => {
    const { original, copy } = await makeCopy();
    expect((await upstreamOf(copy)).body).toMatchObject({ promptId: original, taken: 1, head: 1, newer: 0 });
    await commit(copy, 1, documentOf('first, mine', 'second'), 'editor');
    await commit(original, 1, documentOf('first', 'second, theirs'), 'owner');
    expect((await upstreamOf(copy)).body).toMatchObject({ taken: 1, head: 2, newer: 1 });
    expect((await preview(copy)).body).toMatchObject({
      version: 2,
      into: { branch: 'main', version: 2 },
      document: documentOf('first, mine', 'second, theirs'),
      conflicts: [],
      changes: { sections: { changed: 1 } },
      draft: 'unchanged',
    });
    const pulled = await pull(copy, { version: 2, expectedInto: 2 });
    expect(pulled.status).toBe(201);
    expect(pulled.body.version).toMatchObject({
      number: 3,
      parents: [2],
      upstreamVersion: 2,
      message: 'Pulled original@2',
      document: documentOf('first, mine', 'second, theirs'),
    });
    expect((await upstreamOf(copy)).body).toMatchObject({ taken: 2, newer: 0 });
    expect((await pull(copy, { version: 2, expectedInto: 3 })).body.code).toBe('prompt.nothing_to_merge');
    expect((await pull(copy, { version: 2, expectedInto: 2 })).body.code).toBe('prompt.version_conflict');
    // The next pull goes on from version 2, so that what was taken is not asked again.
    await commit(original, 2, documentOf('first', 'second, theirs, again'), 'owner');
    await commit(copy, 3, documentOf('first, mine, longer', 'second, theirs'), 'editor');
    expect((await preview(copy)).body).toMatchObject({
      conflicts: [],
      document: documentOf('first, mine, longer', 'second, theirs, again'),
    });
  });

  it('asks where both changed the same, and pulls into a branch as well', async () => {
    const { original, copy } = await makeCopy();
    await commit(copy, 1, documentOf('mine', 'second'), 'editor');
    await commit(original, 1, documentOf('theirs', 'second'), 'owner');
    const branch = { params: { promptId: copy }, body: { name: 'take-in' } };
    await house.as('editor').call(contract.createBranch, branch);
    const input = { into: 'take-in', version: 2, expectedInto: 2 };
    expect((await pull(copy, input)).body.code).toBe('prompt.merge_conflicts');
    const resolutions = [{ path: 'sections/s0/text/0', choose: 'theirs' }];
    const pulled = await pull(copy, { ...input, resolutions });
    expect(pulled.body.version).toMatchObject({
      branch: 'take-in',
      document: documentOf('theirs', 'second'),
    });
    expect((await upstreamOf(copy)).body).toMatchObject({ taken: 1, newer: 1 });
    await house.as('editor').call(contract.mergeBranch, {
      params: { promptId: copy },
      body: { from: { branch: 'take-in' }, into: 'main', expectedFrom: 3, expectedInto: 2 },
    });
    expect((await upstreamOf(copy)).body).toMatchObject({ taken: 2, newer: 0 });
  });

  it('is for who may write the copy, from an original they see', async () => {
    const { original, copy } = await makeCopy();
    await house.as('editor').call(contract.publishPrompt, { params: { promptId: copy } });
    await commit(original, 1, documentOf('theirs', 'second'), 'owner');
    expect((await pull(copy, { version: 2, expectedInto: 1 }, 'viewer')).body.code).toBe('auth.forbidden');
    expect((await pull(copy, { version: 2, expectedInto: 1 }, 'stranger')).status).toBe(404);
    expect((await pull(copy, { version: 9, expectedInto: 1 })).body.code).toBe('prompt.version_unknown');
    expect((await upstreamOf(original)).body.code).toBe('prompt.no_upstream');
    await house.as('owner').call(contract.unpublishPrompt, { params: { promptId: original } });
    for (const refused of [await upstreamOf(copy), await pull(copy, { version: 2, expectedInto: 1 })])
      expect([refused.status, refused.body.code]).toEqual([404, 'prompt.no_upstream']);
  });
});
