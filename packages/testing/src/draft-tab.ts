/** An editor of a draft at the frames themselves: what a test needs to say things no browser says. */
import {
  EDITOR_FRAMES,
  ROOM_FRAMES,
  readFrame,
  readJson,
  writeFrame,
  writeJson,
} from '@promptvault/contract/vault/prompts/draft-frames';
import { applyDocument, fromYDoc, type PromptDocument } from '@promptvault/document';
import * as Y from 'yjs';
import type { LiveTab } from './live-tab.ts';

export interface DraftTab {
  ydoc: Y.Doc;
  document(): PromptDocument;
  /** Edits as its person; what changed is sent at once. @returns the number of the update */
  write(document: PromptDocument): number;
  /** Any frame of an editor. */
  say(kind: keyof typeof EDITOR_FRAMES | number, number: number, body?: Uint8Array): void;
  showCaret(caret: unknown): void;
  /** Frames of the room, newest last. */
  heard: { kind: number; number: number; json: unknown }[];
  /** Resolves when the update is stored. @throws the problem when it is refused */
  acknowledged(number: number): Promise<void>;
  /** Resolves when a heard frame is as wished. */
  until<T>(find: () => T | undefined | false): Promise<T>;
}

const longestWaitMs = 5_000;
let made = 0;

/** Subscribes to a draft; resolves once its text is here. @throws the problem when it is refused */
export async function openDraftTab(tab: LiveTab, promptId: string, branch = 'main'): Promise<DraftTab> {
  const id = `draft-${++made}`;
  const ydoc = new Y.Doc();
  const heard: DraftTab['heard'] = [];
  let numbers = 0;
  let isHere = false;
  tab.onFrame((of, bytes) => {
    const frame = of === id ? readFrame(bytes) : undefined;
    if (!frame) return;
    const { kind, number, body } = frame;
    const isUpdate = kind === ROOM_FRAMES.state || kind === ROOM_FRAMES.update;
    if (isUpdate) Y.applyUpdate(ydoc, body, 'room');
    if (kind === ROOM_FRAMES.state) isHere = true;
    const isBare = isUpdate || kind === ROOM_FRAMES.ack;
    heard.push({ kind, number, json: isBare ? undefined : readJson(body) });
  });
  const say: DraftTab['say'] = (kind, number, body) =>
    tab.sendFrame(id, writeFrame(typeof kind === 'number' ? kind : EDITOR_FRAMES[kind], number, body));
  ydoc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'room') say('update', ++numbers, update);
  });
  const until: DraftTab['until'] = async (find) => {
    const from = Date.now();
    for (;;) {
      const found = find();
      if (found) return found;
      if (Date.now() - from > longestWaitMs)
        throw new Error(`it did not come; heard ${JSON.stringify(heard)} ${JSON.stringify(tab.heard)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  tab.send({ type: 'subscribe', id, topic: `draft:${promptId}/${branch}` });
  const answer = await until(() =>
    tab.heard.find((one) => one.id === id && (one.type === 'subscribed' || one.type === 'problem')),
  );
  if (answer.type === 'problem') throw Object.assign(new Error('refused'), { problem: answer.problem });
  say('hello', 0, Y.encodeStateVector(ydoc));
  await until(() => isHere);
  return {
    ydoc,
    heard,
    say,
    until,
    document: () => fromYDoc(ydoc).value,
    write(document) {
      applyDocument(ydoc, document);
      return numbers;
    },
    showCaret: (caret) => say('caret', 0, caret === null ? undefined : writeJson(caret)),
    async acknowledged(number) {
      const answer = await until(() =>
        heard.find(
          (one) =>
            one.number === number && (one.kind === ROOM_FRAMES.ack || one.kind === ROOM_FRAMES.refusal),
        ),
      );
      if (answer.kind === ROOM_FRAMES.refusal)
        throw Object.assign(new Error('refused'), { problem: answer.json });
    },
  };
}
