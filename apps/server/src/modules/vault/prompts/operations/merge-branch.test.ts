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

/** A published prompt of the editor with two sections at version 1, and a branch `side`. */
async function makePrompt(): Promise<string> {
  const body = { title: 'Merged', document: documentOf('first', 'second'), commit: true };
  const { id } = (await house.as('editor').call(contract.createPrompt, { body })).body;
  await house.as('editor').call(contract.publishPrompt, { params: { promptId: id } });
  await branchOff(id, 'side');
  return id;
}

const branchOff = (promptId: string, name: string) =>
  house.as('editor').call(contract.createBranch, { params: { promptId }, body: { name, from: 1 } });
const commit = (promptId: string, branch: string, expectedParent: number, document: PromptDocument) =>
  house
    .as('editor')
    .call(contract.commitVersion, { params: { promptId, branch }, body: { expectedParent, document } });
const preview = (promptId: string, body: object, caller: Caller = 'editor') =>
  house.as(caller).call(contract.previewMerge, { params: { promptId }, body });
const merge = (promptId: string, body: object, caller: Caller = 'editor') =>
  house.as(caller).call(contract.mergeBranch, { params: { promptId }, body });
const getDraft = async (promptId: string, branch = 'main') =>
  (await house.as('editor').call(contract.getDraft, { params: { promptId, branch } })).body;
const putDraft = async (promptId: string, document: PromptDocument, branch = 'main') =>
  house.as('editor').call(contract.replaceDraft, {
    params: { promptId, branch },
    body: { document },
    revision: (await getDraft(promptId, branch)).revision,
  });
const numbers = async (promptId: string): Promise<number[]> =>
  (
    await house.as('editor').call(contract.listVersions, { params: { promptId }, query: { limit: 200 } })
  ).body.items.map(({ number }: { number: number }) => number);

const fromSide = { from: { branch: 'side' }, into: 'main' };

