/** The drafts that are open in this process: one room each, kept a little after the last one left. */
import type { Ports } from '../../../../foundation/context/ctx.ts';
import type { DraftPlace } from './draft-log.ts';
import { askTopic, caretTopic, type RoomEditor } from './draft-people.ts';
import { createDraftRoom, type DraftRoom } from './draft-room.ts';
import { promptPeopleOf } from './prompt-people.ts';
import { accessTopic, draftTopic } from './tell-draft.ts';

export interface DraftRooms {
  /** Lets a tab in until its signal is aborted; gives what hears its frames. */
  enter(place: DraftPlace, editor: RoomEditor, signal: AbortSignal): Promise<(frame: Uint8Array) => void>;
  shutDown(): Promise<void>;
  forget(): void;
}

interface OpenRoom {
  room: DraftRoom;
  inside: number;
  lingering: ReturnType<typeof setTimeout> | undefined;
}

/** A reload comes back to a room that is still warm. */
const lingerMs = 15_000;

const all = new WeakMap<Ports, DraftRooms>();

export function draftRoomsOf(ports: Ports): DraftRooms {
  const found = all.get(ports) ?? createDraftRooms(ports);
  all.set(ports, found);
  return found;
}

/** Stores what waits in the rooms of this process, where there are any. */
export async function closeDraftRooms(ports: Ports): Promise<void> {
  await all.get(ports)?.shutDown();
}

/** As if the process had ended at this moment: what only memory holds is gone. For tests. */
export function forgetDraftRooms(ports: Ports): void {
  all.get(ports)?.forget();
  all.delete(ports);
}

function createDraftRooms(ports: Ports): DraftRooms {
  const { bus, log } = ports;
  const rooms = new Map<string, OpenRoom>();

  const stopHearing = [
    bus.subscribe(draftTopic, ([branchId = '', revision]) =>
      rooms.get(branchId)?.room.catchUp(Number(revision)),
    ),
    bus.subscribe(accessTopic, ([promptId]) => {
      for (const { room } of rooms.values()) if (room.place.promptId === promptId) room.recheck();
    }),
    bus.subscribe(caretTopic, ([process, branchId = '', ...records]) => {
      if (process !== ports.processId) rooms.get(branchId)?.room.people.hearOthers(records);
    }),
    bus.subscribe(askTopic, ([process, branchId = '']) => {
      if (process !== ports.processId) rooms.get(branchId)?.room.people.answer();
    }),
    bus.onGap(() => {
      for (const { room } of rooms.values()) {
        room.catchUp();
        room.people.answer();
      }
    }),
  ];

  function open(place: DraftPlace): OpenRoom {
    const found = rooms.get(place.branchId);
    if (found) return found;
    const made: OpenRoom = { room: createDraftRoom(ports, place), inside: 0, lingering: undefined };
    rooms.set(place.branchId, made);
    return made;
  }

  function leave(one: OpenRoom): void {
    one.inside--;
    if (one.inside > 0) return;
    clearTimeout(one.lingering);
    one.lingering = setTimeout(() => close(one), lingerMs);
    one.lingering.unref();
  }

  function close(one: OpenRoom): void {
    if (one.inside > 0) return;
    const { branchId } = one.room.place;
    if (rooms.get(branchId) === one) rooms.delete(branchId);
    one.room.close().catch((error) => log.warn('a draft could not be folded', { error, branch: branchId }));
  }

  return {
    async enter(place, editor, signal) {
      const one = open(place);
      one.inside++;
      clearTimeout(one.lingering);
      try {
        const hear = await one.room.join(editor);
        const { organizationId, promptId } = place;
        const { connection, person } = editor;
        promptPeopleOf(ports).enter({ organizationId, promptId, connection, userId: person.id });
        const go = () => {
          promptPeopleOf(ports).leave(connection);
          one.room.leave(editor);
          leave(one);
        };
        if (signal.aborted) go();
        else signal.addEventListener('abort', go, { once: true });
        return hear;
      } catch (error) {
        leave(one);
        throw error;
      }
    },
    forget() {
      for (const stop of stopHearing) stop();
      for (const { lingering } of rooms.values()) clearTimeout(lingering);
    },
    async shutDown() {
      for (const stop of stopHearing) stop();
      all.delete(ports);
      await Promise.allSettled(
        [...rooms.values()].map(({ room, lingering }) => {
          clearTimeout(lingering);
          return room.close();
        }),
      );
      rooms.clear();
    },
  };
}
