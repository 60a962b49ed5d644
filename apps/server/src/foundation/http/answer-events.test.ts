import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { silentLog } from '../log/log.ts';
import { answerEvents } from './answer-events.ts';
import type { RouteHost } from './route-host.ts';

describe('server-sent events', () => {
  const followed: string[] = [];
  const app = new Hono().get('/events', (context) =>
    answerEvents(context, { log: silentLog } as RouteHost, async function* (_signal, after) {
      followed.push(after ?? 'the beginning');
      yield { id: '1', data: { n: 1 } };
    }),
  );

  it('carry an id each and go on after the last one seen', async () => {
    const answer = await app.request('/events', { headers: { 'last-event-id': '0' } });
    expect(await answer.text()).toBe('data: {"n":1}\nid: 1\n\n');
    expect(followed).toEqual(['0']);
  });

  it('are not followed for a HEAD request, whose answer nobody reads', async () => {
    followed.length = 0;
    const answer = await app.request('/events', { method: 'HEAD' });
    expect([answer.status, answer.body, followed]).toEqual([200, null, []]);
  });
});
