import { signIn, signOut } from '@promptvault/contract/account/identity/routes';
import { ROOM_FRAMES } from '@promptvault/contract/vault/prompts/draft-frames';
import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { type DraftTab, openDraftTab } from '@promptvault/testing/draft-tab';
import { type LiveTab, openLiveTab } from '@promptvault/testing/live-tab';
import { housePassword, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../../../assembly/listen.ts';

let house: TestHouse;
let listening: Listening;
let tabs: LiveTab[] = [];

beforeAll(async () => {
  house = await openTestHouse();
  const { environment } = house.application.services;
  listening = await listen(house.application, { ...environment, http: { ...environment.http, port: 0 } });
});
afterEach(() => {
  for (const tab of tabs) tab.socket.terminate();
  tabs = [];
});
afterAll(async () => {
  await listening.close();
  await house.close();
});

type Who = 'owner' | 'admin' | 'editor' | 'viewer' | 'stranger';

const documentOf = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});
const textOf = (tab: DraftTab) => tab.document().sections[0]?.text;

async function openTab(who: Who): Promise<LiveTab> {
  const organizationId = who === 'stranger' ? house.strangersOrganizationId : house.organizationId;
  const { cookie } = house.people[who];
  const tab = await openLiveTab(`http://127.0.0.1:${listening.port}`, { cookie, organizationId });
  tabs.push(tab);
  return tab;
}

const openDraft = async (who: Who, promptId: string) => openDraftTab(await openTab(who), promptId);

async function makePrompt(text = 'one two'): Promise<string> {
  const body = { title: 'Together', document: documentOf(text) };
  return (await house.as('editor').call(contract.createPrompt, { body })).body.id;
}

const params = (promptId: string) => ({ promptId, branch: 'main' });
const draftOf = async (promptId: string) =>
  (await house.as('editor').call(contract.getDraft, { params: params(promptId) })).body;

const peopleHeard = (tab: DraftTab) =>
  tab.heard.filter(({ kind }) => kind === ROOM_FRAMES.people).map(({ json }) => json) as {
    you: string | null;
    here: { connection: string; person: { id: string; name: string }; caret: unknown }[];
    gone: string[];
  }[];

