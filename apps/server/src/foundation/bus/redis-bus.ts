import type { Redis } from 'ioredis';
import type { Log } from '../log/log.ts';
import type { Bus } from './bus.ts';
import { createListeners } from './listeners.ts';
import { checkMessage, decodeMessage, encodeMessages, gapTopic } from './message.ts';

export type RedisBusOptions = {
  /**
   * Opens a connection whose commands fail at once when it is lost. A subscribed one can do nothing else, so
   * the bus takes two.
   */
  connect: () => Promise<Redis>;
  log: Log;
  channel?: string;
};

/** Publish and subscribe on Redis, with the same promises about losses as on PostgreSQL. */
export async function createRedisBus({
  connect,
  log,
  channel = 'promptvault:bus',
}: RedisBusOptions): Promise<Bus> {
  const listeners = createListeners(log);
  const [sender, receiver] = await Promise.all([connect(), connect()]);
  let closed = false;
  let unsent = false;

  const send = async (texts: string[]) => {
    try {
      for (const text of texts) await sender.publish(channel, text);
    } catch (error) {
      unsent = true;
      if (!closed) log.warn('the bus could not send; listeners will catch up', { error });
    }
  };

  receiver.on('message', (_channel: string, text: string) => {
    const message = decodeMessage(text);
    if (message?.topic === gapTopic) listeners.gap();
    else if (message) listeners.deliver(message.topic, message.ids);
  });
  await receiver.subscribe(channel);
  // From here on every `ready` is a reconnection. Subscribing again answers only once it holds.
  receiver.on('ready', () => {
    receiver.subscribe(channel).then(listeners.gap, (error: unknown) => {
      if (!closed) log.warn('the bus could not listen again yet', { error });
    });
  });
  sender.on('ready', () => {
    if (!unsent) return;
    unsent = false;
    void send(encodeMessages(gapTopic, []));
  });

  return {
    async publish(topic, ids) {
      checkMessage(topic, ids);
      await send(encodeMessages(topic, ids));
    },
    subscribe: listeners.subscribe,
    onGap: listeners.onGap,
    async close() {
      closed = true;
      listeners.clear();
      sender.disconnect();
      receiver.disconnect();
    },
  };
}
