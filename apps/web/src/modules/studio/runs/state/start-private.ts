import type { ShellSession } from '../../../../shell/session.ts';
import { keptHere } from './browser-store.ts';
import { privateRuns } from './open-private.ts';
import type { PrivateConnection } from './private-keys.ts';
import { t } from './private-messages.ts';
import type { PrivateChoice } from './private-mode.ts';
import type { PrivateOrder, PrivateScope, PrivateSending } from './private-runs.ts';
import { placeProblem } from './private-words.ts';

type Start = Pick<PrivateScope, 'prompt' | 'versionNumber'> & {
  session: ShellSession;
  choices: readonly PrivateChoice[];
  samples: number;
  sets: readonly { set: PrivateOrder['set']; sent: PrivateSending }[];
};

/** @returns the address of the comparison, or in words what a person must do first */
export async function startPrivateRuns(start: Start): Promise<{ comparison: string } | { reason: string }> {
  const { session, choices, samples, sets, prompt, versionNumber } = start;
  const owner = { organizationId: session.organization.id, personId: session.person.id };
  const { keys } = keptHere();
  const connections = await keys.list(owner);
  const models: { connection: PrivateConnection; apiKey: string | null; model: string }[] = [];
  for (const { connectionId, model } of choices) {
    const connection = connections.find(({ id }) => id === connectionId);
    if (!connection) return { reason: `${model}: ${t('connectionGone')}` };
    const problem = placeProblem(connection, location);
    if (problem) return { reason: problem };
    const apiKey = await keys.keyOf(owner, connectionId);
    const isKeyless = connection.provider === 'openai_compatible' && apiKey === null;
    if (apiKey === undefined || (apiKey === null && !isKeyless))
      return { reason: t('keyNeeded', { name: connection.name }) };
    models.push({ connection, apiKey, model });
  }
  if (models.length === 0) return { reason: t('chooseModel') };
  const orders = sets.flatMap(({ set, sent }) =>
    models.flatMap((model, place) =>
      Array.from(
        { length: samples },
        (_, sample): PrivateOrder => ({ ...model, sent, set, sampleIndex: place * samples + sample }),
      ),
    ),
  );
  const author = { id: session.person.id, name: session.person.name };
  const comparison = privateRuns().start({ owner, author, prompt, versionNumber }, orders);
  return { comparison };
}
