/** Whoever starts runs follows them without their topic being opened again; for everybody else it is opened. */
import { type LiveTab, openLiveTab } from '@promptvault/testing/live-tab';
import { openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Listening, listen } from '../../../../assembly/listen.ts';
import { membershipTopic } from '../../../account/organizations/index.ts';

let runs: RunHouse;
let listening: Listening;
let opened = 0;
beforeAll(async () => {
  runs = await openRunHouse();
  const { application } = runs.house;
  const comparison = application.topics.get('comparison');
  if (!comparison || !('follow' in comparison)) throw new Error('There is no such topic.');
  const counting: typeof comparison = {
    ...comparison,
    open(ctx, subject) {
      opened += 1;
      return comparison.open(ctx, subject);
    },
  };
  (application.topics as Map<string, unknown>).set('comparison', counting);
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
  tab.send({ type: 'subscribe', id: 'mine', topic });
  return tab;
}

it('follows what was just started, to its end, and once', async () => {
  const { body, runIds } = await runs.start([null, 'scripted-fast']);
  const topic = `comparison:${body.comparison.id}`;
  for (const other of ['stranger', 'viewer'] as const)
    expect(await (await follow(other, topic)).until('problem')).toMatchObject({
      problem: { code: 'resource.not_found' },
    });
  opened = 0;
  const author = await follow('editor', topic);
  await author.until('end');
  expect(opened).toBe(0);
  const ended = author.heard.filter(({ data }) => (data as { type?: string })?.type === 'run-end');
  expect(ended.map(({ data }) => (data as { runId: string }).runId).toSorted()).toEqual(runIds.toSorted());
  // Once only.
  await (await follow('editor', topic)).until('end');
  expect(opened).toBe(1);
});

it('has it opened where rights changed meanwhile', async () => {
  const { body } = await runs.start([null]);
  opened = 0;
  const { bus } = runs.house.application.services.ports;
  await bus.publish(membershipTopic, [runs.house.organizationId, runs.house.people.viewer.userId]);
  await pause(20);
  await (await follow('editor', `comparison:${body.comparison.id}`)).until('end');
  expect(opened).toBe(1);
});
