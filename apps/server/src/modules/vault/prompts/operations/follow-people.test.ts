import type { PeopleInPrompts } from '@promptvault/contract/vault/prompts/events';
import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument } from '@promptvault/document';
import { openDraftTab } from '@promptvault/testing/draft-tab';
import { type LiveTab, openLiveTab } from '@promptvault/testing/live-tab';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Listening, listen } from '../../../../assembly/listen.ts';

let house: TestHouse;
let listening: Listening;
beforeAll(async () => {
  house = await openTestHouse();
  const { environment } = house.application.services;
  listening = await listen(house.application, { ...environment, http: { ...environment.http, port: 0 } });
});
afterAll(async () => {
  await listening.close();
  await house.close();
});

const openTab = (who: 'owner' | 'editor' | 'viewer' | 'stranger') =>
  openLiveTab(`http://127.0.0.1:${listening.port}`, {
    cookie: house.people[who].cookie,
    organizationId: who === 'stranger' ? house.strangersOrganizationId : house.organizationId,
  });

/** What a follower knows now of one prompt: the names in it. */
function follow(
  tab: LiveTab,
  promptId: string,
  whose: 'people' | 'readers' = 'people',
  topic = 'prompt-people',
) {
  tab.send({ type: 'subscribe', id: 'p', topic });
  const names = () => {
    let known: string[] = [];
    for (const one of tab.heard)
      if (one.type === 'event')
        for (const prompt of (one.data as PeopleInPrompts).prompts)
          if (prompt.promptId === promptId) known = prompt[whose].map(({ name }) => name);
    return known.join();
  };
  return {
    names,
    async until(expected: string) {
      for (let tries = 0; tries < 300 && names() !== expected; tries++)
        await new Promise((resolve) => setTimeout(resolve, 10));
      expect(names()).toBe(expected);
    },
  };
}

it('tells who edits a prompt to those who see it, as long as they do', async () => {
  const body = { title: 'Seen', document: emptyDocument() };
  const promptId: string = (await house.as('editor').call(contract.createPrompt, { body })).body.id;
  const [owner, viewer, stranger] = await Promise.all([
    openTab('owner'),
    openTab('viewer'),
    openTab('stranger'),
  ]);
  const asOwner = follow(owner, promptId);
  const asViewer = follow(viewer, promptId);
  const asStranger = follow(stranger, promptId);
  const editing = await openTab('editor');
  await openDraftTab(editing, promptId);
  await asOwner.until('Editor');
  expect([asViewer.names(), asStranger.names()]).toEqual(['', '']);

  const params = { promptId, branch: 'main' };
  await house.as('editor').call(contract.commitVersion, { params, body: { expectedParent: null } });
  await house.as('editor').call(contract.publishPrompt, { params: { promptId } });
  await asViewer.until('Editor');
  await house.as('editor').call(contract.unpublishPrompt, { params: { promptId } });
  await asViewer.until('');
  await asOwner.until('Editor');

  editing.socket.close();
  await asOwner.until('');
  expect(asStranger.names()).toBe('');
  for (const tab of [owner, viewer, stranger]) tab.socket.terminate();
});

it('tells who only looks at a prompt, to those who see it, as long as both do', async () => {
  const body = { title: 'Looked at', document: emptyDocument() };
  const promptId: string = (await house.as('editor').call(contract.createPrompt, { body })).body.id;
  const commit = { params: { promptId, branch: 'main' }, body: { expectedParent: null } };
  await house.as('editor').call(contract.commitVersion, commit);
  await house.as('editor').call(contract.publishPrompt, { params: { promptId } });
  const tabs = await Promise.all([
    openTab('owner'),
    openTab('viewer'),
    openTab('editor'),
    openTab('stranger'),
  ]);
  const [owner, viewer, editor, stranger] = tabs;
  const inList = follow(owner, promptId, 'readers');
  const asStranger = follow(stranger, promptId, 'readers', `prompt-reading:${promptId}`);
  const asViewer = follow(viewer, promptId, 'readers', `prompt-reading:${promptId}`);
  await inList.until('Viewer');
  await asViewer.until('Viewer');
  const inHeader = follow(editor, promptId, 'readers', `prompt-reading:${promptId}`);
  await inHeader.until('Viewer,Editor');

  // Who has the draft open is no reader beside it.
  await openDraftTab(editor, promptId);
  await inHeader.until('Viewer');
  await asViewer.until('Viewer');

  // Who may not see it any more is gone, and hears no more of it.
  await house.as('editor').call(contract.unpublishPrompt, { params: { promptId } });
  await inHeader.until('');
  await inList.until('');
  const problems = () => viewer.heard.filter(({ type }) => type === 'problem');
  await expect.poll(problems).toMatchObject([{ id: 'p', problem: { code: 'resource.not_found' } }]);
  expect(stranger.heard).toMatchObject([{ type: 'problem', problem: { code: 'resource.not_found' } }]);
  expect(asStranger.names()).toBe('');

  await house.as('editor').call(contract.publishPrompt, { params: { promptId } });
  const again = await openTab('viewer');
  follow(again, promptId, 'readers', `prompt-reading:${promptId}`);
  await inHeader.until('Viewer');
  again.socket.terminate();
  await inHeader.until('');
  for (const tab of tabs) tab.socket.terminate();
});
