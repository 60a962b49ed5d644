/**
 * A push service on this machine, and browsers that are subscribed to it: takes messages over HTTP and reads them with
 * the browser's keys, as a browser does.
 */
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface PushedRequest {
  path: string;
  headers: IncomingHttpHeaders;
  /** Decrypted. */
  text: string;
}

export interface TestBrowser {
  target: { endpoint: string; p256dh: string; auth: string };
  decrypt(body: Buffer): string;
}

export interface PushService {
  /** What came, the oldest first. */
  requests: PushedRequest[];
  /** What it answers next; 201 unless changed. */
  answer: { status: number; headers?: Readonly<Record<string, string>> } | 'hang up';
  subscribe(): TestBrowser;
  close(): Promise<void>;
}

export async function openPushService(): Promise<PushService> {
  const browsers = new Map<string, TestBrowser>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { answer } = service;
    if (answer === 'hang up') {
      request.socket.destroy();
      return;
    }
    const path = request.url ?? '';
    const text = browsers.get(path)?.decrypt(Buffer.concat(chunks)) ?? '';
    service.requests.push({ path, headers: request.headers, text });
    response.writeHead(answer.status, answer.headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const service: PushService = {
    requests: [],
    answer: { status: 201 },
    subscribe() {
      const path = `/push/${randomBytes(8).toString('hex')}`;
      const browser = makeBrowser(`http://127.0.0.1:${port}${path}`);
      browsers.set(path, browser);
      return browser;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return service;
}

function makeBrowser(endpoint: string): TestBrowser {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const auth = randomBytes(16);
  return {
    target: { endpoint, p256dh: pair.getPublicKey('base64url'), auth: auth.toString('base64url') },
    decrypt(body) {
      const salt = body.subarray(0, 16);
      const keyEnd = 21 + body.readUInt8(20);
      const sender = body.subarray(21, keyEnd);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender]);
      const key = Buffer.from(hkdfSync('sha256', pair.computeSecret(sender), auth, info, 32));
      const derive = (name: string, bytes: number) =>
        Buffer.from(hkdfSync('sha256', key, salt, Buffer.from(`Content-Encoding: ${name}\0`), bytes));
      const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
      decipher.setAuthTag(body.subarray(-16));
      const plain = Buffer.concat([decipher.update(body.subarray(keyEnd, -16)), decipher.final()]);
      return plain.subarray(0, plain.lastIndexOf(2)).toString();
    },
  };
}
