/**
 * The tab's one live connection (run events, notices, presence). It opens with the first subscription and closes
 * after the last. When it breaks it comes back by itself, and each subscription goes on after the last event it
 * has seen, so that nothing is lost and nothing comes twice.
 */
import { closeCode } from '@promptvault/contract/live';
import { type ApiProblem, toProblem } from './api-problem.ts';
import { type LiveReply, type LiveRequest, readLiveReply } from './live-messages.ts';

/** Why the server lets this tab in no more. */
export type Refusal = 'signed-out' | 'no-access';

export type LiveState = 'idle' | 'connecting' | 'open' | 'waiting' | Refusal;

export type LiveEvent = { eventId: string; data: unknown };

export type LiveSubscription = {
  /** Goes on after this event id; without it the server decides where a topic begins. */
  after?: string;
  onEvent: (event: LiveEvent) => void;
  onProblem?: (problem: ApiProblem) => void;
  onSubscribed?: () => void;
  /** The topic is complete: nothing more will come. */
  onEnd?: () => void;
};

/** A topic on which both sides speak, in bytes. */
export type LiveConversation = {
  onBytes: (bytes: Uint8Array) => void;
  /** At the start, and again after each break: what was said meanwhile was not heard. */
  onSubscribed: () => void;
  onProblem: (problem: ApiProblem) => void;
  onBreak: () => void;
};

export type LiveClient = {
  /** Enters a spoken topic. `say` is false when nobody hears it now. */
  converse: (
    topic: string,
    conversation: LiveConversation,
  ) => { say: (bytes: Uint8Array) => boolean; leave: () => void };
  subscribe: (topic: string, subscription: LiveSubscription) => () => void;
  state: () => LiveState;
  onState: (listener: () => void) => () => void;
  /** Starts a new connection for the same subscriptions, from their beginning: the tab changed its organization. */
  renew: () => void;
  /** Ends the connection and forgets every subscription. */
  close: () => void;
};

type Socket = Pick<WebSocket, 'send' | 'close' | 'readyState' | 'addEventListener' | 'binaryType'>;

export type LiveClientOptions = {
  url: () => string;
  open?: (url: string) => Socket;
  /** Asked when a connection could not be opened: a browser does not say why. Undefined: it is worth another try. */
  whyRefused?: () => Promise<Refusal | undefined>;
  random?: () => number;
  /** Milliseconds: first and longest wait before connecting again, the beat of the pings, and how long it may open. */
  firstWait?: number;
  longestWait?: number;
  beat?: number;
  patience?: number;
};

const refusals: Readonly<Record<number, Refusal>> = {
  [closeCode.signedOut]: 'signed-out',
  [closeCode.noAccess]: 'no-access',
};

type Entry = LiveSubscription &
  Partial<LiveConversation> & {
    topic: string;
    /** Faults of the server since it last answered. */
    faults?: number;
  };

