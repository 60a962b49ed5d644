import { listMembers, removeMember } from '@promptvault/contract/account/organizations/routes';
import * as contract from '@promptvault/contract/studio/runs/routes';
import { heard, last, openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FollowedTopic } from '../../../../foundation/module/define-module.ts';
import { type FollowedEvent, followRun } from './follow-run.ts';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

describe('following a run', () => {
  it('gives twenty followers who come at different times the same events', async () => {
    const { runIds } = await runs.start(['scripted-rate-100-120']);
    const runId = runIds[0] as string;
    const followers = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        await pause(index * 70);
        return runs.follow(runId);
      }),
    );
    const [first = []] = followers;
    expect(first.length).toBeGreaterThan(20);
    for (const events of followers) expect(events).toEqual(first);
    expect(first.map(({ id }) => Number(id))).toEqual(first.map((_, index) => index + 1));
    const run = await runs.ended(runId);
    expect(run.output).toBe(heard(first));
    expect(run.output.split(' ')).toHaveLength(120);
  });

  it('continues after any event, also when all is over', async () => {
    const { runIds } = await runs.start(['scripted-fast']);
    const all = await runs.follow(runIds[0] as string);
    for (const at of [1, 3, all.length - 1]) {
      const { id } = all[at - 1] as FollowedEvent;
      expect(await runs.follow(runIds[0] as string, id)).toEqual(all.slice(at));
    }
    expect(await runs.follow(runIds[0] as string, all.at(-1)?.id)).toEqual([]);
  });

  it('tells the text and the end from the row when the events are gone', async () => {
    const { runIds } = await runs.start(['scripted-fast']);
    const runId = runIds[0] as string;
    const all = await runs.follow(runId);
    const { ports } = runs.house.application.services;
    const gone = {
      ...ports,
      streams: {
        ...ports.streams,
        read: async () => ({ events: [], gap: undefined, state: 'absent' as const, last: 0 }),
      },
    };
    const again: FollowedEvent[] = [];
    const run = { organizationId: runs.house.organizationId, runId };
    for await (const event of followRun(gone, run, new AbortController().signal, null)) again.push(event);
    expect(again.map(({ data }) => data.type)).toEqual(['run-start', 'run-end']);
    expect(heard(again)).toBe(heard(all));
    expect(last(again)).toEqual(last(all));
  });

  it('bridges events that are no longer kept with the text of the row', async () => {
    const { runIds } = await runs.start(['scripted-rate-50-100']);
    const runId = runIds[0] as string;
    const { ports } = runs.house.application.services;
    const run = { organizationId: runs.house.organizationId, runId };
    await pause(600);
    const cut = {
      ...ports,
      streams: {
        ...ports.streams,
        tail: async function* (id: string, after: number, signal: AbortSignal) {
          for await (const batch of ports.streams.tail(id, after, signal)) {
            const late = batch.events.filter((event) => event.id > 8);
            const lost = batch.events.length > late.length;
            yield { events: late, gap: lost ? { from: 1, to: 8 } : batch.gap };
          }
        },
      },
    };
    const events: FollowedEvent[] = [];
    for await (const event of followRun(cut, run, new AbortController().signal, null)) events.push(event);
    expect(events[0]?.data.type).toBe('run-start');
    expect(heard(events)).toBe((await runs.ended(runId)).output);
  });

  it('follows a comparison as server-sent events, and goes on from an id', async () => {
    const { body } = await runs.start([null, 'scripted-fast', 'scripted-cut']);
    const path = `/api/v1/comparisons/${body.comparison.id}/events`;
    const read = async (headers: Record<string, string> = {}) => {
      const answer = await runs.house.as('editor').send('GET', path, null, headers);
      return String(answer.body)
        .split('\n\n')
        .filter((block) => block.includes('data:'))
        .map((block) => ({
          id: /^id: ?(.*)$/m.exec(block)?.[1] ?? '',
          data: JSON.parse(/^data: ?(.*)$/m.exec(block)?.[1] ?? 'null') as { type: string; runId: string },
        }));
    };
    const all = await read();
    const ends = all.filter(({ data }) => data.type === 'run-end' || data.type === 'run-error');
    expect(ends.map(({ data }) => data.runId).sort()).toEqual(
      body.comparison.runs.map(({ id }) => id).sort(),
    );
    const middle = all[Math.floor(all.length / 2)]?.id ?? '';
    const rest = await read({ 'last-event-id': middle });
    const key = ({ data }: { data: unknown }) => JSON.stringify(data);
    expect(rest.map(key).sort()).toEqual(
      all
        .slice(Math.floor(all.length / 2) + 1)
        .map(key)
        .sort(),
    );
  });

  it('is a topic of the live connection for those who see the run', async () => {
    const { body, runIds } = await runs.start([null, 'scripted-fast']);
    const { topics, services } = runs.house.application;
    const listen = async (name: string, id: string, caller: 'editor' | 'viewer' | 'stranger') => {
      const topic = topics.get(name) as FollowedTopic;
      const opened = await runs.house.within(caller, (ctx) => topic.open(ctx, id));
      const types: string[] = [];
      const { signal } = new AbortController();
      for await (const { data } of topic.follow(services.ports, opened as never, signal, null))
        types.push((data as { type: string }).type);
      return types;
    };
    const one = await listen('run', runIds[0] as string, 'editor');
    expect([one.at(0), one.at(-1)]).toEqual(['run-start', 'run-end']);
    const both = await listen('comparison', body.comparison.id, 'editor');
    expect(both.filter((type) => type === 'run-end')).toHaveLength(2);
    for (const caller of ['viewer', 'stranger'] as const)
      await expect(listen('run', runIds[0] as string, caller)).rejects.toMatchObject({
        code: 'resource.not_found',
      });
  });

  it('is for those who see the run', async () => {
    const { body, runIds } = await runs.start([null]);
    const seen: Record<string, number[]> = {};
    for (const caller of ['owner', 'admin', 'editor', 'viewer', 'stranger', 'nobody'] as const) {
      const client = runs.house.as(caller);
      const answers = [
        await client.call(contract.getRun, { params: { runId: runIds[0] as string } }),
        await client.call(contract.getComparison, { params: { comparisonId: body.comparison.id } }),
        await client.call(contract.followComparison, { params: { comparisonId: body.comparison.id } }),
        await client.call(contract.stopRun, { params: { runId: runIds[0] as string } }),
      ];
      seen[caller] = answers.map(({ status }) => status);
    }
    expect(seen).toEqual({
      owner: [200, 200, 200, 202],
      admin: [200, 200, 200, 202],
      editor: [200, 200, 200, 202],
      viewer: [404, 404, 404, 403],
      stranger: [404, 404, 404, 404],
      nobody: [401, 401, 401, 401],
    });
  });

  it('ends for a member who is removed while listening', async () => {
    const { body } = await runs.start(['scripted-hang']);
    const { house } = runs;
    const params = { comparisonId: body.comparison.id };
    const listening = house.as('editor').call(contract.followComparison, { params });
    const { body: members } = await house.as('owner').call(listMembers);
    const editor = members.items.find(
      (one: { person: { id: string } }) => one.person.id === house.people.editor.userId,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const removed = await house
      .as('owner')
      .call(removeMember, { params: { memberId: editor.id }, revision: editor.revision });
    expect(removed.status).toBe(204);
    const heard = String((await listening).body);
    expect(heard).toContain('run-start');
    expect(heard).toMatch(/event: problem\ndata: .*resource\.not_found/);
  });
});