describe('a draft that several write', () => {
  it('brings what one writes to the others once it is stored', async () => {
    const promptId = await makePrompt();
    const [first, second] = [await openDraft('editor', promptId), await openDraft('owner', promptId)];
    const number = first.write(documentOf('one two three'));
    await first.acknowledged(number);
    await second.until(() => textOf(second) === 'one two three');
    expect((await draftOf(promptId)).document).toEqual(documentOf('one two three'));
  });

  it('keeps what both write into one sentence at once', async () => {
    const promptId = await makePrompt();
    const [first, second] = [await openDraft('editor', promptId), await openDraft('owner', promptId)];
    const numbers = [first.write(documentOf('ONE one two')), second.write(documentOf('one two THREE'))];
    await Promise.all([first.acknowledged(numbers[0] as number), second.acknowledged(numbers[1] as number)]);
    await first.until(() => textOf(first) === 'ONE one two THREE');
    await second.until(() => textOf(second) === 'ONE one two THREE');
    expect((await draftOf(promptId)).document).toEqual(documentOf('ONE one two THREE'));
  });

  it('reaches open editors with what a program writes, commits or restores', async () => {
    const promptId = await makePrompt();
    const tab = await openDraft('editor', promptId);
    const editor = house.as('editor');
    await tab.acknowledged(tab.write(documentOf('typed')));
    const { revision } = await draftOf(promptId);
    const put = await editor.call(contract.replaceDraft, {
      params: params(promptId),
      body: { document: documentOf('typed and put') },
      revision,
    });
    expect(put.status).toBe(200);
    await tab.until(() => textOf(tab) === 'typed and put');
    await editor.call(contract.commitVersion, { params: params(promptId), body: { expectedParent: null } });
    await tab.until(() =>
      tab.heard.find(({ json }) => (json as { baseVersion?: number })?.baseVersion === 1),
    );
    await tab.acknowledged(tab.write(documentOf('gone astray')));
    await editor.call(contract.discardDraft, { params: params(promptId) });
    await tab.until(() => textOf(tab) === 'typed and put');
  });

  it('counts what is sent twice once, and refuses what hangs in the air, taking nothing of it', async () => {
    const promptId = await makePrompt();
    const tab = await openDraft('editor', promptId);
    const updates: Uint8Array[] = [];
    tab.ydoc.on('update', (update: Uint8Array) => updates.push(update));
    await tab.acknowledged(tab.write(documentOf('first')));
    tab.say('update', 100, updates[0]);
    await tab.acknowledged(100);
    expect((await draftOf(promptId)).seq).toBe(1);

    const other = await openDraft('owner', promptId);
    const held: Uint8Array[] = [];
    other.ydoc.on('update', (update: Uint8Array) => held.push(update));
    const otherSocket = tabs.at(-1) as LiveTab;
    otherSocket.socket.terminate();
    other.write(documentOf('lost'));
    other.write(documentOf('lost again'));
    tab.say('update', 101, held[1]);
    await expect(tab.acknowledged(101)).rejects.toMatchObject({ problem: { code: 'prompt.draft_refused' } });
    for (const [number, garbage] of [
      [102, new Uint8Array([9, 9, 9])],
      [103, new Uint8Array(0)],
      [104, crypto.getRandomValues(new Uint8Array(3_000))],
    ] as const) {
      tab.say('update', number, garbage);
      await expect(tab.acknowledged(number)).rejects.toMatchObject({
        problem: { code: 'prompt.draft_refused' },
      });
    }
    await tab.acknowledged(tab.write(documentOf('still here')));
    expect((await draftOf(promptId)).document).toEqual(documentOf('still here'));
  });

  it('refuses for now what cannot be stored, and takes it when it is sent again', async () => {
    const promptId = await makePrompt();
    const [first, second] = [await openDraft('editor', promptId), await openDraft('owner', promptId)];
    const updates: Uint8Array[] = [];
    first.ydoc.on('update', (update: Uint8Array) => updates.push(update));
    const { ports } = house.application.services;
    const { within } = ports;
    ports.within = (scope, fn) =>
      scope.job === 'prompt.draft' ? Promise.reject(new Error('the disk is gone')) : within(scope, fn);
    const number = first.write(documentOf('one two, later'));
    await expect(first.acknowledged(number)).rejects.toMatchObject({
      problem: { code: 'server.unexpected' },
    });
    ports.within = within;
    expect(textOf(second)).toBe('one two');
    first.say('update', 200, updates[0]);
    await first.acknowledged(200);
    await second.until(() => textOf(second) === 'one two, later');
    expect((await draftOf(promptId)).document).toEqual(documentOf('one two, later'));
  });

  it('goes on after frames that are none, and closes on those beyond the limit', async () => {
    const promptId = await makePrompt();
    const tab = await openDraft('editor', promptId);
    const live = tabs.at(-1) as LiveTab;
    for (const bytes of [[], [0], [3, 65], [200, 1, 2]]) live.socket.send(Uint8Array.from(bytes));
    tab.say(77, 1);
    tab.say('caret', 0, Buffer.from('{'));
    await live.until('problem', 6);
    await tab.acknowledged(tab.write(documentOf('alive')));
    live.socket.send(new Uint8Array(5 << 20));
    expect(await live.closed).toBe(1009);
    const again = await openDraft('editor', promptId);
    expect(textOf(again)).toBe('alive');
  });

  it('refuses two megabytes in one section, however they come, and keeps what stands', async () => {
    const promptId = await makePrompt();
    const huge = 'x'.repeat(2_000_000);
    const tab = await openDraft('editor', promptId);
    await expect(tab.acknowledged(tab.write(documentOf(huge)))).rejects.toMatchObject({
      problem: { code: 'prompt.draft_refused', params: { reason: expect.stringContaining('1,000,000') } },
    });
    const { revision } = await draftOf(promptId);
    const body = { document: documentOf(huge) };
    const put = await house
      .as('editor')
      .call(contract.replaceDraft, { params: params(promptId), body, revision });
    expect([put.status, put.body.code]).toEqual([422, 'request.invalid']);
    expect((await draftOf(promptId)).document).toEqual(documentOf('one two'));
    const again = await openDraft('editor', promptId);
    await again.acknowledged(again.write(documentOf('one two three')));
  });

  it('keeps its log bounded, and gives those who come back late the whole', async () => {
    const promptId = await makePrompt('');
    const tab = await openDraft('editor', promptId);
    let text = '';
    for (let index = 0; index < 700; index++) {
      text += String.fromCharCode(97 + (index % 26));
      await tab.acknowledged(tab.write(documentOf(text)));
    }
    const rows = await house.within('editor', (ctx) =>
      ctx.tx.execute<{ rows: number; unfolded: number }>(
        sql`select count(*)::int as rows, (select unfolded from prompt_draft d where d.branch_id = u.branch_id) as unfolded
          from prompt_draft_update u where branch_id = (select id from prompt_branch where prompt_id = ${promptId}) group by u.branch_id`,
        'objects',
      ),
    );
    expect(rows[0]?.rows).toBeLessThanOrEqual(564);
    expect(rows[0]?.unfolded).toBeLessThan(64);
    const draft = await draftOf(promptId);
    expect([draft.seq, draft.document]).toEqual([700, documentOf(text)]);
    const late = await house.as('editor').call(contract.getDraftUpdates, {
      params: params(promptId),
      query: { after: 3 },
    });
    expect([late.body.updates.length, late.body.seq]).toEqual([1, 700]);
    const soon = await house.as('editor').call(contract.getDraftUpdates, {
      params: params(promptId),
      query: { after: 690 },
    });
    expect(soon.body.updates).toHaveLength(10);
  }, 60_000);
});

