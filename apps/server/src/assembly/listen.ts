/** Puts an application on a port: HTTP, and the WebSocket of each tab on the same one. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { DomainError } from '@promptvault/contract/errors';
import { closeCode } from '@promptvault/contract/live';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Environment } from '../foundation/env.ts';
import { AuthError, ResourceError } from '../foundation/errors/foundation-errors.ts';
import { checkOrigin } from '../foundation/http/check-origin.ts';
import { type LiveConnection, requestOfUpgrade, runLiveConnection } from '../foundation/http/live-socket.ts';
import { problemOf } from '../foundation/http/problem-of.ts';
import type { Application } from './assemble.ts';
import { enterAsInsider } from './enter-as-insider.ts';

export const livePath = '/api/v1/live';
/** A frame of a spoken topic: the largest update of a draft, and what is around it. Texts are far shorter. */
const largestMessage = (4 << 20) + 1024;
/** A connection that answers no ping for this long is gone, whatever TCP believes. */
const pulseMs = 30_000;
/** Tabs of one person; each may hold what it has not read yet in our memory. */
const mostTabs = 50;
/** How long the stop waits for answers and goodbyes. */
const patienceMs = 3_000;

interface Tab {
  userId: string;
  sessionId: string;
  /** Whether the session and what it follows are still allowed. */
  recheck(): Promise<void>;
  close(code: number): void;
}

export interface Listening {
  port: number;
  close(): Promise<void>;
}

/** @returns false for whoever has left the organization, or whose last grant is over */
async function isInside(connection: LiveConnection): Promise<boolean> {
  try {
    await connection.within(async () => undefined);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.status === 404) return false;
    throw error;
  }
}

function refuse(socket: Duplex, error: unknown): void {
  const { status, body } = problemOf(error);
  const text = JSON.stringify(body);
  socket.end(
    `HTTP/1.1 ${status} ${body.title}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
  );
}

export async function listen(application: Application, environment: Environment): Promise<Listening> {
  const { app, host, topics } = application;
  const { http, tls } = environment;
  const server = createAdaptorServer({
    fetch: app.fetch,
    ...(tls
      ? {
          createServer: createTlsServer,
          serverOptions: { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) },
        }
      : {}),
  } as never);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage });
  const tabs = new Map<object, Tab>();
  const upgraded = new Set<Duplex>();

  async function openLive(request: Request): Promise<LiveConnection> {
    const url = new URL(request.url);
    if (url.pathname !== livePath) throw ResourceError.not_found();
    const credential = await host.authenticate(request);
    if (!credential) throw AuthError.required();
    checkOrigin(request, host.trustedOrigins, true);
    const insider = await enterAsInsider(host, credential, url.searchParams.get('organization'));
    return { credential, ...insider };
  }

  function runTab(
    request: Request,
    connection: LiveConnection,
    { webSocket, line }: { webSocket: WebSocket; line: Duplex },
  ): void {
    const { recheck } = runLiveConnection(host, topics, { socket: webSocket, line }, connection);
    const { userId, sessionId } = connection.credential;
    let alive = true;
    webSocket.on('pong', () => {
      alive = true;
    });
    const pulse = setInterval(() => {
      if (!alive) return webSocket.terminate();
      alive = false;
      webSocket.ping();
    }, pulseMs);
    pulse.unref();
    let ending = new AbortController();
    /** What is granted for a time is looked at again when that is over. */
    const tend = () => {
      ending.abort();
      const end = connection.nextEnd();
      if (!end || webSocket.readyState !== webSocket.OPEN) return;
      ending = new AbortController();
      const { signal } = ending;
      const wait = Math.max(0, end.getTime() - host.ports.clock.now().getTime());
      host.ports.clock.sleep(wait, signal).then(
        () => {
          if (!signal.aborted) recheckAll([tab]);
        },
        () => undefined,
      );
    };
    const tab: Tab = {
      userId,
      sessionId,
      async recheck() {
        if (!(await host.authenticate(request))) return tab.close(closeCode.signedOut);
        if (!(await isInside(connection))) return tab.close(closeCode.noAccess);
        await recheck();
        tend();
      },
      close: (code) => webSocket.close(code),
    };
    if ([...tabs.values()].filter((one) => one.userId === userId).length >= mostTabs) tab.close(4429);
    tabs.set(webSocket, tab);
    webSocket.on('close', () => {
      clearInterval(pulse);
      ending.abort();
      tabs.delete(webSocket);
    });
    // The session may have ended between the look at it and this moment, from which on its end is heard.
    tend();
    const stillSignedIn = async () => {
      if (!(await host.authenticate(request))) tab.close(closeCode.signedOut);
    };
    stillSignedIn().catch((error) => giveUp(tab, error));
  }

  function recheckAll(chosen: Iterable<Tab>): void {
    for (const tab of chosen) tab.recheck().catch((error) => giveUp(tab, error));
  }

  function giveUp(tab: Tab, error: unknown): void {
    host.log.warn('a live connection could not be checked again and was closed', { error });
    tab.close(1011);
  }

  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgraded.add(socket);
    socket.on('close', () => upgraded.delete(socket));
    socket.on('error', () => socket.destroy());
    const accept = async () => {
      const request = requestOfUpgrade(incoming);
      const connection = await openLive(request);
      sockets.handleUpgrade(incoming, socket, head, (webSocket) =>
        runTab(request, connection, { webSocket, line: socket }),
      );
    };
    accept().catch((error) => refuse(socket, error));
  });

  const { bus } = host.ports;
  const unsubscribe = [
    bus.subscribe('session.revoked', ([sessionId]) => {
      for (const one of tabs.values()) if (one.sessionId === sessionId) one.close(closeCode.signedOut);
    }),
    bus.subscribe('membership.changed', ([, userId]) =>
      recheckAll([...tabs.values()].filter((one) => one.userId === userId)),
    ),
    bus.onGap(() => recheckAll(tabs.values())),
  ];

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(http.port, http.host, () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const one of unsubscribe) one();
      for (const one of tabs.values()) one.close(1001);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      const late = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        // An upgraded connection is no longer the server's to close, and one that sleeps answers no goodbye.
        for (const socket of upgraded) socket.destroy();
      }, patienceMs);
      await closed;
      clearTimeout(late);
    },
  };
}
