import type { RouteHost } from '@promptvault/server/foundation/http/route-host';
import { type Context, Hono } from 'hono';
import { type RecordedTransaction, replay } from './recorded-statements.ts';
import type { RepeatableSave } from './repeatable-save.ts';

export interface BareRead {
  transactions: RecordedTransaction[];
  answer: unknown;
}

export interface BareSave {
  save: RepeatableSave;
  answers: unknown[];
}

/** What a route would be without us: who is it, the statements, the answer as JSON. */
export function bareRoutes(host: RouteHost, reads: Map<string, BareRead>, saves: BareSave[]): Hono {
  const app = new Hono();
  const known = async (context: Context) => (await host.authenticate(context.req.raw)) !== undefined;

  app.get('/bare/read/:name', async (context) => {
    if (!(await known(context))) return context.json({}, 401);
    const read = reads.get(context.req.param('name'));
    if (!read) return context.json({}, 404);
    for (const transaction of read.transactions) await replay(host.db, transaction);
    return context.json(read.answer as object);
  });

  app.on(['PUT', 'POST'], '/bare/save/:index/:step', async (context) => {
    if (!(await known(context))) return context.json({}, 401);
    await context.req.json();
    const step = Number(context.req.param('step'));
    const found = saves[Number(context.req.param('index'))];
    if (!found) return context.json({}, 404);
    await found.save.step(step);
    return context.json(found.answers[step] as object);
  });
  return app;
}