describe('who is in a draft', () => {
  it('is told to the others with names the server knows, and taken back when they leave', async () => {
    const promptId = await makePrompt();
    const first = await openDraft('editor', promptId);
    const second = await openDraft('owner', promptId);
    const caret = { anchor: 'AQID', head: 'AQID', isTyping: true };
    second.showCaret(caret);
    const seen = await first.until(() =>
      peopleHeard(first)
        .flatMap(({ here }) => here)
        .find((one) => one.caret),
    );
    expect(seen).toMatchObject({ person: { id: house.people.owner.userId, name: 'Owner' }, caret });
    (tabs.at(-1) as LiveTab).socket.close();
    await first.until(() => peopleHeard(first).some(({ gone }) => gone.includes(seen.connection)));
  });

  it('cannot be forged: a frame that names a person or another connection is refused', async () => {
    const promptId = await makePrompt();
    const first = await openDraft('editor', promptId);
    const forger = await openDraft('owner', promptId);
    const live = tabs.at(-1) as LiveTab;
    const caret = { anchor: 'AQID', head: 'AQID', isTyping: false };
    const forged = [
      { ...caret, person: { id: house.people.admin.userId, name: 'Admin' } },
      { ...caret, connection: 'someone' },
      { ...caret, anchor: '<b>'.repeat(4) },
      { ...caret, anchor: 'A'.repeat(5_000) },
      [caret],
    ];
    for (const one of forged) forger.showCaret(one);
    await live.until('problem', forged.length);
    forger.showCaret(caret);
    await first.until(() => peopleHeard(first).some(({ here }) => here.some((one) => one.caret)));
    const named = peopleHeard(first).flatMap(({ here }) => here.map(({ person }) => person.name));
    expect(named).not.toContain('Admin');
  });
});

