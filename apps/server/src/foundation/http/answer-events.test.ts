import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { AuthError } from '../errors/foundation-errors.ts';
import { silentLog } from '../log/log.ts';
import { answerEvents } from './answer-events.ts';
import type { RouteHost } from './route-host.ts';

describe('server-sent events', () => {
  const followed: string[] = [];
  const app = new Hono().get('/events', (context) =>
    answerEvents(context, { log: silentLog } as RouteHost, {
      async *follow(_signal, after) {
        followed.push(after ?? 'the beginning');
        yield { id: '1', data: { n: 1 } };
      },
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

  it('end, and say why, once their reader may no longer read', async () => {
    let unwatched = false;
    const watched = new Hono().get('/events', (context) =>
      answerEvents(context, { log: silentLog } as RouteHost, {
        async *follow(signal) {
          yield { id: '1', data: { n: 1 } };
          await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
          yield { id: '2', data: { n: 2 } };
        },
        watch(end) {
          setTimeout(() => end(AuthError.required()), 20);
          return () => {
            unwatched = true;
          };
        },
      }),
    );
    const text = await (await watched.request('/events')).text();
    expect(text).toContain('"n":1');
    expect(text).toContain('event: problem');
    expect(text).toContain('auth.required');
    expect(text).not.toContain('"n":2');
    expect(unwatched).toBe(true);
  });
});
