import type { ConnectionTest } from '@promptvault/wire/list-models';
import type { Outside } from '../../../../foundation/http/serve.ts';
import type { ConnectionChanges, ConnectionRow } from '../repository.ts';

const patienceMs = 20_000;
/** Some gateways list thousands of models with long descriptions; what no person would scroll is not stored. */
const mostListed = 2_000;

/** Calls the provider; no transaction may be open. */
export function tryConnection(
  { ports, signal }: Pick<Outside<unknown>, 'ports' | 'signal'>,
  connection: Pick<ConnectionRow, 'provider' | 'baseUrl'> & { key: string | null },
): Promise<ConnectionTest> {
  return ports.llm.test({
    provider: connection.provider,
    baseUrl: connection.baseUrl,
    apiKey: connection.key,
    signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
  });
}

/** The test as columns. A failure keeps the models listed before. */
export function testColumns(test: ConnectionTest, at: Date): ConnectionChanges {
  if (!test.ok)
    return {
      testOk: false,
      testAt: at,
      testCode: test.error.code,
      testMessage: test.error.message.slice(0, 1_000),
    };
  const listed = test.models
    .slice(0, mostListed)
    .map((listing) => ({ ...listing, id: clean(listing.id), name: clean(listing.name) }));
  return { testOk: true, testAt: at, testCode: null, testMessage: null, listed };
}

const clean = (words: string) => words.slice(0, 200).toWellFormed().replaceAll('\u0000', '\uFFFD');
