/**
 * The one live connection of a tab: a WebSocket that carries every topic the tab follows. A topic is opened
 * like any route, in a transaction of its own; open topics are checked again when the bus says that a
 * membership or session changed.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import * as z from 'zod';
import type { Ctx } from '../context/ctx.ts';
import { RequestError, ResourceError } from '../errors/foundation-errors.ts';
import type { SocketTopic } from '../module/define-module.ts';
import type { Credential } from './capabilities.ts';
import { problemOf } from './problem-of.ts';
import type { RouteHost } from './route-host.ts';

const message = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('subscribe'),
    id: z.string().min(1).max(64),
    topic: z.string().min(1).max(200),
    after: z.string().max(100).nullish(),
  }),
  z.strictObject({ type: z.literal('unsubscribe'), id: z.string().min(1).max(64) }),
  z.strictObject({ type: z.literal('ping') }),
]);

const mostSubscriptions = 200;
/** Subscriptions that may wait to be opened, counting those withdrawn meanwhile. */
const mostWaiting = 2 * mostSubscriptions;
/** A tab that does not read is cut off rather than allowed to fill the memory. */
const mostBuffered = 8 << 20;

export interface LiveConnection {
  credential: Credential;
  organizationId: string;
  within<T>(fn: (ctx: Ctx) => Promise<T>): Promise<T>;
}

/** Runs one connection until it closes; `line` is the stream below the WebSocket. */
export function runLiveConnection(
  host: RouteHost,
  topics: ReadonlyMap<string, SocketTopic>,
  { socket, line }: { socket: WebSocket; line: Duplex },
  connection: LiveConnection,
): { recheck(): Promise<void> } {
  const open = new Map<string, { topic: SocketTopic; subject: string; stop: AbortController }>();
  let holding = false;
  /** What is said in one turn leaves in one write. */
  const holdForThisTurn = () => {
    if (holding) return;
    holding = true;
    line.cork();
    process.nextTick(() => {
      holding = false;
      line.uncork();
    });
  };
  const send = (value: object) => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > mostBuffered) return socket.close(1013, 'too slow');
    holdForThisTurn();
    socket.send(JSON.stringify(value));
  };
  const refuse = (id: string | undefined, error: unknown) => {
    const { body, unexpected } = problemOf(error);
    if (unexpected) host.log.error('a live subscription failed', { error });
    send({ type: 'problem', ...(id ? { id } : {}), problem: body });
  };

  /**
   * Topics are opened one after the other: a tab that asks for many, or asks and withdraws without end, must not
   * fill the queue in front of the database.
   */
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const inTurn = <T>(signal: AbortSignal, fn: () => Promise<T>): Promise<T | undefined> => {
    waiting++;
    const mine = turn.then(() => {
      waiting--;
      return signal.aborted ? undefined : fn();
    });
    turn = mine.catch(() => undefined);
    return mine;
  };

  async function subscribe(id: string, name: string, after: string | null): Promise<void> {
    const colon = name.indexOf(':');
    const topic = topics.get(colon < 0 ? name : name.slice(0, colon));
    const subject = colon < 0 ? '' : name.slice(colon + 1);
    if (!topic) throw ResourceError.not_found();
    if (open.has(id)) throw RequestError.malformed({ reason: `the subscription ${id} is open already.` });
    if (open.size >= mostSubscriptions)
      throw RequestError.malformed({ reason: 'too many subscriptions on one connection.' });
    if (waiting >= mostWaiting) throw RequestError.malformed({ reason: 'too many subscriptions at once.' });
    const stop = new AbortController();
    open.set(id, { topic, subject, stop });
    try {
      const opened = await inTurn(stop.signal, () => connection.within((ctx) => topic.open(ctx, subject)));
      if (stop.signal.aborted) return;
      send({ type: 'subscribed', id });
      for await (const event of topic.follow(host.ports, opened as never, stop.signal, after)) {
        if (stop.signal.aborted) return;
        send({ type: 'event', id, eventId: event.id, data: event.data });
      }
      if (!stop.signal.aborted) send({ type: 'end', id });
    } catch (error) {
      if (!stop.signal.aborted) refuse(id, error);
    } finally {
      if (open.get(id)?.stop === stop) open.delete(id);
    }
  }

  socket.on('message', (raw, isBinary) => {
    let parsed: z.output<typeof message>;
    try {
      if (isBinary) throw new SyntaxError('binary message');
      parsed = message.parse(JSON.parse(raw.toString()));
    } catch {
      refuse(undefined, RequestError.malformed({ reason: 'this is not a message of the live connection.' }));
      return;
    }
    if (parsed.type === 'ping') send({ type: 'pong' });
    if (parsed.type === 'unsubscribe') {
      open.get(parsed.id)?.stop.abort();
      open.delete(parsed.id);
    }
    if (parsed.type === 'subscribe') {
      const { id } = parsed;
      subscribe(id, parsed.topic, parsed.after ?? null).catch((error) => refuse(id, error));
    }
  });
  socket.on('close', () => {
    for (const one of open.values()) one.stop.abort();
    open.clear();
  });
  socket.on('error', (error) => host.log.debug('a live connection broke', { error }));

  return {
    async recheck() {
      for (const [id, { topic, subject, stop }] of open)
        try {
          await connection.within((ctx) => topic.open(ctx, subject));
        } catch (error) {
          stop.abort();
          open.delete(id);
          refuse(id, error);
        }
    },
  };
}

/** The request of a WebSocket as the authenticators read it. @throws request.malformed */
export function requestOfUpgrade(incoming: IncomingMessage): Request {
  const url = URL.parse(`http://localhost${incoming.url ?? '/'}`);
  if (!url) throw RequestError.malformed({ reason: 'the address is not one.' });
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return new Request(url, { headers });
}