export function createLiveClient(options: LiveClientOptions): LiveClient {
  const {
    firstWait = 300,
    longestWait = 15_000,
    beat = 25_000,
    patience = 15_000,
    random = Math.random,
  } = options;
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  let state: LiveState = 'idle';
  let socket: Socket | undefined;
  let failures = 0;
  let made = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let pulse: ReturnType<typeof setInterval> | undefined;
  let answered = true;

  const isRefused = () => state === 'signed-out' || state === 'no-access';

  const become = (next: LiveState) => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };

  const send = (request: LiveRequest) => {
    if (socket?.readyState === 1) socket.send(JSON.stringify(request));
  };

  const ask = (id: string, { topic, after }: Entry) => send({ type: 'subscribe', id, topic, after });

  const waitAfter = (times: number) => Math.min(firstWait * 2 ** times, longestWait) * (0.5 + random() / 2);

  /** A fault of the server says nothing about the topic: it is asked for anew, after the last event heard. */
  const askLater = (id: string, entry: Entry) => {
    const faults = entry.faults ?? 0;
    entry.faults = faults + 1;
    const asking = socket;
    setTimeout(() => {
      if (socket === asking && entries.get(id) === entry) ask(id, entry);
    }, waitAfter(faults));
  };

  const forget = (id: string) => {
    // Where the tab is refused the page gives way, and with it its subscriptions: that is no new beginning.
    if (entries.delete(id) && entries.size === 0 && !isRefused()) rest();
  };

  /** Bytes belong to a spoken topic: the length of a subscription's id, the id, and a frame. */
  const hearBytes = (data: ArrayBuffer) => {
    answered = true;
    const bytes = new Uint8Array(data);
    const end = 1 + (bytes[0] ?? 0);
    entries.get(String.fromCharCode(...bytes.subarray(1, end)))?.onBytes?.(bytes.subarray(end));
  };

  const say = (id: string, frame: Uint8Array): boolean => {
    if (socket?.readyState !== 1 || !entries.has(id)) return false;
    const bytes = new Uint8Array(1 + id.length + frame.length);
    bytes[0] = id.length;
    for (let at = 0; at < id.length; at += 1) bytes[1 + at] = id.charCodeAt(at);
    bytes.set(frame, 1 + id.length);
    socket.send(bytes);
    return true;
  };

  const hear = (reply: LiveReply | undefined) => {
    answered = true;
    if (!reply || reply.type === 'pong') return;
    const { id } = reply;
    const entry = id === undefined ? undefined : entries.get(id);
    if (reply.type === 'subscribed') entry?.onSubscribed?.();
    if (reply.type === 'end' && entry) {
      forget(reply.id);
      entry.onEnd?.();
    }
    if (reply.type === 'event' && entry) {
      entry.after = reply.eventId;
      entry.faults = 0;
      entry.onEvent({ eventId: reply.eventId, data: reply.data });
    }
    if (reply.type === 'problem') {
      const problem = toProblem(reply.problem, 500);
      // A refusal is final.
      if (id !== undefined && !problem.passing) forget(id);
      if (id !== undefined && entry && problem.passing) askLater(id, entry);
      if (entry) entry.onProblem?.(problem);
      else if (id === undefined) for (const each of entries.values()) each.onProblem?.(problem);
    }
  };

  const connect = () => {
    clearTimeout(retry);
    retry = undefined;
    become('connecting');
    const opening = (options.open ?? ((url) => new WebSocket(url)))(options.url());
    socket = opening;
    opening.binaryType = 'arraybuffer';
    let wasOpen = false;
    // Something between us and the server may swallow the request: no answer at all is a break too.
    const slow = setTimeout(() => {
      if (socket !== opening || wasOpen) return;
      lose();
      opening.close();
    }, patience);
    opening.addEventListener('open', () => {
      clearTimeout(slow);
      if (socket !== opening) return;
      wasOpen = true;
      failures = 0;
      answered = true;
      become('open');
      for (const [id, entry] of entries) ask(id, entry);
      pulse = setInterval(() => checkPulse(opening), beat);
    });
    opening.addEventListener('message', (event) => {
      if (socket !== opening) return;
      if (event.data instanceof ArrayBuffer) hearBytes(event.data);
      else hear(readLiveReply(event.data));
    });
    opening.addEventListener('close', ({ code }) => {
      clearTimeout(slow);
      if (socket !== opening) return;
      const refusal = refusals[code];
      lose();
      if (refusal) giveUp(refusal);
      else if (!wasOpen) void askWhy();
    });
  };

  /** A sleeping laptop or a dead router never says goodbye: no answer for a whole beat counts as one. */
  const checkPulse = (opening: Socket) => {
    if (!answered) {
      opening.close();
      if (socket === opening) lose();
      return;
    }
    answered = false;
    send({ type: 'ping' });
  };

  const lose = () => {
    clearInterval(pulse);
    socket = undefined;
    for (const entry of entries.values()) entry.onBreak?.();
    if (entries.size === 0) return become('idle');
    become('waiting');
    retry = setTimeout(connect, waitAfter(failures));
    failures += 1;
  };

  /** Nothing is tried again: whoever is here has to do something first. */
  const giveUp = (refusal: Refusal) => {
    clearTimeout(retry);
    become(refusal);
  };

  const askWhy = async () => {
    const refusal = await options.whyRefused?.();
    if (refusal && state === 'waiting') giveUp(refusal);
  };

  const rest = () => {
    clearTimeout(retry);
    clearInterval(pulse);
    const closing = socket;
    socket = undefined;
    closing?.close(1000);
    failures = 0;
    become('idle');
  };

  const wake = () => {
    if (state !== 'waiting') return;
    failures = 0;
    connect();
  };
  if (typeof window !== 'undefined') window.addEventListener('online', wake);

  const enter = (entry: Entry): { id: string; leave: () => void } => {
    made += 1;
    const id = String(made);
    entries.set(id, entry);
    if (state === 'open') ask(id, entry);
    else if (state === 'idle') connect();
    const leave = () => {
      if (!entries.has(id)) return;
      send({ type: 'unsubscribe', id });
      forget(id);
    };
    return { id, leave };
  };

  return {
    subscribe: (topic, subscription) => enter({ ...subscription, topic }).leave,
    converse(topic, conversation) {
      const { id, leave } = enter({ ...conversation, topic, onEvent: () => {} });
      return { say: (bytes) => say(id, bytes), leave };
    },
    state: () => state,
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    renew() {
      rest();
      for (const entry of entries.values()) {
        entry.after = undefined;
        entry.onBreak?.();
      }
      if (entries.size > 0) connect();
    },
    close() {
      entries.clear();
      rest();
      if (typeof window !== 'undefined') window.removeEventListener('online', wake);
    },
  };
}
