import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { callers, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Visibility = 'private' | 'organization' | 'public';
const documentOf = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});
const asEditor = () => house.as('editor');

/** A prompt with one version, published unless said otherwise. */
async function make(path: string, visibility: Visibility = 'public', publish = true): Promise<string> {
  const body = {
    title: `Title of ${path}`,
    path,
    description: 'For everyone.',
    visibility,
    document: documentOf('one'),
    commit: true,
  };
  const { id } = (await asEditor().call(contract.createPrompt, { body })).body;
  if (publish) await asEditor().call(contract.publishPrompt, { params: { promptId: id } });
  return id;
}

const read = (promptId: string, caller: (typeof callers)[number] = 'nobody') =>
  house.as(caller).call(contract.getPublicPrompt, { params: { promptId } });
const commit = (promptId: string, expectedParent: number, text: string) =>
  asEditor().call(contract.commitVersion, {
    params: { promptId, branch: 'main' },
    body: { expectedParent, document: documentOf(text) },
  });

describe('getPublicPrompt', () => {
  it('shows the same to everyone: names, and no id but those of the text', async () => {
    const id = await make('open/to-all');
    const { status, body, headers } = await read(id);
    expect(status).toBe(200);
    expect(body).toEqual({
      title: 'Title of open/to-all',
      description: 'For everyone.',
      path: 'open/to-all',
      organization: 'Northwind',
      author: 'Editor',
      version: 1,
      committedAt: expect.any(String),
      document: documentOf('one'),
    });
    expect(headers.get('cache-control')).toContain('private');
    for (const caller of callers) expect((await read(id, caller)).body, caller).toEqual(body);
  });

  it('shows the newest version, once there is a label production the one it means, and never the draft', async () => {
    const id = await make('versions');
    await commit(id, 1, 'two');
    const draft = await asEditor().call(contract.getDraft, { params: { promptId: id, branch: 'main' } });
    await asEditor().call(contract.replaceDraft, {
      params: { promptId: id, branch: 'main' },
      body: { document: documentOf('unsaved') },
      revision: draft.body.revision,
    });
    expect((await read(id)).body).toMatchObject({ version: 2, document: documentOf('two') });
    await asEditor().call(contract.setLabel, {
      params: { promptId: id, label: 'production' },
      body: { targets: [{ version: 1 }] },
      revision: 0,
    });
    expect((await read(id)).body).toMatchObject({ version: 1, document: documentOf('one') });
  });

  it('leaves references as they are written', async () => {
    await make('house/secret', 'private');
    const id = await make('including');
    await commit(id, 1, '{{> house/secret@1}} Go on.');
    expect((await read(id)).body.document.sections[0].text).toBe('{{> house/secret@1}} Go on.');
  });

  it('counts nothing', async () => {
    const id = await make('uncounted');
    await read(id);
    await read(id, 'viewer');
    const { body } = await asEditor().call(contract.getPrompt, { params: { promptId: id } });
    expect(body.counters).toEqual({ views: 0, uses: 0, favorites: 0 });
  });

  it('answers the same for everything that is not public, whoever asks', async () => {
    const archived = await make('archived');
    await asEditor().call(contract.archivePrompt, { params: { promptId: archived } });
    const withdrawn = await make('withdrawn');
    await asEditor().call(contract.unpublishPrompt, { params: { promptId: withdrawn } });
    const deleted = await make('deleted');
    const { revision } = (await asEditor().call(contract.getPrompt, { params: { promptId: deleted } })).body;
    await asEditor().call(contract.deletePrompt, { params: { promptId: deleted }, revision });
    const ids = {
      private: await make('private', 'private'),
      organization: await make('organization', 'organization'),
      unpublished: await make('unpublished', 'public', false),
      archived,
      withdrawn,
      deleted,
      unknown: '01900000-0000-7000-8000-00000000dead',
      malformed: "1' or '1'='1",
      otherForm: (await make('other-form')).toUpperCase(),
    };
    for (const [why, id] of Object.entries(ids))
      for (const caller of ['nobody', 'stranger', 'viewer', 'editor'] as const) {
        const { status, body } = await read(id, caller);
        const { requestId: _request, instance: _address, ...rest } = body;
        expect([status, rest], `${why} as ${caller}`).toEqual([
          404,
          {
            type: expect.any(String),
            title: expect.any(String),
            status: 404,
            code: 'resource.not_found',
            detail: 'There is nothing under this address, or you may not see it.',
          },
        ]);
      }
  });

  it('is closed again by a change of visibility', async () => {
    const id = await make('closing');
    const { revision } = (await asEditor().call(contract.getPrompt, { params: { promptId: id } })).body;
    expect((await read(id)).status).toBe(200);
    await asEditor().call(contract.updatePrompt, {
      params: { promptId: id },
      body: { visibility: 'organization' },
      revision,
    });
    expect((await read(id)).status).toBe(404);
  });
});
