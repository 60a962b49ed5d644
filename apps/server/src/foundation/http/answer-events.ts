import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { problemOf } from './problem-of.ts';
import type { RouteHost } from './route-host.ts';

export interface EventSource {
  follow(signal: AbortSignal, after: string | null): AsyncIterable<{ id: string; data: unknown }>;
  /** Calls `end` once the reader may no longer read. @returns what stops the watching */
  watch?(end: (reason: unknown) => void): () => void;
}

/** Server-sent events: each with its id, so that Last-Event-ID continues; a comment every 15 s keeps proxies awake. */
export function answerEvents(context: Context, host: RouteHost, { follow, watch }: EventSource): Response {
  // Its body would be dropped unread, and whoever fills it would never hear of that.
  if (context.req.method === 'HEAD')
    return new Response(null, { headers: { 'content-type': 'text/event-stream' } });
  const after = context.req.header('last-event-id') ?? context.req.query('after') ?? null;
  return streamSSE(context, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    let ended: { reason: unknown } | undefined;
    const unwatch = watch?.((reason) => {
      ended ??= { reason };
      gone.abort();
    });
    const pulse = setInterval(() => void stream.write(': still here\n\n').catch(() => gone.abort()), 15_000);
    try {
      for await (const event of follow(gone.signal, after)) {
        if (gone.signal.aborted) break;
        await stream.writeSSE({ id: event.id, data: JSON.stringify(event.data) });
      }
      if (ended) throw ended.reason;
    } catch (error) {
      if (gone.signal.aborted && !ended) return;
      const { body, unexpected } = problemOf(ended ? ended.reason : error);
      if (unexpected) host.log.error('a stream of events broke', { error });
      await stream.writeSSE({ event: 'problem', data: JSON.stringify(body) });
    } finally {
      unwatch?.();
      clearInterval(pulse);
    }
  });
}