describe('the room of a draft', () => {
  it('lets nobody in who may only read, nor a stranger, and hears no frame of theirs', async () => {
    const promptId = await makePrompt();
    await house.as('editor').call(contract.commitVersion, {
      params: params(promptId),
      body: { expectedParent: null },
    });
    await house.as('editor').call(contract.publishPrompt, { params: { promptId } });
    const watcher = await openDraft('editor', promptId);
    const viewer = await openTab('viewer');
    await expect(openDraftTab(viewer, promptId)).rejects.toMatchObject({
      problem: { code: 'auth.forbidden' },
    });
    for (const kind of [1, 2, 3]) viewer.sendFrame('draft-x', Uint8Array.from([kind, 0, 0, 0, 1, 1]));
    expect(await viewer.until('problem', 4)).toMatchObject({ problem: { code: 'resource.not_found' } });
    await expect(openDraft('stranger', promptId)).rejects.toMatchObject({
      problem: { code: 'resource.not_found' },
    });
    await expect(openDraftTab(await openTab('editor'), promptId, 'none')).rejects.toMatchObject({
      problem: { code: 'resource.not_found' },
    });
    expect(textOf(watcher)).toBe('one two');
  });

  it('closes for who is no longer a co-editor, and for all when the prompt is deleted', async () => {
    const promptId = await makePrompt();
    const editor = house.as('editor');
    const { body: prompt } = await editor.call(contract.getPrompt, { params: { promptId } });
    const admin = await openDraft('admin', promptId);
    const adminTab = tabs.at(-1) as LiveTab;
    const { body: hidden } = await editor.call(contract.updatePrompt, {
      params: { promptId },
      body: { visibility: 'private' },
      revision: prompt.revision,
    });
    expect(await adminTab.until('problem')).toMatchObject({ problem: { code: 'resource.not_found' } });
    const number = admin.write(documentOf('too late'));
    await adminTab.until('problem', 2);
    expect(admin.heard.some((one) => one.kind === ROOM_FRAMES.ack && one.number === number)).toBe(false);
    const author = await openDraft('editor', promptId);
    const authorTab = tabs.at(-1) as LiveTab;
    await editor.call(contract.deletePrompt, { params: { promptId }, revision: hidden.revision });
    expect(await authorTab.until('problem')).toMatchObject({ problem: { code: 'resource.not_found' } });
    expect(textOf(author)).toBe('one two');
  });

  it('closes for who becomes a viewer, and takes no kind of frame of theirs', async () => {
    const promptId = await makePrompt();
    const editing = await openDraft('editor', promptId);
    const tab = tabs.at(-1) as LiveTab;
    const watching = await openDraft('owner', promptId);
    await editing.acknowledged(editing.write(documentOf('in time')));
    const owner = house.as('owner');
    const members = async () => (await owner.send('GET', '/api/v1/members')).body.items;
    const setRole = async (role: string) => {
      const member = (await members()).find(
        (one: { person: { id: string } }) => one.person.id === house.people.editor.userId,
      );
      return owner.send('PATCH', `/api/v1/members/${member.id}`, JSON.stringify({ role }), {
        'content-type': 'application/json',
        'if-match': `"r${member.revision}"`,
      });
    };
    expect((await setRole('viewer')).status).toBe(200);
    expect(await tab.until('problem')).toMatchObject({ problem: { status: expect.any(Number) } });
    await watching.until(() => peopleHeard(watching).some(({ gone }) => gone.length > 0));
    const heard = [editing, watching].map((one) => one.heard.length);
    editing.say('hello', 0);
    editing.write(documentOf('too late'));
    editing.showCaret({ anchor: 'AQID', head: 'AQID', isTyping: true });
    expect(await tab.until('problem', 4)).toMatchObject({ problem: { code: 'resource.not_found' } });
    expect([editing, watching].map((one) => one.heard.length)).toEqual(heard);
    expect(textOf(watching)).toBe('in time');
    expect((await setRole('editor')).status).toBe(200);
    expect((await draftOf(promptId)).document).toEqual(documentOf('in time'));
  });

  it('closes with the session, for every tab of it, and keeps what was acknowledged', async () => {
    const promptId = await makePrompt();
    const watching = await openDraft('owner', promptId);
    const { headers } = await house
      .as('nobody')
      .call(signIn, { body: { email: house.people.editor.email, password: housePassword } });
    const cookie = (headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    const open = () =>
      openLiveTab(`http://127.0.0.1:${listening.port}`, { cookie, organizationId: house.organizationId });
    const [first, second] = [await open(), await open()];
    tabs.push(first, second);
    const editing = await openDraftTab(first, promptId);
    await openDraftTab(second, promptId);
    await editing.acknowledged(editing.write(documentOf('in time')));
    await house.as('nobody').call(signOut, { headers: { cookie } });
    expect(await Promise.all([first.closed, second.closed])).toEqual([4401, 4401]);
    editing.write(documentOf('too late'));
    await expect(open()).rejects.toThrow('refused 401');
    await watching.until(() => peopleHeard(watching).flatMap(({ gone }) => gone).length >= 2);
    expect(textOf(watching)).toBe('in time');
    expect((await draftOf(promptId)).document).toEqual(documentOf('in time'));
  });
});
