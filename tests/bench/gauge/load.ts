import { Agent, request } from 'node:http';

export interface Shot {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Reply {
  status: number;
  body: string;
}

/** What one connection sends next, given the last reply; it decides itself what counts as one operation. */
export type Script = (shoot: (shot: Shot) => Promise<Reply>) => Promise<void>;

export interface LoadResult {
  /** Milliseconds of each operation. */
  times: number[];
  perSecond: number;
}

/** One connection that is kept open. Any answer but 2xx is an error: a benchmark of refusals says nothing. */
function connect(url: string, headers: Record<string, string>) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port } = new URL(url);
  const shoot = (shot: Shot) =>
    new Promise<Reply>((resolve, reject) => {
      const sent = request(
        {
          agent,
          hostname: hostname === 'localhost' ? '127.0.0.1' : hostname,
          port,
          method: shot.method,
          path: shot.path,
          headers: {
            ...headers,
            ...shot.headers,
            ...(shot.body !== undefined && {
              'content-type': 'application/json',
              'content-length': String(Buffer.byteLength(shot.body)),
            }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const body = Buffer.concat(chunks).toString();
            const status = response.statusCode ?? 0;
            if (status < 200 || status > 299)
              reject(new Error(`${shot.method} ${shot.path} answered ${status}: ${body.slice(0, 300)}`));
            else resolve({ status, body });
          });
        },
      );
      sent.on('error', reject);
      sent.end(shot.body);
    });
  return { shoot, close: () => agent.destroy() };
}

/** A closed loop: each connection sends its next operation when the last one is answered. */
export async function load(
  url: string,
  headers: Record<string, string>,
  scripts: readonly Script[],
  durationMs: number,
): Promise<LoadResult> {
  const times: number[] = [];
  const from = performance.now();
  const until = from + durationMs;
  const connections = scripts.map(() => connect(url, headers));
  try {
    await Promise.all(
      scripts.map(async (script, index) => {
        const { shoot } = connections[index] as ReturnType<typeof connect>;
        while (performance.now() < until) {
          const began = performance.now();
          await script(shoot);
          times.push(performance.now() - began);
        }
      }),
    );
  } finally {
    for (const connection of connections) connection.close();
  }
  return { times, perSecond: times.length / ((performance.now() - from) / 1000) };
}
