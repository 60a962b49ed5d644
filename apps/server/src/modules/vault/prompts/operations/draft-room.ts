/**
 * One draft that is open in this process, and the tabs that edit it. What they send is taken in turns: as many
 * updates as wait are stored in one transaction, then acknowledged and told to the others. Nobody hears of an
 * update that is not in the log.
 */
import {
  EDITOR_FRAMES,
  largestDraftUpdate,
  ROOM_FRAMES,
  readFrame,
  writeFrame,
  writeJson,
} from '@promptvault/contract/vault/prompts/draft-frames';
import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import * as Y from 'yjs';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { problemOf } from '../../../../foundation/http/problem-of.ts';
import { findDraftFault } from './check-draft-update.ts';
import {
  appendToLog,
  type DraftPlace,
  foldHeldDraft,
  type HeldDraft,
  loadHeldDraft,
  type NewUpdate,
  readOn,
} from './draft-log.ts';
import { createDraftPeople, type DraftPeopleHere, type RoomEditor } from './draft-people.ts';
import { largestDraft } from './draft-text.ts';
import { tellDraft } from './tell-draft.ts';

export interface DraftRoom {
  readonly place: DraftPlace;
  readonly people: DraftPeopleHere;
  /** @throws resource.not_found and whatever the database says when the draft cannot be loaded */
  join(editor: RoomEditor): Promise<(frame: Uint8Array) => void>;
  leave(editor: RoomEditor): void;
  /** The log goes on, or a version was saved: the draft is at this revision, or at one nobody knows. */
  catchUp(revision?: number): void;
  /** Everyone in it is asked again whether they may be. */
  recheck(): void;
  /** Stores what waits and gives the memory back. */
  close(): Promise<void>;
}

interface Waiting {
  editor: RoomEditor;
  number: number;
  update: Uint8Array;
}

/** Updates stored in one transaction. */
const mostAtOnce = 200;
const retryMs = 2_000;
/** What one tab may have on its way, in bytes. */
const mostWaiting = 2 * largestDraftUpdate;

