import type { DiscoveredServerView, discoverServersBody } from '@promptvault/contract/studio/models/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Outside } from '../../../../foundation/http/serve.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { visible } from '../policy.ts';
import { listConnectionRows } from '../repository.ts';

/** Where servers of local models usually answer. */
const places = [
  { server: 'ollama', name: 'Ollama', port: 11_434 },
  { server: 'lm_studio', name: 'LM Studio', port: 1_234 },
  { server: 'vllm', name: 'vLLM', port: 8_000 },
  { server: 'llama_cpp', name: 'llama.cpp', port: 8_080 },
] as const;

/** A server on the same machine or network answers at once, or not at all. */
const patienceMs = 3_000;
const modelsShown = 5;

/** Asks every usual place on a machine, and says of each what came of it. */
export async function discoverServers(
  outside: Outside<Authorized<Organization, 'model.use'>>,
  { host }: z.output<typeof discoverServersBody>,
): Promise<DiscoveredServerView[]> {
  const known = await outside.transaction((ctx) =>
    listConnectionRows(ctx.tx, ctx.organizationId, visible(ctx.actor)),
  );
  const signal = AbortSignal.any([outside.signal, AbortSignal.timeout(patienceMs)]);
  return Promise.all(
    places.map(async ({ server, name, port }) => {
      const baseUrl = `http://${host}:${port}/v1`;
      const found = await outside.ports.llm.listModels({
        provider: 'openai_compatible',
        baseUrl,
        apiKey: null,
        signal,
      });
      const models = found.ok ? found.models.map(({ id }) => id) : [];
      return {
        server,
        name,
        baseUrl,
        ok: found.ok,
        code: found.ok ? null : found.error.code,
        message: found.ok ? null : found.error.message,
        models: models.slice(0, modelsShown),
        modelCount: models.length,
        connectionId: known.find((each) => sameAddress(each.baseUrl, baseUrl))?.id ?? null,
      };
    }),
  );
}

/** `localhost` and `127.0.0.1` are one machine. */
function sameAddress(one: string | null, other: string): boolean {
  const plain = (address: string) => address.replace('//127.0.0.1:', '//localhost:').replace(/\/+$/, '');
  return one !== null && plain(one) === plain(other);
}
