import type { ModelEvent } from '@promptvault/wire/model-event';
import { baseUrlOf } from '@promptvault/wire/provider-address';
import type { CallerCall, CallerListing, FromCaller, Listed, ToCaller } from './caller-protocol.ts';
import callerScript from './private-caller.ts?worker&url';

export interface OpenCall {
  /** Closes the call; it then ends as interrupted, with what was said so far. */
  stop(): void;
}

/** As much of a Worker as is used. */
type Port = Pick<Worker, 'postMessage' | 'terminate'> & {
  addEventListener: (
    kind: 'message' | 'error',
    listener: (event: { data?: unknown; message?: string }) => void,
  ) => void;
};

interface Caller {
  port: Port;
  open: Map<number, (message: FromCaller) => void>;
  broken: Set<(reason: string) => void>;
}

const originOf = (connection: CallerListing) => new URL(baseUrlOf(connection)).origin;

/** A worker that may call this one origin: the server reads from its address what it may reach. */
function startCaller(origin: string): Port {
  const address = new URL(callerScript, location.href);
  address.searchParams.set('to', origin);
  return new Worker(address, { type: 'module' });
}

/** The workers of this tab, one for each origin, for as long as something of theirs is going on. */
const callers = new Map<string, Caller>();
let last = 0;

/** @returns the id of what was asked, and how to stop it; `hear` is told until it says that nothing more will come */
function ask(
  origin: string,
  question: (id: number) => ToCaller,
  hear: (message: FromCaller | { kind: 'broken'; reason: string }) => boolean,
): OpenCall {
  const caller = callers.get(origin) ?? newCaller(origin);
  const id = ++last;
  const leave = () => {
    caller.open.delete(id);
    if (caller.open.size > 0) return;
    caller.port.terminate();
    if (callers.get(origin) === caller) callers.delete(origin);
  };
  caller.open.set(id, (message) => {
    if (hear(message)) leave();
  });
  caller.broken.add((reason) => {
    if (caller.open.delete(id)) hear({ kind: 'broken', reason });
  });
  caller.port.postMessage(question(id));
  return { stop: () => caller.port.postMessage({ kind: 'stop', id } satisfies ToCaller) };
}

function newCaller(origin: string): Caller {
  const caller: Caller = { port: startCaller(origin), open: new Map(), broken: new Set() };
  callers.set(origin, caller);
  caller.port.addEventListener('message', ({ data }) => {
    const message = data as FromCaller;
    caller.open.get(message.id)?.(message);
  });
  caller.port.addEventListener('error', ({ message }) => {
    callers.delete(origin);
    for (const tell of caller.broken) tell(message ?? '');
  });
  return caller;
}

/** Calls a model straight from this browser. The last event, and only it, is `end` or `error`. */
export function callModel(call: CallerCall, hear: (event: ModelEvent) => void): OpenCall {
  return ask(
    originOf(call),
    (id) => ({ kind: 'call', id, call }),
    (message) => {
      if (message.kind === 'broken') {
        hear({ type: 'error', code: 'model.provider_error', message: message.reason, retryable: true });
        return true;
      }
      if (message.kind !== 'event') return false;
      hear(message.event);
      return message.event.type === 'end' || message.event.type === 'error';
    },
  );
}

/** Asks a provider, or a server of models, for its list straight from this browser. */
export function listModels(connection: CallerListing): Promise<Listed> {
  return new Promise((resolve) => {
    ask(
      originOf(connection),
      (id) => ({ kind: 'list', id, connection }),
      (message) => {
        if (message.kind === 'broken')
          resolve({
            ok: false,
            error: { code: 'model.provider_error', message: message.reason, retryable: true },
          });
        else if (message.kind === 'listed') resolve(message.listed);
        return message.kind !== 'event';
      },
    );
  });
}
