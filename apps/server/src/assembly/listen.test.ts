/** The port itself: what raw connections may do, and how the server lets go of them. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from './listen.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const open = (): Promise<Listening> => {
  const { environment } = house.application.services;
  return listen(house.application, { ...environment, http: { ...environment.http, port: 0 } });
};

interface Raw {
  socket: Socket;
  heard(): string;
  until(text: string): Promise<void>;
}

async function openRaw(port: number): Promise<Raw> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk;
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  return {
    socket,
    heard: () => text,
    async until(wanted) {
      for (let tries = 0; tries < 300 && !text.includes(wanted); tries++)
        await new Promise((resolve) => setTimeout(resolve, 10));
      expect(text).toContain(wanted);
    },
  };
}

const upgrade = (target: string, headers: Record<string, string>) =>
  `GET ${target} HTTP/1.1\r\n${Object.entries({
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;

describe('the port', () => {
  it('is closed within seconds although a tab answers nothing any more', { timeout: 15_000 }, async () => {
    const listening = await open();
    const tab = await openRaw(listening.port);
    tab.socket.write(
      upgrade('/api/v1/live', {
        Host: 'localhost',
        Origin: 'http://localhost:3000',
        Cookie: house.people.editor.cookie,
      }),
    );
    await tab.until('101 Switching Protocols');
    const half = await openRaw(listening.port);
    half.socket.write('POST /api/v1/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{');
    const started = performance.now();
    await listening.close();
    expect(performance.now() - started).toBeLessThan(6_000);
    tab.socket.destroy();
    half.socket.destroy();
  });

  it('shows its metrics to this machine, and to nobody who comes through a proxy', async () => {
    const listening = await open();
    const url = `http://127.0.0.1:${listening.port}/metrics`;
    expect(await (await fetch(url)).text()).toContain('promptvault_http_request_seconds');
    const forwarded = await fetch(url, { headers: { 'x-forwarded-for': '127.0.0.1' } });
    expect(forwarded.status).toBe(404);
    await listening.close();
  });

  it.each([
    ['a Host that is none', '/api/v1/live', 'a b'],
    ['a whole address as its target', 'http://other/api/v1/live', 'localhost'],
    ['another path', '/api/v1/other', 'localhost'],
  ])('refuses an upgrade with %s in words', async (_what, target, host) => {
    const listening = await open();
    const raw = await openRaw(listening.port);
    raw.socket.write(upgrade(target, { Host: host }));
    await raw.until('\r\n\r\n');
    expect(raw.heard()).toMatch(/^HTTP\/1\.1 4\d\d /);
    raw.socket.destroy();
    await listening.close();
  });
});
