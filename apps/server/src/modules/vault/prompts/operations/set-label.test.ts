import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Caller = Parameters<TestHouse['as']>[0];
const documentOf = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});

/** A prompt with a version for each text. */
async function make(path: string, ...texts: string[]): Promise<string> {
  const body = { title: path, path, document: documentOf(texts[0] ?? ''), commit: true };
  const { id } = (await house.as('editor').call(contract.createPrompt, { body })).body;
  for (const [index, text] of texts.entries())
    if (index > 0)
      await house.as('editor').call(contract.commitVersion, {
        params: { promptId: id, branch: 'main' },
        body: { expectedParent: index, document: documentOf(text) },
      });
  return id;
}

const setLabel = (
  promptId: string,
  label: string,
  version: number,
  revision: number,
  caller: Caller = 'editor',
) =>
  house
    .as(caller)
    .call(contract.setLabel, { params: { promptId, label }, body: { targets: [{ version }] }, revision });
const resolve = async (...references: string[]) =>
  (await house.as('editor').call(contract.resolveReferences, { body: { references } })).body;
const render = (promptId: string, body: object, caller: Caller = 'editor') =>
  house.as(caller).call(contract.renderPrompt, { params: { promptId }, body });

describe('labels', () => {
  it('are made, moved, listed beside the computed one, and removed', async () => {
    const id = await make('labelled', 'a', 'b');
    expect((await setLabel(id, 'production', 1, 0)).body).toMatchObject({ name: 'production', revision: 1 });
    expect((await setLabel(id, 'production', 2, 0)).status).toBe(412);
    expect((await setLabel(id, 'production', 2, 1)).body).toMatchObject({
      targets: [{ version: 2, weight: 1 }],
      revision: 2,
    });
    const listed = await house.as('editor').call(contract.listLabels, { params: { promptId: id } });
    expect(listed.body.items).toMatchObject([
      { name: 'latest', isComputed: true, targets: [{ version: 2 }] },
      { name: 'production', movedBy: { name: 'Editor' } },
    ]);
    const params = { promptId: id, label: 'production' };
    expect((await house.as('editor').call(contract.deleteLabel, { params, revision: 1 })).status).toBe(412);
    expect((await house.as('editor').call(contract.deleteLabel, { params, revision: 2 })).status).toBe(204);
    expect((await house.as('editor').call(contract.deleteLabel, { params, revision: 2 })).body.code).toBe(
      'prompt.label_unknown',
    );
  });

  it('are split between versions, each of which stands there once', async () => {
    const id = await make('split', 'a', 'b');
    const call = (targets: object[]) =>
      house.as('editor').call(contract.setLabel, {
        params: { promptId: id, label: 'staging' },
        body: { targets },
        revision: 0,
      });
    const twice = await call([
      { version: 1, weight: 80 },
      { version: 1, weight: 20 },
    ]);
    expect(twice).toMatchObject({ status: 422, body: { errors: [{ path: ['targets'] }] } });
    const split = [
      { version: 1, weight: 80 },
      { version: 2, weight: 20 },
    ];
    expect((await call(split)).body.targets).toEqual(split);
  });

  it('refuse the computed name, numbers and versions that are not there', async () => {
    const id = await make('refusing', 'a');
    expect((await setLabel(id, 'latest', 1, 0)).body.code).toBe('prompt.label_reserved');
    expect((await setLabel(id, '42', 1, 0)).body.code).toBe('request.invalid');
    expect((await setLabel(id, 'staging', 9, 0)).body.code).toBe('prompt.version_unknown');
    await house.as('editor').call(contract.publishPrompt, { params: { promptId: id } });
    expect((await setLabel(id, 'staging', 1, 0, 'viewer')).body.code).toBe('auth.forbidden');
    expect((await setLabel(id, 'staging', 1, 0, 'stranger')).status).toBe(404);
  });
});