export function createDraftRoom(ports: Ports, place: DraftPlace): DraftRoom {
  const editors = new Set<RoomEditor>();
  const people = createDraftPeople(ports, place, editors);
  let held: HeldDraft | undefined;
  let waiting: Waiting[] = [];
  let isPlanned = false;
  let wanted = 0;
  let isBehind = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(fn: () => Promise<T>): Promise<T> => {
    const mine = turn.then(fn);
    turn = mine.catch(() => undefined);
    return mine;
  };

  async function hold(): Promise<HeldDraft> {
    if (held) return held;
    held = await loadHeldDraft(ports, place);
    // What was read for a copy that had to be given up may never have been told.
    if (isBehind) tellAll(writeFrame(ROOM_FRAMES.update, held.seq, Y.encodeStateAsUpdate(held.ydoc)));
    isBehind = false;
    return held;
  }

  /** Memory is not what the log is: the next who needs the draft loads it, and tells everyone the whole. */
  const giveUp = () => {
    held = undefined;
    isBehind = editors.size > 0;
  };

  const tellAll = (frame: Uint8Array, except?: RoomEditor) => {
    for (const editor of editors) if (editor !== except) editor.send(frame);
  };

  /** Runs `fn` and tells everyone what came into the document meanwhile, and when its base changed. */
  async function telling(draft: HeldDraft, fn: () => Promise<void>): Promise<void> {
    const came: Uint8Array[] = [];
    const hear = (update: Uint8Array) => came.push(update);
    const { baseNumber } = draft;
    draft.ydoc.on('update', hear);
    try {
      await fn();
    } finally {
      draft.ydoc.off('update', hear);
    }
    if (came.length > 0) tellAll(writeFrame(ROOM_FRAMES.update, draft.seq, Y.mergeUpdates(came)));
    if (draft.baseNumber !== baseNumber)
      tellAll(writeFrame(ROOM_FRAMES.base, draft.seq, writeJson({ baseVersion: draft.baseNumber })));
  }

  const refuse = ({ editor, number }: Waiting, error: unknown) => {
    const { body, unexpected } = problemOf(error);
    if (unexpected) ports.log.error('a draft could not be stored', { error, branch: place.branchId });
    else ports.log.info('an update of a draft was refused', { code: body.code, actor: editor.actor });
    editor.send(writeFrame(ROOM_FRAMES.refusal, number, writeJson(body)));
  };

  const plan = () => {
    if (isPlanned || waiting.length === 0) return;
    isPlanned = true;
    void inTurn(storeWaiting).catch((error) => ports.log.error('a draft room failed', { error }));
  };

  async function storeWaiting(): Promise<void> {
    isPlanned = false;
    const batch = waiting.slice(0, mostAtOnce);
    waiting = waiting.slice(mostAtOnce);
    try {
      const draft = await hold();
      const { taken, accepted } = tryAll(draft, batch);
      if (held !== draft) return;
      if (taken.length > 0) {
        const rows = joinByActor(taken);
        await telling(draft, () => appendToLog(ports, place, draft, rows));
        tellDraft(ports, { branchId: place.branchId, revision: draft.revision });
        tellTaken(draft, taken);
      }
      for (const { editor, number } of accepted) editor.send(writeFrame(ROOM_FRAMES.ack, number));
    } catch (error) {
      giveUp();
      for (const one of batch) refuse(one, error);
    } finally {
      plan();
    }
  }

  /** Takes a batch into memory; one that breaks halfway is refused, and the rest tried again on a fresh copy. */
  function tryAll(draft: HeldDraft, batch: readonly Waiting[]) {
    const taken: (NewUpdate & { editor: RoomEditor })[] = [];
    const accepted: Waiting[] = [];
    for (const one of batch) {
      const reason =
        draft.bytes + one.update.length > largestDraft
          ? 'the draft would grow too large'
          : findDraftFault(draft.ydoc, one.update);
      if (reason) {
        refuse(one, PromptError.draft_refused({ index: 0, reason }));
        continue;
      }
      const hear = (update: Uint8Array) => {
        draft.bytes += update.length;
        taken.push({ update, actor: one.editor.actor, editor: one.editor });
      };
      draft.ydoc.on('update', hear);
      try {
        Y.applyUpdate(draft.ydoc, one.update);
        accepted.push(one);
      } catch {
        refuse(one, PromptError.draft_refused({ index: 0, reason: 'it is not a Yjs update' }));
        giveUp();
        waiting = [...batch.filter((other) => other !== one), ...waiting];
        return { taken: [], accepted: [] };
      } finally {
        draft.ydoc.off('update', hear);
      }
    }
    return { taken, accepted };
  }

  function tellTaken(draft: HeldDraft, taken: readonly (NewUpdate & { editor: RoomEditor })[]): void {
    const authors = new Set(taken.map(({ editor }) => editor));
    const update = Y.mergeUpdates(taken.map((one) => one.update));
    // Of several authors each hears their own words again, which Yjs counts once.
    tellAll(
      writeFrame(ROOM_FRAMES.update, draft.seq, update),
      authors.size === 1 ? authors.values().next().value : undefined,
    );
  }

  function hear(editor: RoomEditor, bytes: Uint8Array): void {
    const frame = readFrame(bytes);
    if (!frame) throw RequestError.malformed({ reason: 'this is not a frame of a draft.' });
    const { kind, number, body } = frame;
    if (kind === EDITOR_FRAMES.hello) answerHello(editor, body.slice());
    else if (kind === EDITOR_FRAMES.caret) people.move(editor, body);
    else if (kind === EDITOR_FRAMES.update) queue({ editor, number, update: body.slice() });
    else throw RequestError.malformed({ reason: 'no such frame of a draft.' });
  }

  function queue(one: Waiting): void {
    const { editor, update } = one;
    const underway = waiting.reduce(
      (sum, each) => sum + (each.editor === editor ? each.update.length : 0),
      0,
    );
    if (update.length > largestDraftUpdate)
      refuse(one, RequestError.too_large({ maxBytes: largestDraftUpdate }));
    else if (underway + update.length > mostWaiting)
      refuse(one, RequestError.rate_limited({ retryAfterMs: 1_000 }));
    else {
      waiting.push(one);
      plan();
    }
  }

  function answerHello(editor: RoomEditor, stateVector: Uint8Array): void {
    void inTurn(async () => {
      const { ydoc, seq, baseNumber } = await hold();
      let missing: Uint8Array;
      try {
        missing = Y.encodeStateAsUpdate(ydoc, stateVector.length > 0 ? stateVector : undefined);
      } catch {
        missing = Y.encodeStateAsUpdate(ydoc); // No state vector, so everything.
      }
      editor.send(writeFrame(ROOM_FRAMES.state, seq, missing));
      editor.send(writeFrame(ROOM_FRAMES.base, seq, writeJson({ baseVersion: baseNumber })));
      people.greet(editor);
    }).catch((error) => {
      const { body, unexpected } = problemOf(error);
      if (unexpected) ports.log.error('a draft could not be loaded', { error, branch: place.branchId });
      editor.send(writeFrame(ROOM_FRAMES.refusal, 0, writeJson(body)));
    });
  }

  async function readFurther(): Promise<void> {
    const draft = held;
    if (!draft || wanted <= draft.revision) return;
    try {
      await telling(draft, () => readOn(ports, place, draft));
      wanted = draft.revision;
    } catch (error) {
      giveUp();
      ports.log.warn('a draft could not be read on', { error, branch: place.branchId });
      retry ??= setTimeout(() => {
        retry = undefined;
        void inTurn(hold).catch((again) => ports.log.warn('a draft could not be loaded', { error: again }));
      }, retryMs);
      retry.unref();
    }
  }

  return {
    place,
    people,
    join: (editor) =>
      inTurn(async () => {
        await hold();
        editors.add(editor);
        people.enter(editor);
        return (bytes: Uint8Array) => hear(editor, bytes);
      }),
    leave(editor) {
      editors.delete(editor);
      people.leave(editor);
    },
    catchUp(revision) {
      wanted = Math.max(wanted, revision ?? (held?.revision ?? 0) + 1);
      void inTurn(readFurther);
    },
    recheck() {
      for (const editor of editors) editor.recheck();
    },
    async close() {
      clearTimeout(retry);
      people.close();
      await inTurn(async () => {
        if (waiting.length > 0) await storeWaiting();
        if (held) await foldHeldDraft(ports, place, held);
        held = undefined;
      });
    },
  };
}

/** What one person wrote in a row is one row. */
function joinByActor(taken: readonly NewUpdate[]): NewUpdate[] {
  const rows: NewUpdate[] = [];
  for (const { actor, update } of taken) {
    const last = rows.at(-1);
    if (last?.actor === actor) last.update = Y.mergeUpdates([last.update, update]);
    else rows.push({ actor, update });
  }
  return rows;
}
