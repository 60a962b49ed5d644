/** A WebSocket on a network that delays, says things twice, and breaks. Order stays: it is one connection. */
import { WebSocket } from 'ws';
import type { Random } from './random.ts';

export interface BadNetwork {
  random: Random;
  /** Milliseconds. */
  longestDelay: number;
  /** For each message: that it comes twice, and that the connection breaks with all that is on its way. */
  twice: number;
  breaks: number;
  /** Set to false to let everything through at last. */
  isBad: boolean;
}

type Listener = (event: { data: unknown }) => void;

export function openBadSocket(network: BadNetwork, url: string, headers: Record<string, string>) {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  socket.binaryType = 'arraybuffer';
  const listeners = new Map<string, Listener[]>();
  const { random } = network;
  let isBroken = false;
  const emit = (type: string, data?: unknown) => {
    for (const listener of listeners.get(type) ?? []) listener({ data });
  };
  const breakDown = () => {
    if (isBroken) return;
    isBroken = true;
    socket.terminate();
    emit('close');
  };
  const line = (pass: (data: unknown) => void) => {
    let turn = Promise.resolve();
    return (data: unknown) => {
      const isFrame = typeof data !== 'string';
      const delay = network.isBad ? random.between(0, network.longestDelay) : 0;
      const times = network.isBad && isFrame && random.chance(network.twice) ? 2 : 1;
      const breaks = network.isBad && random.chance(network.breaks);
      turn = turn.then(async () => {
        if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
        if (isBroken) return;
        if (breaks) return breakDown();
        for (let time = 0; time < times; time++) pass(data);
      });
    };
  };
  const out = line((data) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(data as string);
  });
  const into = line((data) => emit('message', data));
  socket.on('open', () => emit('open'));
  socket.on('message', (data, isBinary) => into(isBinary ? data : String(data)));
  socket.on('close', () => {
    if (isBroken) return;
    isBroken = true;
    emit('close');
  });
  socket.on('error', () => undefined);
  return {
    get readyState() {
      return isBroken ? WebSocket.CLOSED : socket.readyState;
    },
    binaryType: 'arraybuffer' as BinaryType,
    send: out,
    close: () => {
      isBroken = true;
      socket.close();
    },
    addEventListener: (type: string, listener: Listener) =>
      void listeners.set(type, [...(listeners.get(type) ?? []), listener]),
  };
}
