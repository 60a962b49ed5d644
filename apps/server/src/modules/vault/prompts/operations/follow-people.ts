/** Who is in which prompt, for somebody who looks at a list or at one: prompts they may see, and nobody of the others. */
import type { PeopleInPrompts } from '@promptvault/contract/vault/prompts/events';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { namePeople } from '../../../account/organizations/index.ts';
import { openPrompt } from '../open.ts';
import { may } from '../policy.ts';
import { findPromptRecords } from '../repository/prompts.ts';
import { promptPeopleOf } from './prompt-people.ts';
import { accessTopic } from './tell-draft.ts';

export interface FollowedPeople {
  organizationId: string;
  userId: string;
  /** This one alone. */
  promptId?: string;
}

/** Changes are told together, no more often than this. */
const togetherMs = 400;

export async function* followPeople(
  ports: Ports,
  { organizationId, userId, promptId: only }: FollowedPeople,
  signal: AbortSignal,
): AsyncGenerator<{ id: string; data: PeopleInPrompts }> {
  const people = promptPeopleOf(ports);
  const shown = new Set<string>();
  let changed = new Set(only === undefined ? people.inOrganization(organizationId).keys() : [only]);
  let wake = () => {};
  const mark = (promptId: string) => {
    if (only !== undefined && promptId !== only) return;
    changed.add(promptId);
    wake();
  };
  const stop = [
    people.onChange((organization, promptId) => {
      if (organization === organizationId) mark(promptId);
    }),
    ports.bus.subscribe(accessTopic, ([promptId = '']) => {
      if (shown.has(promptId) || people.inOrganization(organizationId).has(promptId)) mark(promptId);
    }),
  ];
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    for (let number = 1; !signal.aborted; number++) {
      const ids = [...changed];
      changed = new Set();
      const prompts = await readPeople(ports, { organizationId, userId }, ids);
      for (const { promptId, people: found, readers } of prompts)
        if (found.length > 0 || readers.length > 0) shown.add(promptId);
        else shown.delete(promptId);
      yield { id: String(number), data: { prompts } };
      await ports.clock.sleep(togetherMs, signal).catch(() => undefined);
      if (changed.size === 0 && !signal.aborted)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    for (const end of stop) end();
  }
}

/**
 * The same for one prompt, to which the follower thereby is a reader: others see them as long as they may read it.
 * @throws resource.not_found once they may not any more
 */
export async function* followPrompt(
  ports: Ports,
  followed: FollowedPeople & { promptId: string },
  signal: AbortSignal,
): AsyncGenerator<{ id: string; data: PeopleInPrompts }> {
  const people = promptPeopleOf(ports);
  const connection = ports.newId();
  const scope = {
    organizationId: followed.organizationId,
    job: 'prompt.people',
    onBehalfOf: followed.userId,
  };
  const still = async () => {
    await ports.within(scope, (ctx) => openPrompt(ctx, followed, 'prompt.read'));
  };
  people.enter({ ...followed, connection, reads: true });
  // A follower who waits hears nothing of their own loss: this ends it at once.
  const lost = new AbortController();
  const stop = ports.bus.subscribe(accessTopic, ([promptId]) => {
    if (promptId === followed.promptId) still().catch((error) => lost.abort(error));
  });
  try {
    yield* followPeople(ports, followed, AbortSignal.any([signal, lost.signal]));
    if (lost.signal.aborted) throw lost.signal.reason;
  } finally {
    stop();
    people.leave(connection);
  }
}

/** With what the follower may do at this moment. */
async function readPeople(
  ports: Ports,
  { organizationId, userId }: FollowedPeople,
  promptIds: readonly string[],
): Promise<PeopleInPrompts['prompts']> {
  if (promptIds.length === 0) return [];
  const inPrompts = promptPeopleOf(ports).inOrganization(organizationId);
  return ports.within({ organizationId, job: 'prompt.people', onBehalfOf: userId }, async (ctx) => {
    const rows = await findPromptRecords(ctx, userId, promptIds);
    const now = ctx.clock.now();
    const seen = new Set(
      rows
        .filter((row) => row.deletedAt === null && may(ctx.actor, row, 'prompt.read', now))
        .map(({ id }) => id),
    );
    const names = await namePeople(
      ctx,
      promptIds.flatMap((id) => {
        const here = inPrompts.get(id);
        return here ? [...here.editors, ...here.readers] : [];
      }),
    );
    const named = (ids: ReadonlySet<string> | undefined) =>
      [...(ids ?? [])].flatMap((id) => names.get(id) ?? []);
    return promptIds.map((promptId) => {
      const here = seen.has(promptId) ? inPrompts.get(promptId) : undefined;
      return { promptId, people: named(here?.editors), readers: named(here?.readers) };
    });
  });
}
