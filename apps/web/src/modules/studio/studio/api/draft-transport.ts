import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { fromBase64, toBase64 } from '../state/base64.ts';
import type { DraftTransport } from '../state/draft-sync.ts';

const address = '/api/v1/prompts/{promptId}/branches/{branch}/draft/updates';

/** The draft of a branch over HTTP. */
export function draftTransport(promptId: string, branch: string): DraftTransport {
  const path = { promptId, branch };
  return {
    async read(after) {
      const { updates, seq } = await dataOf(api.GET(address, { params: { path, query: { after } } }));
      return { updates: updates.map(fromBase64), seq };
    },
    append: (updates) =>
      dataOf(api.POST(address, { params: { path }, body: { updates: updates.map(toBase64) } })),
  };
}