describe('references', () => {
  it('mean the label, the version, or without one production and else the newest', async () => {
    const id = await make('meaning', 'a', 'b', 'c');
    const sources = async () =>
      (await resolve('meaning', 'meaning@1', 'meaning@latest', 'Meaning@2')).items.map(
        (one: { source: string }) => one.source,
      );
    expect(await sources()).toEqual(['c', 'a', 'c', 'b']);
    await setLabel(id, 'production', 1, 0);
    expect(await sources()).toEqual(['a', 'a', 'c', 'b']);
    expect((await resolve('meaning')).items[0]).toMatchObject({
      isFloating: true,
      version: 1,
      label: 'production',
    });
  });

  it('say why nothing is found', async () => {
    await make('present', 'a');
    const { items, problems } = await resolve('present@staging', 'present@7', 'absent', '@listing/x@1');
    expect(items).toEqual([]);
    expect(problems.map((one: { reference: string; code: string }) => [one.reference, one.code])).toEqual([
      ['@listing/x@1', 'reference.unknown'],
      ['present@staging', 'reference.label_missing'],
      ['absent', 'reference.unknown'],
      ['present@7', 'reference.unknown'],
    ]);
  });

  it('lead on to what those refer to', async () => {
    await make('leaf', 'leaf');
    await make('middle', 'B {{> leaf@1}}');
    await make('top', 'A {{> middle@1}} {{> leaf@1}}');
    const { items, problems } = await resolve('top@1');
    expect(items.map((one: { path: string }) => one.path).sort()).toEqual(['leaf', 'middle', 'top']);
    expect(problems).toEqual([]);
  });

  it('do not lead to what one may not see', async () => {
    await make('hidden', 'secret');
    const found = (caller: Caller) =>
      house.as(caller).call(contract.resolveReferences, { body: { references: ['hidden@1'] } });
    expect((await found('viewer')).body.items).toEqual([]);
    expect((await found('stranger')).body.items).toEqual([]);
    expect((await found('admin')).body.items).toHaveLength(1);
  });
});

describe('renderPrompt', () => {
  it('renders draft, version and label with everything they include', async () => {
    await make('tone', 'Be {{mood}}.');
    const id = await make('main', '{{> tone@1}} Say {{what}}.', '{{> tone@1}} Shout {{what}}.');
    const values = { mood: 'kind', what: 'hello {{mood}}' };
    const contents = async (source: object) => {
      const { body } = await render(id, { source, values });
      return [
        body.messages?.[0]?.content,
        body.version,
        body.problems?.filter((one: { severity: string }) => one.severity === 'error'),
      ];
    };
    expect(await contents({ kind: 'version', number: 1 })).toEqual(['Be kind. Say hello {{mood}}.', 1, []]);
    expect(await contents({ kind: 'label', label: 'latest' })).toEqual([
      'Be kind. Shout hello {{mood}}.',
      2,
      [],
    ]);
    expect(await contents({ kind: 'draft' })).toEqual(['Be kind. Shout hello {{mood}}.', null, []]);
  });

  it('follows a reference that a value holds, and tells why one fails', async () => {
    await make('chosen', 'Chosen.');
    const id = await make('dynamic', '{{>*which}}');
    const source = { kind: 'version', number: 1 };
    const good = await render(id, { source, values: { which: 'chosen@1' } });
    expect(good.body.messages[0].content).toBe('Chosen.');
    const bad = await render(id, { source, values: { which: 'chosen@staging' } });
    expect(bad.body.problems.map((one: { code: string }) => one.code)).toContain('reference.label_missing');
  });

  it('renders the draft of a branch for who made it, and no other draft', async () => {
    const body = { title: 'Not theirs', document: documentOf('x'), commit: true };
    const { id } = (await house.as('owner').call(contract.createPrompt, { body })).body;
    await house.as('owner').call(contract.publishPrompt, { params: { promptId: id } });
    for (const [caller, name] of [
      ['editor', 'mine'],
      ['owner', 'theirs'],
    ] as const)
      await house.as(caller).call(contract.createBranch, { params: { promptId: id }, body: { name } });
    const rendered = async (branch: string) => (await render(id, { source: { kind: 'draft', branch } })).body;
    expect((await rendered('mine')).messages).toMatchObject([{ content: 'x' }]);
    expect((await rendered('theirs')).code).toBe('auth.forbidden');
    expect((await rendered('main')).code).toBe('auth.forbidden');
    expect((await rendered('none')).code).toBe('auth.forbidden');
  });

  it('answers for wrong sources', async () => {
    const id = await make('sources', 'x');
    const codeOf = async (source: object, caller: Caller = 'editor') =>
      (await render(id, { source }, caller)).body.code;
    expect(await codeOf({ kind: 'version', number: 9 })).toBe('prompt.version_unknown');
    expect(await codeOf({ kind: 'label', label: 'staging' })).toBe('prompt.label_unknown');
    expect(await codeOf({ kind: 'draft', branch: 'other' })).toBe('resource.not_found');
    await house.as('editor').call(contract.publishPrompt, { params: { promptId: id } });
    expect(await codeOf({ kind: 'draft' }, 'viewer')).toBe('auth.forbidden');
    expect(await codeOf({ kind: 'version', number: 1 }, 'viewer')).toBeUndefined();
  });
});