describe('mergeBranch', () => {
  it('makes one version with two parents of what both sides did', async () => {
    const promptId = await makePrompt();
    await commit(promptId, 'main', 1, documentOf('first, by main', 'second'));
    await commit(promptId, 'side', 1, documentOf('first', 'second, by side'));
    expect((await preview(promptId, fromSide, 'viewer')).body).toMatchObject({
      from: { branch: 'side', version: 3 },
      into: { branch: 'main', version: 2 },
      bases: [1],
      incoming: 1,
      document: documentOf('first, by main', 'second, by side'),
      conflicts: [],
      changes: { sections: { changed: 1 } },
      draft: null,
    });
    const merged = await merge(promptId, { ...fromSide, expectedFrom: 3, expectedInto: 2 });
    expect(merged.status).toBe(201);
    expect(merged.body).toMatchObject({
      created: true,
      version: {
        number: 4,
        parents: [2, 3],
        branch: 'main',
        message: 'Merged side',
        labels: ['latest'],
        document: documentOf('first, by main', 'second, by side'),
      },
    });
    expect(await getDraft(promptId)).toMatchObject({ baseVersion: 4, isChanged: false });
    const branches = await house.as('editor').call(contract.listBranches, { params: { promptId } });
    expect(branches.body.items).toMatchObject([{ name: 'main' }, { name: 'side', ahead: 0, behind: 2 }]);
    const again = { ...fromSide, expectedFrom: 3, expectedInto: 4 };
    expect((await merge(promptId, again)).body.code).toBe('prompt.nothing_to_merge');
    expect((await preview(promptId, fromSide)).body).toMatchObject({ incoming: 0, conflicts: [] });
  });

  it('lists what both changed, and merges once each is settled', async () => {
    const promptId = await makePrompt();
    await commit(promptId, 'main', 1, documentOf('ours', 'second'));
    await commit(promptId, 'side', 1, documentOf('theirs', 'second'));
    const open = await preview(promptId, fromSide);
    expect(open.body.conflicts).toEqual([
      {
        path: 'sections/s0/text/0',
        kind: 'text',
        base: 'first',
        ours: 'ours',
        theirs: 'theirs',
        at: { from: 0, to: 5 },
      },
    ]);
    const heads = { ...fromSide, expectedFrom: 3, expectedInto: 2 };
    const refused = await merge(promptId, heads);
    expect([refused.status, refused.body.code]).toEqual([409, 'prompt.merge_conflicts']);
    expect(refused.body.errors).toMatchObject([
      { path: ['resolutions', 'sections/s0/text/0'], code: 'merge.conflict' },
    ]);
    const wrong = await merge(promptId, {
      ...heads,
      resolutions: [
        { path: 'sections/s0/text/0', value: 7 },
        { path: 'sections/s9/text/0', choose: 'ours' },
      ],
    });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'prompt.resolution_refused']);
    expect(wrong.body.errors).toMatchObject([
      { path: ['resolutions', 0], code: 'resolution.invalid' },
      { path: ['resolutions', 1], code: 'resolution.unknown' },
    ]);
    expect(await numbers(promptId)).toEqual([3, 2, 1]);
    const resolutions = [{ path: 'sections/s0/text/0', value: 'both' }];
    expect((await preview(promptId, { ...fromSide, resolutions })).body).toMatchObject({
      conflicts: [],
      settled: [{ path: 'sections/s0/text/0' }],
      document: documentOf('both', 'second'),
    });
    const merged = await merge(promptId, { ...heads, resolutions, message: 'Both tones' });
    expect(merged.body.version).toMatchObject({
      message: 'Both tones',
      document: documentOf('both', 'second'),
    });
    // What was settled stays settled, in the other direction too.
    const back = await merge(promptId, {
      from: { branch: 'main' },
      into: 'side',
      expectedFrom: 4,
      expectedInto: 3,
    });
    expect(back.body.version).toMatchObject({ parents: [3, 4], document: documentOf('both', 'second') });
  });

  it('refuses with both heads when one of them moved', async () => {
    const promptId = await makePrompt();
    await commit(promptId, 'side', 1, documentOf('first', 'side'));
    await commit(promptId, 'main', 1, documentOf('main', 'second'));
    const stale = await merge(promptId, { ...fromSide, expectedFrom: 2, expectedInto: 1 });
    expect([stale.status, stale.body.code]).toEqual([409, 'prompt.merge_stale']);
    expect(stale.body.params).toEqual({
      from: { name: 'side', expected: 2, head: 2 },
      into: { name: 'main', expected: 1, head: 3 },
    });
    await commit(promptId, 'side', 2, documentOf('first', 'side, again'));
    const older = await merge(promptId, { ...fromSide, expectedFrom: 2, expectedInto: 3 });
    expect(older.body).toMatchObject({ code: 'prompt.merge_stale', params: { from: { head: 4 } } });
  });

  it('carries what is not committed over, and refuses where that conflicts', async () => {
    const promptId = await makePrompt();
    await commit(promptId, 'side', 1, documentOf('first', 'second, by side'));
    await putDraft(promptId, documentOf('first, being typed', 'second'));
    expect((await preview(promptId, fromSide)).body.draft).toBe('carried');
    const heads = { ...fromSide, expectedFrom: 2, expectedInto: 1 };
    const merged = await merge(promptId, heads);
    expect(merged.body.version.document).toEqual(documentOf('first', 'second, by side'));
    expect(await getDraft(promptId)).toMatchObject({
      baseVersion: 3,
      isChanged: true,
      document: documentOf('first, being typed', 'second, by side'),
    });
    await commit(promptId, 'side', 2, documentOf('First!', 'second, by side'));
    expect((await preview(promptId, fromSide)).body.draft).toBe('blocks');
    const blocked = await merge(promptId, { ...fromSide, expectedFrom: 4, expectedInto: 3 });
    expect([blocked.status, blocked.body.code]).toEqual([409, 'prompt.draft_unsaved']);
    expect(await numbers(promptId)).toEqual([4, 3, 2, 1]);
    expect((await getDraft(promptId)).document).toEqual(documentOf('first, being typed', 'second, by side'));
  });

  it('records that a branch was merged even when nothing differs', async () => {
    const promptId = await makePrompt();
    await commit(promptId, 'side', 1, documentOf('same', 'second'));
    await commit(promptId, 'main', 1, documentOf('same', 'second'));
    const merged = await merge(promptId, { ...fromSide, expectedFrom: 2, expectedInto: 3 });
    expect(merged.body).toMatchObject({ created: true, version: { number: 4, parents: [3, 2] } });
  });

  it('merges any version, and into a branch without versions', async () => {
    const promptId = await makePrompt();
    await commit(promptId, 'side', 1, documentOf('two', 'second'));
    await commit(promptId, 'side', 2, documentOf('three', 'second'));
    const merged = await merge(promptId, {
      from: { version: 2 },
      into: 'main',
      expectedFrom: 2,
      expectedInto: 1,
    });
    expect(merged.body.version).toMatchObject({
      parents: [1, 2],
      message: 'Merged version 2',
      document: documentOf('two', 'second'),
    });
    const fresh = await house.as('editor').call(contract.createPrompt, { body: { title: 'Fresh' } });
    const promptOf = fresh.body.id;
    await house
      .as('editor')
      .call(contract.createBranch, { params: { promptId: promptOf }, body: { name: 'first' } });
    await house.as('editor').call(contract.commitVersion, {
      params: { promptId: promptOf, branch: 'first' },
      body: { expectedParent: null, document: documentOf('begin') },
    });
    const into = await merge(promptOf, {
      from: { branch: 'first' },
      into: 'main',
      expectedFrom: 1,
      expectedInto: null,
    });
    expect(into.body.version).toMatchObject({ number: 2, parents: [1], document: documentOf('begin') });
  });

  it.each([
    ['a branch into itself', { from: { branch: 'main' }, into: 'main' }, 422, 'prompt.merge_into_itself'],
    ['an unknown version', { from: { version: 99 }, into: 'main' }, 422, 'prompt.version_unknown'],
    ['an unknown branch', { from: { branch: 'nowhere' }, into: 'main' }, 404, 'resource.not_found'],
    ['an unknown target', { from: { branch: 'side' }, into: 'nowhere' }, 404, 'resource.not_found'],
    ['a path as a branch', { from: { branch: '../x' }, into: 'main' }, 422, 'request.invalid'],
    ['two sources at once', { from: { branch: 'side', version: 1 } }, 422, 'request.invalid'],
    ['the same version', { from: { branch: 'side' }, into: 'main' }, 409, 'prompt.nothing_to_merge'],
  ])('refuses %s', async (_what, body, status, code) => {
    const promptId = await makePrompt();
    const refused = await merge(promptId, { ...body, expectedFrom: 1, expectedInto: 1 });
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(await numbers(promptId)).toEqual([1]);
  });

  it('refuses what is too large, and writes nothing', async () => {
    const promptId = await makePrompt();
    await commit(promptId, 'main', 1, documentOf('ours', 'second'));
    await commit(promptId, 'side', 1, documentOf('theirs', 'second'));
    const heads = { ...fromSide, expectedFrom: 3, expectedInto: 2 };
    const resolve = (length: number) =>
      merge(promptId, {
        ...heads,
        resolutions: [{ path: 'sections/s0/text/0', value: 'x'.repeat(length) }],
      });
    const five = await resolve(5_000_000);
    expect(five.status).toBe(422);
    expect((await resolve(9_000_000)).status).toBe(413);
    expect(await numbers(promptId)).toEqual([3, 2, 1]);
  });

  it('is for who may write the branch that is merged into', async () => {
    const body = { title: 'Of the owner', document: documentOf('a', 'b'), commit: true };
    const promptId = (await house.as('owner').call(contract.createPrompt, { body })).body.id;
    await house.as('owner').call(contract.publishPrompt, { params: { promptId } });
    await house
      .as('editor')
      .call(contract.createBranch, { params: { promptId }, body: { name: 'proposal' } });
    await commit(promptId, 'proposal', 1, documentOf('a', 'b, better'));
    const heads = { from: { branch: 'proposal' }, into: 'main', expectedFrom: 2, expectedInto: 1 };
    expect((await merge(promptId, heads, 'editor')).body.code).toBe('auth.forbidden');
    expect((await merge(promptId, heads, 'viewer')).body.code).toBe('auth.forbidden');
    expect((await merge(promptId, heads, 'stranger')).status).toBe(404);
    expect((await preview(promptId, { from: { branch: 'proposal' } }, 'viewer')).status).toBe(200);
    expect((await merge(promptId, heads, 'owner')).status).toBe(201);
    const back = { from: { branch: 'main' }, into: 'proposal', expectedFrom: 3, expectedInto: 2 };
    expect((await merge(promptId, back, 'editor')).status).toBe(201);
  });

  it('lets one of many merges at the same time through, and each of the rest on the new head', async () => {
    const promptId = await makePrompt();
    const names = Array.from({ length: 8 }, (_, index) => `part-${index}`);
    for (const name of names) {
      await branchOff(promptId, name);
      const section = { id: `new-${name}`, kind: 'context' as const, role: null, text: name };
      const document = documentOf('first', 'second');
      await commit(promptId, name, 1, { ...document, sections: [...document.sections, section] });
    }
    const mergeOne = async (name: string, expectedInto: number) => {
      const from = (await preview(promptId, { from: { branch: name }, into: 'main' })).body.from.version;
      return merge(promptId, { from: { branch: name }, into: 'main', expectedFrom: from, expectedInto });
    };
    const first = await Promise.all(names.map((name) => mergeOne(name, 1)));
    expect(first.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(first.filter(({ body }) => body.code === 'prompt.merge_stale')).toHaveLength(7);
    let head = first.find(({ status }) => status === 201)?.body.version.number;
    for (const [index, name] of names.entries()) {
      if (first[index]?.status === 201) continue;
      const merged = await mergeOne(name, head);
      expect(merged.status).toBe(201);
      head = merged.body.version.number;
    }
    expect((await getDraft(promptId)).document.sections).toHaveLength(10);
    const given = await numbers(promptId);
    expect(given).toEqual(Array.from({ length: given.length }, (_, index) => given.length - index));
  });
});

