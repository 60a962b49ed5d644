import { WebSocket } from 'ws';
import { runsBody } from './runs-body.ts';

/** One tab: it starts runs over HTTP and follows them over its one live connection. */
export interface StudioClient {
  /** Milliseconds from the click to the first text, and a promise of the end. */
  run(model: string): Promise<{ firstTextMs: number; ended: Promise<void> }>;
  close(): void;
}

interface Follower {
  first(): void;
  end(): void;
  fail(error: Error): void;
}

async function post(url: string, headers: Record<string, string>, path: string, body: unknown) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
  return { answer: answer as Record<string, never>, cookies: response.headers.getSetCookie() };
}

/** Signs somebody up, connects the provider in an organization of theirs, and opens the tab. */
export async function openStudio(url: string, providerUrl: string, name: string): Promise<StudioClient> {
  const headers: Record<string, string> = {};
  const { cookies } = await post(url, headers, '/sign-up', {
    name,
    email: `${name}@example.com`,
    password: 'a long enough password',
  });
  headers.cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  const organization = (await post(url, headers, '/organizations', { name: 'Bench' })).answer;
  headers['promptvault-organization'] = String(organization.organizationId);
  const connection = await post(url, headers, '/model-connections', {
    name: 'Scripted',
    provider: 'openai_compatible',
    baseUrl: providerUrl,
    key: 'sk-scripted-0123456789',
  });
  const connectionId = String(connection.answer.id);

  const live = new WebSocket(
    `${url.replace('http', 'ws')}/api/v1/live?organization=${headers['promptvault-organization']}`,
    { headers: { cookie: headers.cookie, origin: url } },
  );
  await new Promise((resolve, reject) => live.once('open', resolve).once('error', reject));
  const followers = new Map<string, Follower>();
  live.on('message', (raw) => {
    const message = JSON.parse(raw.toString()) as {
      type: string;
      id: string;
      data?: { type: string; text?: string };
    };
    const follower = followers.get(message.id);
    if (message.type === 'problem') follower?.fail(new Error(JSON.stringify(message)));
    if (message.type === 'end') follower?.end();
    const { data } = message;
    if (data?.type === 'text-delta' || (data?.type === 'run-start' && data.text)) follower?.first();
    if (data?.type === 'run-error') follower?.fail(new Error(JSON.stringify(data)));
  });

  return {
    async run(model) {
      const from = performance.now();
      const { answer } = await post(url, headers, '/runs', runsBody([{ connectionId, model }]));
      const { id } = answer.comparison as unknown as { id: string };
      const ended = Promise.withResolvers<void>();
      ended.promise.catch(() => undefined);
      const firstTextMs = await new Promise<number>((resolve, reject) => {
        followers.set(id, {
          first: () => resolve(performance.now() - from),
          end: () => {
            followers.delete(id);
            ended.resolve();
          },
          fail: (error) => {
            reject(error);
            ended.reject(error);
          },
        });
        live.send(JSON.stringify({ type: 'subscribe', id, topic: `comparison:${id}` }));
      });
      return { firstTextMs, ended: ended.promise };
    },
    close: () => live.close(),
  };
}
