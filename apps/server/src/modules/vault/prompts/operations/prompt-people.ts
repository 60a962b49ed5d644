/**
 * Who has which prompt open, in all processes: its draft, by the rooms, or only its page; in others by what they say on
 * the bus. It holds ids alone; names and who may know are found when somebody asks.
 */
import type { Ports } from '../../../../foundation/context/ctx.ts';

/** Bus topic: somebody opened or left a prompt; [process, organization, prompt, connection, person, here, reads or gone]. */
export const peopleTopic = 'prompt.people';
/** Bus topic: a process that starts asks the others who is there; its message is [process]. */
export const peopleAskTopic = 'prompt.people.ask';

export interface Presence {
  organizationId: string;
  promptId: string;
  connection: string;
  userId: string;
  /** Looks at it without having its draft open. */
  reads?: boolean;
}

/** Ids of people; who has the draft open is no reader beside it. */
export interface PeopleHere {
  editors: Set<string>;
  readers: Set<string>;
}

export interface PromptPeople {
  enter(presence: Presence): void;
  leave(connection: string): void;
  /** The people in each prompt of the organization. */
  inOrganization(organizationId: string): Map<string, PeopleHere>;
  /** Hears which prompts changed. */
  onChange(listener: (organizationId: string, promptId: string) => void): () => void;
  close(): void;
}

const repeatMs = 25_000;
const forgottenMs = 70_000;

const all = new WeakMap<Ports, PromptPeople>();

export function promptPeopleOf(ports: Ports): PromptPeople {
  const found = all.get(ports) ?? createPromptPeople(ports);
  all.set(ports, found);
  return found;
}

/** Where nobody ever asked, nothing is made. */
export const closePromptPeople = (ports: Ports): void => all.get(ports)?.close();

function createPromptPeople(ports: Ports): PromptPeople {
  const { bus, clock, log, processId } = ports;
  const here = new Map<string, Presence & { process: string; heardAt: number }>();
  const listeners = new Set<(organizationId: string, promptId: string) => void>();

  const changed = ({ organizationId, promptId }: Presence) => {
    for (const listener of listeners) listener(organizationId, promptId);
  };
  const publish = (topic: string, ids: string[]) =>
    void bus.publish(topic, ids).catch((error) => log.warn('the bus could not tell who is here', { error }));
  const tell = (
    { organizationId, promptId, connection, userId, reads = false }: Presence,
    state: 'here' | 'gone',
  ) => {
    const told = state === 'here' && reads ? 'reads' : state;
    publish(peopleTopic, [processId, organizationId, promptId, connection, userId, told]);
  };
  const put = (presence: Presence, process: string) => {
    const isNew = !here.has(presence.connection);
    here.set(presence.connection, { ...presence, process, heardAt: clock.now().getTime() });
    if (isNew) changed(presence);
  };
  const drop = (connection: string) => {
    const found = here.get(connection);
    if (!found) return undefined;
    here.delete(connection);
    changed(found);
    return found;
  };
  const tellAll = () => {
    for (const one of here.values()) if (one.process === processId) tell(one, 'here');
  };

  const stopHearing = [
    bus.subscribe(peopleTopic, ([process = '', organizationId, promptId, connection, userId, state]) => {
      if (process === processId || !organizationId || !promptId || !connection || !userId) return;
      if (state === 'gone') drop(connection);
      else put({ organizationId, promptId, connection, userId, reads: state === 'reads' }, process);
    }),
    bus.subscribe(peopleAskTopic, ([process]) => {
      if (process !== processId) tellAll();
    }),
    bus.onGap(() => {
      tellAll();
      publish(peopleAskTopic, [processId]);
    }),
  ];
  const repeat = setInterval(() => {
    tellAll();
    const now = clock.now().getTime();
    for (const { connection, process, heardAt } of here.values())
      if (process !== processId && now - heardAt > forgottenMs) drop(connection);
  }, repeatMs);
  repeat.unref();
  publish(peopleAskTopic, [processId]);

  return {
    enter(presence) {
      put(presence, processId);
      tell(presence, 'here');
    },
    leave(connection) {
      const gone = drop(connection);
      if (gone) tell(gone, 'gone');
    },
    inOrganization(organizationId) {
      const found = new Map<string, PeopleHere>();
      for (const { organizationId: where, promptId, userId, reads } of here.values()) {
        if (where !== organizationId) continue;
        const people = found.get(promptId) ?? { editors: new Set(), readers: new Set() };
        (reads ? people.readers : people.editors).add(userId);
        found.set(promptId, people);
      }
      for (const { editors, readers } of found.values()) for (const id of editors) readers.delete(id);
      return found;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      clearInterval(repeat);
      for (const stop of stopHearing) stop();
      listeners.clear();
      all.delete(ports);
    },
  };
}
