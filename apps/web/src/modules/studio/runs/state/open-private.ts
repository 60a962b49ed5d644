import { compatibleServerOf } from '@promptvault/wire/compatible-server';
import type { ModelError } from '@promptvault/wire/model-event';
import { settingsTaken } from '@promptvault/wire/setting-support';
import { recordPrivateRun } from '../api/private-runs.ts';
import { callModel } from '../workers/open-caller.ts';
import { keptHere } from './browser-store.ts';
import { type CountOutbox, createCountOutbox } from './count-outbox.ts';
import { createPrivateRuns, type PrivateOrder, type PrivateRuns } from './private-runs.ts';
import { privateWords } from './private-words.ts';

const lockOf = (id: string) => `promptvault-private-run ${id}`;
/** Held by the tab that makes a run, so that another one can tell that it is still there. */
const holds = new Map<string, () => void>();

function hold(id: string): void {
  void navigator.locks?.request(lockOf(id), () => new Promise<void>((resolve) => holds.set(id, resolve)));
}
const release = (id: string) => {
  holds.get(id)?.();
  holds.delete(id);
};

async function isGoingOn(id: string): Promise<boolean> {
  if (!navigator.locks) return false;
  return navigator.locks.request(lockOf(id), { ifAvailable: true }, (lock) => lock === null);
}

let outbox: CountOutbox | undefined;
export function countOutbox(): CountOutbox {
  outbox ??= createCountOutbox({
    store: keptHere().store,
    send: recordPrivateRun,
    isGoingOn,
    now: Date.now,
  });
  return outbox;
}

/** A redraw for each word of many answers would hold up the words. */
const pauseMs = 50;
function soonOnce() {
  let waits = false;
  return (then: () => void) => {
    if (waits) return;
    waits = true;
    setTimeout(() => {
      waits = false;
      then();
    }, pauseMs);
  };
}

/** By what its list told of it, else by its address. */
function takingOf({ provider, api, baseUrl, taking }: PrivateOrder['connection'], model: string) {
  const server = taking?.server ?? compatibleServerOf(baseUrl, []);
  const listed = taking?.settings[model];
  return { server, takes: settingsTaken({ provider, api, model, reasoning: null, server, listed }) };
}

let runs: PrivateRuns | undefined;

/** The private runs of this tab. */
export function privateRuns(): PrivateRuns {
  if (runs) return runs;
  const made = createPrivateRuns({
    call: callModel,
    fit: ({ connection, model }: PrivateOrder) => ({
      ...takingOf(connection, model),
      // Servers of one's own differ in what they take; words every model takes.
      schemaBy: connection.provider === 'openai_compatible' ? 'words' : 'provider',
    }),
    words: (error: ModelError, { connection }: PrivateOrder) =>
      privateWords(error, connection, location.origin),
    begin: async (owner, id, counts) => {
      hold(id);
      await countOutbox().begin(owner, id, counts);
    },
    end: (owner, id, counts) =>
      countOutbox()
        .end(owner, id, counts)
        .finally(() => release(id)),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    soon: soonOnce(),
  });
  addEventListener('beforeunload', (event) => {
    if (made.isRunning()) event.preventDefault();
  });
  runs = made;
  return made;
}

/** After a sign-out: answers go with whoever asked for them. */
export const clearPrivateRuns = (): void => runs?.clear();
