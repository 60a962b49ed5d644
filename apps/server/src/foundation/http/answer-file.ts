import type { Context } from 'hono';
import type { RouteHost } from './route-host.ts';
import type { ServedFile } from './serve.ts';

/**
 * A file that is written as fast as it is read. What breaks after its beginning breaks the connection, so that nobody
 * takes half a file for a whole one.
 */
export function answerFile(
  context: Context,
  host: RouteHost,
  open: (signal: AbortSignal) => ServedFile,
): Response {
  const gone = new AbortController();
  const { name, type, parts } = open(gone.signal);
  context.header('content-type', type);
  context.header('content-disposition', `attachment; filename="${name}"`);
  context.header('cache-control', 'private, no-store');
  if (context.req.method === 'HEAD') return context.newResponse(null, 200);
  const rows = parts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await rows.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      } catch (error) {
        if (!gone.signal.aborted) host.log.error('a file broke while it was written', { error });
        controller.error(error);
      }
    },
    async cancel() {
      gone.abort();
      await rows.return?.();
    },
  });
  return context.newResponse(body, 200);
}