describe('mergeDraft', () => {
  it('brings a document of an older version into the draft, after a save was refused', async () => {
    const promptId = await makePrompt();
    await commit(promptId, 'main', 1, documentOf('first, saved meanwhile', 'second'));
    const mine = documentOf('first', 'second, mine');
    expect((await commit(promptId, 'main', 1, mine)).body).toMatchObject({
      code: 'prompt.version_conflict',
      params: { expected: 1, head: { number: 2 } },
    });
    const params = { promptId, branch: 'main' };
    const body = { from: 1, document: mine };
    const shown = await house.as('editor').call(contract.previewDraftMerge, { params, body });
    expect(shown.body).toMatchObject({
      conflicts: [],
      document: documentOf('first, saved meanwhile', 'second, mine'),
      changes: { sections: { changed: 1 } },
    });
    const call = (revision: number) =>
      house.as('editor').call(contract.mergeDraft, { params, body, revision });
    expect((await call(shown.body.revision - 1)).body.code).toBe('request.stale');
    expect((await call(shown.body.revision)).body).toMatchObject({
      document: documentOf('first, saved meanwhile', 'second, mine'),
      isChanged: true,
      baseVersion: 2,
    });
    const saved = await house
      .as('editor')
      .call(contract.commitVersion, { params, body: { expectedParent: 2 } });
    expect(saved.body.version.number).toBe(3);
  });

  it('asks where both changed the same', async () => {
    const promptId = await makePrompt();
    await commit(promptId, 'main', 1, documentOf('theirs', 'second'));
    const params = { promptId, branch: 'main' };
    const body = { from: 1, document: documentOf('mine', 'second') };
    const { revision } = await getDraft(promptId);
    const call = (more: object) =>
      house.as('editor').call(contract.mergeDraft, { params, body: { ...body, ...more }, revision });
    expect((await call({})).body.code).toBe('prompt.merge_conflicts');
    expect((await call({ from: 99 })).body.code).toBe('prompt.version_unknown');
    const settled = await call({ resolutions: [{ path: 'sections/s0/text/0', choose: 'theirs' }] });
    expect(settled.body.document).toEqual(documentOf('mine', 'second'));
  });
});
