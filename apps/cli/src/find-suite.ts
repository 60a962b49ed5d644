import type { components, PromptVaultClient } from '@promptvault/sdk';
import { answerOf } from './connect.ts';
import { Failure } from './failure.ts';
import { harmless } from './terminal.ts';

export type Suite = components['schemas']['Suite'];

const looksLikeId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const fold = (text: string) => text.normalize('NFC').trim().toLowerCase();

/** By its id or its name; the prompt, by id or title, tells suites of the same name apart. @throws Failure */
export async function findSuite(
  client: PromptVaultClient,
  named: string,
  prompt: string | undefined,
): Promise<Suite> {
  if (looksLikeId.test(named))
    return answerOf(client.GET('/api/v1/suites/{suiteId}', { params: { path: { suiteId: named } } }));
  const all: Suite[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    const page = await answerOf(client.GET('/api/v1/suites', { params: { query } }));
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  const found = all.filter(
    ({ name, promptId, promptTitle }) =>
      fold(name) === fold(named) &&
      (prompt === undefined || prompt === promptId || fold(prompt) === fold(promptTitle)),
  );
  const [only] = found;
  if (found.length === 1 && only) return only;
  const list = (suites: readonly Suite[]) =>
    suites
      .slice(0, 20)
      .map(({ id, name, promptTitle }) => `  ${id}  ${harmless(name)} (${harmless(promptTitle)})`)
      .join('\n');
  if (found.length > 1)
    throw new Failure(
      `Several suites are named “${harmless(named)}”. Name one by its id, or its prompt with --prompt:\n${list(found)}`,
    );
  const known = all.length === 0 ? 'You see no suite in this organization.' : `You see these:\n${list(all)}`;
  throw new Failure(`There is no suite named “${harmless(named)}”. ${known}`);
}
