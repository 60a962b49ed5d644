import type { Clock } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import type { Bus } from './bus.ts';
import { createListeners } from './listeners.ts';
import { checkMessage, decodeMessage, encodeMessages, gapTopic } from './message.ts';

/** What the bus needs of a `pg` client: a connected one of its own, outside any pool. */
export type BusClient = {
  query(text: string, values?: unknown[]): Promise<unknown>;
  on(event: 'notification', listener: (message: { payload?: string | undefined }) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  end(): Promise<void>;
};

export type PostgresBusOptions = {
  /** Opens a connection; called again after each loss. */
  connect: () => Promise<BusClient>;
  clock: Clock;
  log: Log;
  channel?: string;
};

const longestPauseMs = 5_000;
const heartbeatMs = 30_000;
const answerWithinMs = 10_000;

/**
 * LISTEN/NOTIFY over one connection. When it is lost it is opened again, and then listeners catch up; what
 * could not be sent meanwhile makes the listeners of every process catch up.
 * @throws when the first connection fails
 */
export async function createPostgresBus(options: PostgresBusOptions): Promise<Bus> {
  const { connect, clock, log, channel = 'promptvault' } = options;
  const listeners = createListeners(log);
  const closing = new AbortController();
  let client: BusClient | undefined;
  let unsent = false;

  const open = async () => {
    const opened = await connect();
    const lost = Promise.withResolvers<Error>();
    opened.on('error', (error) => lost.resolve(error));
    opened.on('end', () => lost.resolve(new Error('The connection ended.')));
    opened.on('notification', ({ payload = '' }) => {
      const message = decodeMessage(payload);
      if (message?.topic === gapTopic) listeners.gap();
      else if (message) listeners.deliver(message.topic, message.ids);
    });
    // A message is worth nothing after a crash of the server: no wait for the disk, nor others behind its lock.
    await opened.query('set synchronous_commit = off');
    await opened.query(`listen "${channel.replaceAll('"', '""')}"`);
    client = opened;
    return { client: opened, lost: Promise.race([lost.promise, silence(opened, clock, closing.signal)]) };
  };

  let waiting = new Set<string>();
  let sending: Promise<void> | undefined;

  /** What is said while the server takes the last message goes with the next one, and once if it is the same. */
  const sendAll = async () => {
    while (waiting.size > 0) {
      const texts = [...waiting];
      waiting = new Set();
      try {
        if (!client) throw new Error('The bus has no connection at the moment.');
        await client.query('select pg_notify($1, text) from unnest($2::text[]) text', [channel, texts]);
      } catch (error) {
        unsent = true;
        if (!closing.signal.aborted) log.warn('the bus could not send; listeners will catch up', { error });
      }
    }
    sending = undefined;
  };

  /** Resolves once all of it was sent, or is known not to be. */
  const send = (texts: string[]): Promise<void> => {
    for (const text of texts) waiting.add(text);
    sending ??= sendAll();
    return sending;
  };

  const reopen = async () => {
    for (let pause = 100; !closing.signal.aborted; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        const opened = await open();
        listeners.gap();
        if (unsent) {
          unsent = false;
          await send(encodeMessages(gapTopic, []));
        }
        return opened;
      } catch (error) {
        log.warn('the bus could not connect and tries again', { error, pause });
        await clock.sleep(pause, closing.signal).catch(() => undefined);
      }
    }
    return undefined;
  };

  const keepOpen = async (first: Awaited<ReturnType<typeof open>>) => {
    let current: typeof first | undefined = first;
    while (current && !closing.signal.aborted) {
      const error = await current.lost;
      client = undefined;
      void current.client.end().catch(() => undefined);
      if (closing.signal.aborted) return;
      log.warn('the bus lost its connection', { error });
      current = await reopen();
    }
    // Closed while it was being opened again.
    void current?.client.end().catch(() => undefined);
  };
  const running = keepOpen(await open());

  return {
    async publish(topic, ids) {
      checkMessage(topic, ids);
      await send(encodeMessages(topic, ids));
    },
    subscribe: listeners.subscribe,
    onGap: listeners.onGap,
    async close() {
      listeners.clear();
      closing.abort();
      await client?.end();
      await running;
    },
  };
}

/** Resolves when the connection no longer answers, which a broken network does not say by itself. */
async function silence(client: BusClient, clock: Clock, signal: AbortSignal): Promise<Error> {
  try {
    for (;;) {
      await clock.sleep(heartbeatMs, signal);
      const stop = new AbortController();
      const late = clock.sleep(answerWithinMs, stop.signal).then(
        () => true,
        () => false,
      );
      const answered = client.query('select 1').then(() => false);
      if (await Promise.race([answered, late])) return new Error('The connection no longer answers.');
      stop.abort();
    }
  } catch (error) {
    return error instanceof Error ? error : new Error('The bus was closed.');
  }
}
