/** Editors as the benchmark drives them: raw frames, so that little of what is measured is the benchmark's own. */
import { EDITOR_FRAMES, ROOM_FRAMES, writeFrame } from '@promptvault/contract/vault/prompts/draft-frames';
import { openLiveTab } from '@promptvault/testing/live-tab';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

export interface BenchEditor {
  /** Types a mark that the others look for; resolves when it is acknowledged, at once where nobody acknowledges. */
  type(mark: string): Promise<void>;
  close(): void;
}

/** Called with what arrives, as it arrives. */
export type Arrival = (bytes: Uint8Array) => void;

/** Makes updates of one typist: each puts a mark at the start of a text of their own. */
function createTypist() {
  const doc = new Y.Doc();
  const text = doc.getText('bench');
  let last: Uint8Array = new Uint8Array();
  doc.on('update', (update: Uint8Array) => {
    last = update;
  });
  return (mark: string) => {
    text.insert(0, mark);
    return last;
  };
}

export async function openEditor(
  url: string,
  who: { cookie: string; organizationId: string },
  promptId: string,
  onArrival: Arrival,
): Promise<BenchEditor> {
  const tab = await openLiveTab(url, { ...who, origin: url });
  const type = createTypist();
  const waiting = new Map<number, () => void>();
  let number = 0;
  const { promise: isHere, resolve: here } = Promise.withResolvers<void>();
  tab.onFrame((_id, frame) => {
    const kind = frame[0];
    if (kind === ROOM_FRAMES.update) onArrival(frame);
    else if (kind === ROOM_FRAMES.state) here();
    else if (kind === ROOM_FRAMES.ack) {
      const of = new DataView(frame.buffer, frame.byteOffset, frame.byteLength).getUint32(1);
      waiting.get(of)?.();
      waiting.delete(of);
    } else if (kind === ROOM_FRAMES.refusal) throw new Error(Buffer.from(frame).toString());
  });
  tab.send({ type: 'subscribe', id: 'd', topic: `draft:${promptId}/main` });
  await tab.until('subscribed');
  tab.sendFrame('d', writeFrame(EDITOR_FRAMES.hello, 0));
  await isHere;
  return {
    type(mark) {
      const mine = ++number;
      const acknowledged = new Promise<void>((resolve) => waiting.set(mine, resolve));
      tab.sendFrame('d', writeFrame(EDITOR_FRAMES.update, mine, type(mark)));
      return acknowledged;
    },
    close: () => tab.socket.terminate(),
  };
}

export async function openRelayed(url: string, room: string, onArrival: Arrival): Promise<BenchEditor> {
  const socket = new WebSocket(`${url}/${room}`, { perMessageDeflate: false });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.on('message', (data) => onArrival(data as Buffer));
  const type = createTypist();
  return {
    async type(mark) {
      socket.send(type(mark));
    },
    close: () => socket.terminate(),
  };
}
