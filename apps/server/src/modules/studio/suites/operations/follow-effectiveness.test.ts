/** The score of a prompt as tabs are told of it: it stands here because suites come after runs. */
import { addCases, createCaseSet } from '@promptvault/contract/studio/cases/routes';
import { rateRun } from '@promptvault/contract/studio/runs/routes';
import * as contract from '@promptvault/contract/studio/suites/routes';
import { createPrompt } from '@promptvault/contract/vault/prompts/routes';
import { type LiveTab, openLiveTab } from '@promptvault/testing/live-tab';
import { document, openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Listening, listen } from '../../../../assembly/listen.ts';

let runs: RunHouse;
let listening: Listening;
beforeAll(async () => {
  runs = await openRunHouse();
  const { application } = runs.house;
  const { environment } = application.services;
  listening = await listen(application, { ...environment, http: { ...environment.http, port: 0 } });
});
afterAll(async () => {
  await listening.close();
  await runs.close();
});

async function follow(who: 'editor' | 'viewer' | 'stranger', topic: string): Promise<LiveTab> {
  const { house } = runs;
  const tab = await openLiveTab(`http://127.0.0.1:${listening.port}`, {
    cookie: house.people[who].cookie,
    organizationId: who === 'stranger' ? house.strangersOrganizationId : house.organizationId,
  });
  tab.send({ type: 'subscribe', id: topic, topic });
  return tab;
}
const heard = (tab: LiveTab) => tab.heard.filter(({ type }) => type === 'event').length;

it('tells lists and the page of the prompt of ratings and suites, and nobody who may not see it', async () => {
  const other = await runs.house.as('editor').call(createPrompt, {
    body: { title: 'Other', document, commit: true, visibility: 'private' },
  });
  const list = await follow('viewer', 'effectiveness');
  const page = await follow('editor', `prompt-effectiveness:${runs.promptId}`);
  const otherPage = await follow('editor', `prompt-effectiveness:${other.body.id}`);
  const elsewhere = await follow('stranger', 'effectiveness');
  for (const tab of [list, page, otherPage, elsewhere]) await tab.until('subscribed');
  const hidden = await follow('viewer', `prompt-effectiveness:${other.body.id}`);
  expect(await hidden.until('problem')).toMatchObject({ problem: { code: 'resource.not_found' } });

  const [runId = ''] = (await runs.start([null])).runIds;
  await runs.ended(runId);
  const rate = (rating: 'up' | null) =>
    runs.house.as('editor').call(rateRun, { params: { runId }, body: { rating } });
  await rate('up');
  for (const tab of [list, page]) await tab.until('event');
  // The same again changes nothing, so nobody reads anything again.
  await rate('up');
  await pause(1_300);
  expect([list, page, otherPage, elsewhere].map(heard)).toEqual([1, 1, 0, 0]);

  const place = { promptId: runs.promptId, name: 'Tone' };
  const set = await runs.house.as('editor').call(createCaseSet, { body: place });
  const assertions = [{ kind: 'contains', values: ['tides'] }];
  const cases = [{ name: 'Tides', values: { topic: 'the tides' }, assertions }];
  await runs.house.as('editor').call(addCases, { params: { caseSetId: set.body.id }, body: { cases } });
  const models = [{ connectionId: null, model: 'echo' }];
  const suite = await runs.house
    .as('editor')
    .call(contract.createSuite, { body: { ...place, caseSetId: set.body.id, models } });
  await runs.house.as('editor').call(contract.startSuite, { params: { suiteId: suite.body.id }, body: {} });
  for (const tab of [list, page]) await tab.until('event', 2);
  expect([otherPage, elsewhere].map(heard)).toEqual([0, 0]);
});
