/**
 * Who has a draft open, and where in it they are: in this process by their connections, in others by the bus. The
 * server says who somebody is; a tab only says where. Moves are told together, some times a second.
 */

import type { PersonRef } from '@promptvault/contract/values';
import {
  type Caret,
  caret as caretShape,
  type DraftEditor,
  ROOM_FRAMES,
  readJson,
  writeFrame,
  writeJson,
} from '@promptvault/contract/vault/prompts/draft-frames';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { namePeople } from '../../../account/organizations/index.ts';
import type { DraftPlace } from './draft-log.ts';

/** A tab in the room of a draft. */
export interface RoomEditor {
  connection: string;
  person: PersonRef;
  /** As the log names them. */
  actor: string;
  send(frame: Uint8Array): void;
  recheck(): void;
}

/** Bus topic: who is where in a draft; its message is [process, branch, then five for each connection]. */
export const caretTopic = 'draft.carets';
/** Bus topic: somebody opened a draft here, tell who is there; its message is [process, branch]. */
export const askTopic = 'draft.ask';

export interface DraftPeopleHere {
  enter(editor: RoomEditor): void;
  leave(editor: RoomEditor): void;
  /** @throws request.malformed */
  move(editor: RoomEditor, body: Uint8Array): void;
  /** Tells one who came everything at once. */
  greet(editor: RoomEditor): void;
  /** What another process says of its connections. */
  hearOthers(records: readonly string[]): void;
  /** Another process asks who is here. */
  answer(): void;
  close(): void;
}

const togetherMs = 60;
/** Connections of a process that says nothing for this long are gone with it. */
const forgottenMs = 70_000;
const repeatMs = 25_000;
const recordsAtOnce = 16;
const largestCaret = 1_000;
const nowhere = '-';

export function createDraftPeople(
  ports: Ports,
  { organizationId, branchId }: DraftPlace,
  editors: ReadonlySet<RoomEditor>,
): DraftPeopleHere {
  const carets = new Map<string, Caret | null>();
  const others = new Map<string, DraftEditor & { heardAt: number }>();
  const names = new Map<string, PersonRef>();
  const moved = new Set<string>();
  const gone = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const publish = (topic: string, ids: string[]) =>
    void ports.bus
      .publish(topic, ids)
      .catch((error) => ports.log.warn('the bus could not tell who edits a draft', { error }));

  const viewOf = ({ connection, person }: RoomEditor): DraftEditor => ({
    connection,
    person,
    caret: carets.get(connection) ?? null,
  });
  const views = () => [
    ...[...editors].map(viewOf),
    ...[...others.values()].map(({ connection, person, caret }) => ({ connection, person, caret })),
  ];

  const planTelling = () => {
    timer ??= setTimeout(tell, togetherMs);
  };

  function tell(): void {
    timer = undefined;
    const here = views().filter(({ connection }) => moved.has(connection));
    const frame = writeFrame(ROOM_FRAMES.people, 0, writeJson({ you: null, here, gone: [...gone] }));
    for (const editor of editors) editor.send(frame);
    tellOthers([...editors].filter(({ connection }) => moved.has(connection)).map(viewOf));
    moved.clear();
    gone.clear();
  }

  function tellOthers(views: readonly DraftEditor[]): void {
    for (let from = 0; from < views.length; from += recordsAtOnce)
      publish(caretTopic, [
        ports.processId,
        branchId,
        ...views.slice(from, from + recordsAtOnce).flatMap(toRecord),
      ]);
  }

  const repeat = setInterval(() => {
    tellOthers([...editors].map(viewOf));
    const now = ports.clock.now().getTime();
    for (const [connection, { heardAt }] of others) if (now - heardAt > forgottenMs) lose(connection);
  }, repeatMs);
  repeat.unref();

  function lose(connection: string): void {
    if (!others.delete(connection)) return;
    gone.add(connection);
    planTelling();
  }

  async function nameOthers(ids: readonly string[]): Promise<void> {
    const unknown = ids.filter((id) => !names.has(id));
    if (unknown.length === 0) return;
    const found = await ports.within({ organizationId, job: 'prompt.draft', onBehalfOf: null }, (ctx) =>
      namePeople(ctx, unknown),
    );
    for (const [id, person] of found) names.set(id, person);
  }

  return {
    enter(editor) {
      moved.add(editor.connection);
      planTelling();
      if (editors.size === 1) publish(askTopic, [ports.processId, branchId]);
    },
    leave(editor) {
      carets.delete(editor.connection);
      gone.add(editor.connection);
      planTelling();
      publish(caretTopic, [
        ports.processId,
        branchId,
        editor.connection,
        editor.person.id,
        nowhere,
        nowhere,
        'gone',
      ]);
    },
    move(editor, body) {
      const caret = readCaret(body);
      carets.set(editor.connection, caret);
      moved.add(editor.connection);
      planTelling();
    },
    greet(editor) {
      const body = { you: editor.connection, here: views(), gone: [] };
      editor.send(writeFrame(ROOM_FRAMES.people, 0, writeJson(body)));
    },
    hearOthers(records) {
      const heard = toEditors(records);
      void nameOthers(heard.map(({ userId }) => userId))
        .then(() => {
          const heardAt = ports.clock.now().getTime();
          for (const { connection, userId, caret, isGone } of heard) {
            const person = names.get(userId);
            if (isGone) lose(connection);
            else if (person) {
              others.set(connection, { connection, person, caret, heardAt });
              moved.add(connection);
            }
          }
          planTelling();
        })
        .catch((error) => ports.log.warn('who edits a draft elsewhere could not be named', { error }));
    },
    answer: () => tellOthers([...editors].map(viewOf)),
    close() {
      clearTimeout(timer);
      clearInterval(repeat);
    },
  };
}

function readCaret(body: Uint8Array): Caret | null {
  const malformed = () => RequestError.malformed({ reason: 'this is not a place in a draft.' });
  if (body.length === 0) return null;
  if (body.length > largestCaret) throw malformed();
  let json: unknown;
  try {
    json = readJson(body);
  } catch {
    throw malformed();
  }
  const read = caretShape.safeParse(json);
  if (!read.success) throw malformed();
  return read.data;
}

const toRecord = ({ connection, person, caret }: DraftEditor): string[] => [
  connection,
  person.id,
  caret?.anchor ?? nowhere,
  caret?.head ?? nowhere,
  caret?.isTyping ? 'types' : 'rests',
];

function toEditors(records: readonly string[]) {
  const found: { connection: string; userId: string; caret: Caret | null; isGone: boolean }[] = [];
  for (let at = 0; at + 5 <= records.length; at += 5) {
    const [connection, userId, anchor, head, state] = records.slice(at, at + 5) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const caret = anchor === nowhere ? null : { anchor, head, isTyping: state === 'types' };
    found.push({ connection, userId, caret, isGone: state === 'gone' });
  }
  return found;
}
