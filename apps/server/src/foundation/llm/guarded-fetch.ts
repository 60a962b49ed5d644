import { lookup as systemLookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createZstdDecompress } from 'node:zlib';
import { beatsOf } from '../clock/beats.ts';
import { systemClock } from '../clock/clock.ts';
import { addressClass } from './address-rules.ts';
import { InflateEither } from './inflate-either.ts';

type ResolvedAddress = { address: string; family: number };
type ResolveAll = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: ResolvedAddress[]) => void,
) => void;

export type GuardedFetchOptions = {
  /** The operator's setting: may addresses on this machine and in private networks be called (Ollama)? */
  allowPrivateAddresses: boolean;
  resolve?: ResolveAll;
};

/** An address that must not be called. Its message is for people. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

const resolveAll: ResolveAll = (hostname, done) =>
  systemLookup(hostname, { all: true, verbatim: true }, done);

const longestRedirectChain = 3;

/**
 * A fetch for addresses that people enter. Metadata and link-local addresses are always refused, private ones unless
 * allowed. The check is made on the address the connection is opened to, so a name that resolves differently a moment
 * later gains nothing. Redirects are followed only on the same origin. Bodies are strings or bytes.
 */
export function guardedFetch(options: GuardedFetchOptions): typeof globalThis.fetch {
  const resolve = options.resolve ?? resolveAll;
  // Own agents: a pooled connection opened by code without this guard must never be reused here.
  const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };
  const lookup = guardedLookup(resolve, options.allowPrivateAddresses);

  async function open(url: URL, init: RequestInit, redirects: number): Promise<Response> {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      throw new AddressRefused(`The address must start with http:// or https://, not ${url.protocol}//.`);
    }
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host)) refuseUnlessAllowed(host, host, options.allowPrivateAddresses);
    const secure = url.protocol === 'https:';
    const incoming = await send(secure ? https : http, url, init, {
      agent: secure ? agents.https : agents.http,
      lookup,
    });
    const next = redirectTarget(incoming, url);
    if (!next) return responseOf(incoming, init.signal ?? undefined);
    incoming.resume();
    if (next.origin !== url.origin || redirects >= longestRedirectChain) {
      throw new AddressRefused(
        `The address redirects to ${next.origin}. Enter the address that answers, without a redirect.`,
      );
    }
    return open(next, redirectedInit(incoming.statusCode, init), redirects + 1);
  }

  return async (input, init = {}) => {
    if (input instanceof Request)
      throw new TypeError('guardedFetch takes an address and options, not a Request.');
    return open(new URL(input), init, 0);
  };
}

function send(
  transport: typeof http | typeof https,
  url: URL,
  init: RequestInit,
  connection: { agent: http.Agent; lookup: LookupFunction },
): Promise<http.IncomingMessage> {
  const headers = { 'accept-encoding': 'identity', ...Object.fromEntries(new Headers(init.headers)) };
  const { body, signal } = init;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const request = transport.request(url, { method: init.method ?? 'GET', headers, ...connection });
    // Not by Node's own `signal`: it destroys the socket with an error, and one that has just been given back
    // to the agent has no listener for it, which ends the process.
    const stop = () => {
      reject(signal?.reason);
      request.destroy();
    };
    signal?.addEventListener('abort', stop, { once: true });
    request.once('close', () => signal?.removeEventListener('abort', stop));
    request.once('response', (incoming) => {
      incoming.once('end', () => signal?.removeEventListener('abort', stop));
      resolve(incoming);
    });
    // Not once: a stopped request may report twice, and an error without a listener ends the process too.
    request.on('error', reject);
    if (body === undefined || body === null) request.end();
    else if (typeof body === 'string' || body instanceof Uint8Array) request.end(body);
    else request.destroy(new TypeError('guardedFetch sends strings and bytes only.'));
  });
}

function responseOf(incoming: http.IncomingMessage, signal?: AbortSignal): Response {
  // A status that no protocol knows is a failure of whoever answers.
  const told = incoming.statusCode ?? 0;
  const status = told >= 200 && told <= 599 ? told : 502;
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const bodyless = status === 204 || status === 205 || status === 304;
  if (bodyless) incoming.resume();
  const opened = bodyless ? incoming : unpacked(incoming);
  if (opened !== incoming) for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  const body = bodyless ? null : streamOf(opened, headers, signal);
  return new Response(body, { status, statusText: incoming.statusMessage ?? '', headers });
}

