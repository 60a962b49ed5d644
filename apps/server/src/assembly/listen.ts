/** Puts an application on a port: HTTP, and the WebSocket of each tab on the same one. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import type { Environment } from '../foundation/env.ts';
import { AuthError, ResourceError } from '../foundation/errors/foundation-errors.ts';
import { toProblem } from '../foundation/errors/problem.ts';
import { checkOrigin } from '../foundation/http/check-origin.ts';
import { type LiveConnection, requestOfUpgrade, runLiveConnection } from '../foundation/http/live-socket.ts';
import type { Application } from './assemble.ts';
import { enterAsInsider } from './enter-as-insider.ts';

export const livePath = '/api/v1/live';
const largestMessage = 64 << 10;
/** A connection that answers no ping for this long is gone, whatever TCP believes. */
const pulseMs = 30_000;

export interface Listening {
  port: number;
  close(): Promise<void>;
}

function refuse(socket: Duplex, error: unknown): void {
  const { status, body } = toProblem(error);
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
  const rechecks = new Map<
    object,
    { userId: string; sessionId: string; recheck(): Promise<void>; close(code: number): void }
  >();

  async function openLive(incoming: IncomingMessage): Promise<LiveConnection> {
    const request = requestOfUpgrade(incoming);
    const url = new URL(request.url);
    if (url.pathname !== livePath) throw ResourceError.not_found();
    const credential = await host.authenticate(request);
    if (!credential) throw AuthError.required();
    checkOrigin(request, host.trustedOrigins, true);
    const insider = await enterAsInsider(host, credential, url.searchParams.get('organization'));
    return { credential, organizationId: insider.organizationId, within: insider.within };
  }

  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    openLive(incoming).then(
      (connection) =>
        sockets.handleUpgrade(incoming, socket, head, (webSocket) => {
          const { recheck } = runLiveConnection(host, topics, webSocket, connection);
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
          rechecks.set(webSocket, {
            userId: connection.credential.userId,
            sessionId: connection.credential.sessionId,
            recheck,
            close: (code) => webSocket.close(code),
          });
          webSocket.on('close', () => {
            clearInterval(pulse);
            rechecks.delete(webSocket);
          });
        }),
      (error) => refuse(socket, error),
    );
  });

  const { bus } = host.ports;
  const recheckAll = async () => {
    for (const one of rechecks.values()) await one.recheck();
  };
  const unsubscribe = [
    bus.subscribe('session.revoked', ([sessionId]) => {
      for (const one of rechecks.values()) if (one.sessionId === sessionId) one.close(4401);
    }),
    bus.subscribe('membership.changed', async ([, userId]) => {
      for (const one of rechecks.values()) if (one.userId === userId) await one.recheck();
    }),
    bus.onGap(recheckAll),
  ];

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(http.port, http.host, () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const one of unsubscribe) one();
      for (const one of rechecks.values()) one.close(1001);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      const late = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections();
      }, 3_000);
      await closed;
      clearTimeout(late);
    },
  };
}
