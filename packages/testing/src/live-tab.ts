/** A tab's live connection as a browser opens it, for tests and measurements: texts and frames as they come. */
import { WebSocket } from 'ws';

export interface LiveTab {
  socket: WebSocket;
  /** The texts so far. */
  heard: Record<string, unknown>[];
  send(message: object | string): void;
  /** A frame of the spoken topic that was subscribed under this id. */
  sendFrame(id: string, frame: Uint8Array): void;
  onFrame(listener: (id: string, frame: Uint8Array) => void): void;
  /** The nth text of a type. */
  until(type: string, count?: number): Promise<Record<string, unknown>>;
  closed: Promise<number>;
}

export interface LiveTabOptions {
  cookie: string;
  organizationId?: string;
  headers?: Record<string, string>;
  origin?: string;
}

const longestWaitMs = 5_000;

/** Opens one at `http://host:port`. @throws `refused <status>` */
export async function openLiveTab(url: string, options: LiveTabOptions): Promise<LiveTab> {
  const { cookie, organizationId, headers, origin = 'http://localhost:3000' } = options;
  const query = organizationId ? `?organization=${organizationId}` : '';
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/v1/live${query}`, {
    headers: { cookie, origin, ...headers },
    perMessageDeflate: false,
  });
  socket.binaryType = 'nodebuffer';
  const heard: Record<string, unknown>[] = [];
  const listeners: ((id: string, frame: Uint8Array) => void)[] = [];
  socket.on('message', (raw, isBinary) => {
    const data = raw as Buffer;
    if (!isBinary) return void heard.push(JSON.parse(data.toString()));
    const length = data[0] ?? 0;
    const id = data.toString('latin1', 1, 1 + length);
    for (const listener of listeners) listener(id, data.subarray(1 + length));
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('unexpected-response', (_request, response) =>
      reject(new Error(`refused ${response.statusCode}`)),
    );
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  return {
    socket,
    heard,
    closed,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    sendFrame(id, frame) {
      const name = Buffer.from(id);
      socket.send(Buffer.concat([Buffer.of(name.length), name, frame]));
    },
    onFrame: (listener) => void listeners.push(listener),
    async until(type, count = 1) {
      const from = Date.now();
      for (;;) {
        const found = heard.filter((one) => one.type === type);
        if (found.length >= count) return found[count - 1] as Record<string, unknown>;
        if (Date.now() - from > longestWaitMs)
          throw new Error(`no ${type} came; heard ${JSON.stringify(heard)}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}
