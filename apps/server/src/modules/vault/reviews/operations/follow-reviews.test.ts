import * as prompts from '@promptvault/contract/vault/prompts/routes';
import * as contract from '@promptvault/contract/vault/reviews/routes';
import { emptyDocument } from '@promptvault/document';
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

const openTab = (who: 'admin' | 'viewer' | 'stranger') =>
  openLiveTab(`http://127.0.0.1:${listening.port}`, {
    cookie: house.people[who].cookie,
    organizationId: who === 'stranger' ? house.strangersOrganizationId : house.organizationId,
  });

/** A review of the editor's, of a branch at version 2 into main at version 1. */
async function makeReview(visibility: 'organization' | 'private') {
  const editor = house.as('editor');
  const documentOf = (text: string) => ({
    ...emptyDocument(),
    sections: [{ id: 's1', kind: 'instructions', role: null, text }],
  });
  const body = { title: `Live ${visibility}`, visibility, document: documentOf('One.\n'), commit: true };
  const { id: promptId } = (await editor.call(prompts.createPrompt, { body })).body;
  const params = { promptId };
  await editor.call(prompts.publishPrompt, { params, body: {} });
  await editor.call(prompts.createBranch, { params, body: { name: 'shorter', from: 1 } });
  const commit = (expectedParent: number, text: string) =>
    editor.call(prompts.commitVersion, {
      params: { promptId, branch: 'shorter' },
      body: { expectedParent, message: '', document: documentOf(text) },
    });
  await commit(1, 'Two.\n');
  const asked = await editor.call(contract.createReview, {
    params,
    body: { title: 'Live', source: 'shorter' },
  });
  return { promptId, id: asked.body.id as string, commit };
}

const heard = (tab: LiveTab) => tab.heard.filter(({ type }) => type === 'event').length;
/** Waits until the tab was told once more since `before`. */
const toldAgain = (tab: LiveTab, before: number) => tab.until('event', before + 1);

it('tells whoever looks at a review of verdicts, checks, versions and the merge', async () => {
  const { promptId, id, commit } = await makeReview('organization');
  const other = await makeReview('organization');
  const tab = await openTab('viewer');
  tab.send({ type: 'subscribe', id: 'r', topic: `review:${id}` });
  await tab.until('subscribed');
  const tells = async (act: () => Promise<{ status: number }>) => {
    const before = heard(tab);
    expect((await act()).status).toBeLessThan(300);
    await toldAgain(tab, before);
    // What comes in a short time is told as one: the next one begins after it.
    await new Promise((resolve) => setTimeout(resolve, 300));
  };
  const params = { reviewId: id };
  const decide = (reviewId: string, version: number) =>
    house
      .as('admin')
      .call(contract.decideReview, { params: { reviewId }, body: { verdict: 'approve', version } });
  await tells(() => decide(id, 2));
  await tells(() => commit(2, 'Two, again.\n'));
  await tells(() =>
    house.as('admin').call(prompts.reportVersionCheck, {
      params: { promptId, number: '3', name: 'ci:build' },
      body: { status: 'passed' },
    }),
  );
  await tells(() => decide(id, 3));
  const quiet = heard(tab);
  await decide(other.id, 2);
  await tells(() =>
    house.as('editor').call(contract.mergeReview, { params, body: { expectedFrom: 3, expectedInto: 1 } }),
  );
  expect(heard(tab)).toBe(quiet + 1);
  tab.socket.close();
});

it('tells nothing of a review to those who do not see it', async () => {
  const { id } = await makeReview('private');
  for (const caller of ['admin', 'stranger'] as const) {
    const tab = await openTab(caller);
    tab.send({ type: 'subscribe', id: 'r', topic: `review:${id}` });
    expect(await tab.until('problem')).toMatchObject({ problem: { code: 'resource.not_found' } });
    tab.socket.close();
  }
});

it('tells of any review to those of its organization alone', async () => {
  const [admin, stranger] = [await openTab('admin'), await openTab('stranger')];
  for (const tab of [admin, stranger]) {
    tab.send({ type: 'subscribe', id: 'all', topic: 'reviews' });
    await tab.until('subscribed');
  }
  const before = heard(admin);
  await makeReview('organization');
  await toldAgain(admin, before);
  expect(heard(stranger)).toBe(0);
  for (const tab of [admin, stranger]) tab.socket.close();
});
