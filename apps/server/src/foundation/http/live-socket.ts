/**
 * The one live connection of a tab: a WebSocket that carries every topic the tab follows. A topic is opened
 * like any route, in a transaction of its own; open topics are checked again when the bus says that a
 * membership or session changed. Texts are JSON; bytes are frames of a spoken topic, behind the length of the
 * subscription's id and the id.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { DomainError } from '@promptvault/contract/errors';
import type { RawData, WebSocket } from 'ws';
import * as z from 'zod';
import type { Ctx } from '../context/ctx.ts';
import { RequestError, ResourceError } from '../errors/foundation-errors.ts';
import type { SocketCaller, SocketTopic } from '../module/define-module.ts';
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
/** The longest text; only frames of spoken topics are longer. */
const longestText = 64 << 10;
/** Frames of one connection within a second. */
const mostFrames = 400;
/** A tab that does not read is cut off rather than allowed to fill the memory. */
const mostBuffered = 8 << 20;

export interface LiveConnection {
  credential: Credential;
  organizationId: string;
  within<T>(fn: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** When something that the caller may do here ends by itself, as of the last `within`. */
  nextEnd(): Date | null;
}

/** Runs one connection until it closes; `line` is the stream below the WebSocket. */
export function runLiveConnection(
  host: RouteHost,
  topics: ReadonlyMap<string, SocketTopic>,
  { socket, line }: { socket: WebSocket; line: Duplex },
  connection: LiveConnection,
): { recheck(): Promise<void> } {
  const { userId } = connection.credential;
  const open = new Map<string, OpenTopic>();
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
  const put = (data: string | Uint8Array) => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > mostBuffered) return socket.close(1013, 'too slow');
    holdForThisTurn();
    socket.send(data);
  };
  const send = (value: object) => put(JSON.stringify(value));
  const refuse = (id: string | undefined, error: unknown) => {
    const { body, unexpected } = problemOf(error);
    if (unexpected) host.log.error('a live subscription failed', { error });
    else if (body.status !== 404) host.log.info('a live message was refused', { code: body.code, userId });
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
    const mine: OpenTopic = { topic, subject, stop, hear: undefined };
    open.set(id, mine);
    try {
      const { organizationId } = connection;
      const opened =
        host.openedTopics.take({ organizationId, userId }, name) ??
        (await inTurn(stop.signal, () => connection.within((ctx) => topic.open(ctx, subject))));
      if (stop.signal.aborted) return;
      if ('join' in topic) {
        mine.hear = await topic.join(host.ports, opened as never, callerOf(id, mine));
        if (!stop.signal.aborted) send({ type: 'subscribed', id });
        await untilAborted(stop.signal);
        return;
      }
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

  const callerOf = (id: string, mine: OpenTopic): SocketCaller => {
    const name = Buffer.from(id);
    const before = Buffer.concat([Buffer.of(name.length), name]);
    return {
      signal: mine.stop.signal,
      send: (frame) => put(Buffer.concat([before, frame])),
      recheck: () => void recheckOne(id, mine),
    };
  };

  let framesSince = performance.now();
  let frames = 0;
  /** @throws request.malformed, request.rate_limited, resource.not_found */
  const hearFrame = (raw: RawData) => {
    const now = performance.now();
    if (now - framesSince > 1_000) {
      framesSince = now;
      frames = 0;
    }
    frames++;
    if (frames > mostFrames) {
      socket.close(1008, 'too many frames');
      return;
    }
    const { id, frame } = readFrame(bytesOf(raw));
    const hear = open.get(id)?.hear;
    try {
      if (!hear) throw ResourceError.not_found();
      hear(frame);
    } catch (error) {
      refuse(hear ? undefined : id, error);
    }
  };

  async function recheckOne(id: string, { topic, subject, stop }: OpenTopic): Promise<void> {
    try {
      await connection.within((ctx) => topic.open(ctx, subject));
    } catch (error) {
      if (stop.signal.aborted) return;
      stop.abort();
      open.delete(id);
      refuse(id, error);
    }
  }

  socket.on('message', (raw, isBinary) => {
    let parsed: z.output<typeof message>;
    try {
      if (isBinary) return hearFrame(raw);
      const text = raw.toString();
      if (text.length > longestText) throw new SyntaxError('too long');
      parsed = message.parse(JSON.parse(text));
    } catch (error) {
      const reason = 'this is not a message of the live connection.';
      refuse(undefined, error instanceof DomainError ? error : RequestError.malformed({ reason }));
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
      for (const [id, one] of open) await recheckOne(id, one);
    },
  };
}

interface OpenTopic {
  topic: SocketTopic;
  subject: string;
  stop: AbortController;
  /** Set for a spoken topic once the caller is in. */
  hear: ((frame: Uint8Array) => void) | undefined;
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

const bytesOf = (raw: RawData): Buffer =>
  Array.isArray(raw) ? Buffer.concat(raw) : raw instanceof ArrayBuffer ? Buffer.from(raw) : raw;

/** @throws request.malformed */
function readFrame(bytes: Buffer): { id: string; frame: Uint8Array } {
  const length = bytes[0] ?? 0;
  if (length === 0 || bytes.length <= length)
    throw RequestError.malformed({ reason: 'this is not a frame of the live connection.' });
  return { id: bytes.toString('latin1', 1, 1 + length), frame: bytes.subarray(1 + length) };
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
