/**
 * The server of `bench -- api`, as a process of its own: the real application on the database of its environment,
 * with a thousand prompts, and beside it bare routes that ask the database the same. Tells its parent where it is.
 */
import { assemble } from '@promptvault/server/assembly/assemble';
import { listen } from '@promptvault/server/assembly/listen';
import { readEnvironment } from '@promptvault/server/foundation/env';
import { silentLog } from '@promptvault/server/foundation/log/log';
import type { Hono } from 'hono';
import { type BareRead, type BareSave, bareRoutes } from './bare-routes.ts';
import { createRecorder, type RecordedTransaction } from './recorded-statements.ts';
import { createRepeatableSave } from './repeatable-save.ts';
import { documentOf } from './saved-document.ts';

/** What the parent needs to shoot. */
export interface MeasuredServer {
  url: string;
  headers: Record<string, string>;
  reads: Record<string, string>;
  saves: { promptId: string; revision: number; step: number; number: number }[];
}

const promptCount = 1_000;
const connections = Number(process.argv[2] ?? 16);

const read = readEnvironment();
if ('problem' in read) throw new Error(read.problem);
const environment = read.ok;
const application = await assemble({ environment, log: silentLog, webDirectory: '', version: '0.0.0' });
const recorder = createRecorder(application.host.db);
const reads = new Map<string, BareRead>();
const saves: BareSave[] = [];
const bare = bareRoutes(application.host, reads, saves);
const product = application.app;
const fetch = (request: Request, env: unknown) =>
  request.url.includes('/bare/') ? bare.fetch(request, env as never) : product.fetch(request, env as never);
const listening = await listen({ ...application, app: { fetch } as unknown as Hono<never> }, environment);
const url = `http://127.0.0.1:${listening.port}`;

const headers: Record<string, string> = {};
async function call(method: string, path: string, body?: unknown, revision?: number) {
  const response = await globalThis.fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      ...headers,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(revision !== undefined && { 'if-match': `"r${revision}"` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
  return { answer: answer as Record<string, never>, cookies: response.headers.getSetCookie() };
}

const { cookies } = await call('POST', '/sign-up', {
  name: 'Bench',
  email: `bench-${process.pid}@example.com`,
  password: 'a long enough password',
});
headers.cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
const { answer: organization } = await call('POST', '/organizations', { name: 'Bench' });
headers['promptvault-organization'] = organization.organizationId as unknown as string;

const rows = Array.from({ length: promptCount }, (_, index) => {
  const topic = ['Invoice', 'Support', 'Release', 'Review', 'Digest'][index % 5];
  return `"${topic} prompt ${index}","Write about {{topic}} number ${index} in a calm tone.","${topic?.toLowerCase()}"`;
});
await call('POST', '/imports/csv', { csv: `title,prompt,tags\n${rows.join('\n')}\n` });
await application.host.db.maintain();

async function recordRead(name: string, path: string): Promise<void> {
  await call('GET', path);
  const { result, transactions } = await recorder.take(() => call('GET', path));
  reads.set(name, { transactions, answer: result.answer });
}

/** Three saves of a new prompt: the first warms up, the other two are taken down. */
async function recordSave(index: number): Promise<MeasuredServer['saves'][number]> {
  const { answer: created } = await call('POST', '/prompts', {
    title: `Saved ${index}`,
    document: documentOf(1),
    commit: true,
  });
  const promptId = created.id as unknown as string;
  const branch = `/prompts/${promptId}/branches/main`;
  let revision = (await call('GET', `${branch}/draft`)).answer.revision as unknown as number;
  let step = 0;
  const taken: RecordedTransaction[][] = [];
  const answers: unknown[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const { result, transactions } = await recorder.take(async () => {
      const put = await call('PUT', `${branch}/draft`, { document: documentOf(turn) }, revision);
      const post = await call('POST', `${branch}/versions`, { expectedParent: turn + 1, message: 'Next' });
      return [put.answer, post.answer];
    });
    answers.splice(0, 2, ...result);
    taken.push(transactions);
    const now = (await call('GET', `${branch}/draft`)).answer.revision as unknown as number;
    step = now - revision;
    revision = now;
  }
  const [, first = [], second = []] = taken;
  saves.push({ save: createRepeatableSave(application.host.db, first, second), answers });
  return { promptId, revision, step, number: 4 };
}

const list = '/prompts?limit=50&sort=updated';
await recordRead('list', list);
const { answer: page } = await call('GET', list);
const one = `/prompts/${((page.items as unknown as { id: string }[])[0] as { id: string }).id}`;
await recordRead('get', one);
const measured: MeasuredServer = { url, headers, reads: { list, get: one }, saves: [] };
// The first half is saved by the product, the other half by the bare routes.
for (let index = 0; index < connections * 2; index++) measured.saves.push(await recordSave(index));
await application.dispatcher.catchUp();
process.send?.(measured);

process.on('disconnect', () => process.exit(1));
process.on('message', async (message) => {
  if (message === 'rest') {
    await application.dispatcher.catchUp();
    await application.host.db.maintain();
    process.send?.('rested');
  }
  if (message === 'stop') {
    await listening.close();
    await application.close();
    process.exit(0);
  }
});
