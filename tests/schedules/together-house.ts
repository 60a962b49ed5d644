/** A server on a port for schedules: it can fall over and stand up again with what its log holds. */
import { createPrompt, getDraft, getDraftUpdates } from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { type Listening, listen } from '@promptvault/server/assembly/listen';
import { forgetDraftRooms } from '@promptvault/server/modules/vault/prompts/operations/draft-rooms';
import { openTestHouse } from '@promptvault/testing/test-house';

export interface TogetherHouse {
  port(): number;
  cookieOf(index: number): string;
  organizationId: string;
  makePrompt(sections: readonly string[]): Promise<{ promptId: string; base: Uint8Array }>;
  readDraft(promptId: string): Promise<PromptDocument>;
  /** Ends every connection at once and forgets what only memory holds. */
  fallOver(): Promise<void>;
  close(): Promise<void>;
}

const writers = ['owner', 'admin', 'editor'] as const;

export async function openTogetherHouse(): Promise<TogetherHouse> {
  const house = await openTestHouse();
  const { environment, ports } = house.application.services;
  const start = (port: number) =>
    listen(house.application, { ...environment, http: { ...environment.http, port } });
  let listening: Listening = await start(0);
  const { port } = listening;
  const params = (promptId: string) => ({ promptId, branch: 'main' });
  return {
    port: () => port,
    organizationId: house.organizationId,
    cookieOf: (index) => house.people[writers[index % writers.length] ?? 'owner'].cookie,
    async makePrompt(ids) {
      const document = {
        ...emptyDocument(),
        sections: ids.map((id) => ({ id, kind: 'instructions' as const, role: null, text: '' })),
      };
      const made = await house.as('editor').call(createPrompt, { body: { title: 'Schedule', document } });
      const promptId: string = made.body.id;
      const { body } = await house
        .as('owner')
        .call(getDraftUpdates, { params: params(promptId), query: { after: 0 } });
      return { promptId, base: Buffer.from(body.updates[0], 'base64') };
    },
    async readDraft(promptId) {
      return (await house.as('owner').call(getDraft, { params: params(promptId) })).body.document;
    },
    async fallOver() {
      const closing = listening.close();
      forgetDraftRooms(ports);
      await closing;
      listening = await start(port);
    },
    async close() {
      await listening.close();
      await house.close();
    },
  };
}