const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(eager),
  'x-gzip': () => createGunzip(eager),
  deflate: () => new InflateEither(eager),
  br: () => createBrotliDecompress({ flush: constants.BROTLI_OPERATION_FLUSH }),
  zstd: () => createZstdDecompress(),
};
/** Words are told as they come, not when a block is full. */
const eager = { flush: constants.Z_SYNC_FLUSH };

/** We ask for plain bodies; some servers pack them all the same. */
function unpacked(incoming: http.IncomingMessage): Readable {
  const packings = (incoming.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (packings.length === 0) return incoming;
  // The last was packed last, and a body that was packed more than twice is a trap.
  const opened = packings
    .reverse()
    .map((name) => (Object.hasOwn(unpackers, name) ? unpackers[name]?.() : undefined));
  const known = opened.filter((unpacker) => unpacker !== undefined);
  const last = known.at(-1);
  if (!last || known.length < opened.length || known.length > 2) {
    incoming.destroy();
    throw Object.assign(new Error('The answer is packed in an unknown way.'), {
      name: 'AI_InvalidResponseDataError',
    });
  }
  // Either end of the row tells its reader what became of the other.
  pipeline([incoming, ...known], () => undefined);
  return last;
}

/** The first pieces are what people wait for. */
const promptPieces = 8;
const muchToRead = 4_096;

/**
 * Takes all that has arrived at once: a third of the cost of Readable.toWeb with many small chunks. A model's words come
 * one by one, and each costs its way through the reader, whatever its length: those of an answer that flows are taken
 * at the next beat, which is when they are told.
 */
function streamOf(incoming: Readable, headers: Headers, signal?: AbortSignal): ReadableStream<Uint8Array> {
  const beats = beatsOf(systemClock);
  const words = headers.get('content-type')?.startsWith('text/event-stream');
  let pieces = 0;
  let lastAt = 0;
  let wake = () => {};
  let ended = false;
  let failure: Error | undefined;
  incoming.on('readable', () => wake());
  incoming.once('end', () => {
    ended = true;
    wake();
  });
  incoming.on('error', (error) => {
    failure = signal?.aborted ? signal.reason : error;
    wake();
  });
  incoming.once('close', () => {
    if (!ended) failure ??= Object.assign(new Error('The connection was closed.'), { code: 'ECONNRESET' });
    wake();
  });
  /** Until the beat, or until there is no reason to wait for it. */
  const gathered = async () => {
    const isEnough = () => failure || ended || incoming.readableLength >= muchToRead;
    const beat = words && pieces > promptPieces && !isEnough() ? beats.after(lastAt) : undefined;
    if (beat)
      await new Promise<void>((resolve) => {
        wake = () => {
          if (isEnough()) resolve();
        };
        void beat.then(resolve);
      });
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      await gathered();
      for (;;) {
        const chunk: Uint8Array | null = failure || ended ? null : incoming.read();
        if (chunk) {
          pieces += 1;
          lastAt = systemClock.monotonic();
          return controller.enqueue(chunk);
        }
        if (failure) return controller.error(failure);
        if (ended) return controller.close();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    cancel: () => {
      incoming.destroy();
    },
  });
}

function redirectTarget(incoming: http.IncomingMessage, url: URL): URL | undefined {
  const status = incoming.statusCode ?? 0;
  const { location } = incoming.headers;
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const target = location === undefined ? null : URL.parse(location, url.href);
  if (target) return target;
  incoming.resume();
  throw new AddressRefused(
    `${url.host} redirects without saying where to. Enter the address that answers, without a redirect.`,
  );
}

/** 307 and 308 repeat the request as it was; after the others it is a plain GET. */
function redirectedInit(status: number | undefined, init: RequestInit): RequestInit {
  if (status === 307 || status === 308) return init;
  return { ...init, method: 'GET', body: null };
}

function guardedLookup(resolve: ResolveAll, allowPrivateAddresses: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      if (error) return callback(error, '', 0);
      try {
        for (const { address } of addresses) refuseUnlessAllowed(hostname, address, allowPrivateAddresses);
      } catch (refused) {
        return callback(refused as Error, '', 0);
      }
      if (options.all) return callback(null, addresses);
      const [first] = addresses;
      callback(
        first ? null : new Error(`${hostname} has no address`),
        first?.address ?? '',
        first?.family ?? 0,
      );
    });
  };
}

function refuseUnlessAllowed(host: string, address: string, allowPrivateAddresses: boolean): void {
  const found = addressClass(address);
  if (found === 'public' || (found === 'private' && allowPrivateAddresses)) return;
  throw new AddressRefused(
    found === 'forbidden'
      ? `${host} is a reserved address that is never called.`
      : `${host} is in a private network. The operator of this instance must allow private addresses first.`,
  );
}
