import type { Prompt, PromptSummary } from '@promptvault/contract/vault/prompts/shapes';
import type { PromptDocument } from '@promptvault/document';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { etagOf, newIdempotencyKey } from '../../../../wire/request-headers.ts';

type Created = Pick<Prompt, 'id' | 'title'>;
type Changed = Pick<PromptSummary, 'status' | 'revision' | 'updatedAt'>;

const of = ({ id }: PromptSummary) => ({ params: { path: { promptId: id } } });

export const createPrompt = (title: string): Promise<Created> =>
  dataOf(
    api.POST('/api/v1/prompts', {
      params: { header: { 'Idempotency-Key': newIdempotencyKey() } },
      body: { title, document: blankDocument() },
    }),
  );

type Brought = { title: string; description: string; tags: string[]; document: PromptDocument };

/** A prompt that comes from elsewhere, with its text as the draft. */
export const bringPrompt = ({ title, description, tags, document }: Brought): Promise<Created> =>
  dataOf(
    api.POST('/api/v1/prompts', {
      params: { header: { 'Idempotency-Key': newIdempotencyKey() } },
      body: { title, description, tags, document },
    }),
  );

/** A new prompt has the one section nearly every prompt has, ready to be typed in. */
const blankDocument = () => ({
  sections: [{ id: newIdempotencyKey(), kind: 'instructions' as const, role: null, text: '' }],
  variables: [],
  examples: [],
  examplesAs: 'text' as const,
  tools: [],
  settings: {},
  responseSchema: null,
  delimiters: null,
  extends: null,
});

export const duplicatePrompt = (prompt: PromptSummary): Promise<Created> =>
  dataOf(
    api.POST('/api/v1/prompts/{promptId}/duplicate', {
      params: { path: { promptId: prompt.id }, header: { 'Idempotency-Key': newIdempotencyKey() } },
      body: {},
    }),
  );

export const publishPrompt = (prompt: PromptSummary): Promise<Changed> =>
  dataOf(api.POST('/api/v1/prompts/{promptId}/publish', of(prompt)));

export const unpublishPrompt = (prompt: PromptSummary): Promise<Changed> =>
  dataOf(api.POST('/api/v1/prompts/{promptId}/unpublish', of(prompt)));

export const archivePrompt = (prompt: PromptSummary): Promise<Changed> =>
  dataOf(api.POST('/api/v1/prompts/{promptId}/archive', of(prompt)));

export const unarchivePrompt = (prompt: PromptSummary): Promise<Changed> =>
  dataOf(api.POST('/api/v1/prompts/{promptId}/unarchive', of(prompt)));

export async function setFavorite(prompt: PromptSummary, isFavorite: boolean): Promise<void> {
  const path = '/api/v1/prompts/{promptId}/favorite';
  await (isFavorite ? api.PUT(path, of(prompt)) : api.DELETE(path, of(prompt)));
}

export async function deletePrompt(prompt: PromptSummary): Promise<void> {
  await api.DELETE('/api/v1/prompts/{promptId}', {
    params: { path: { promptId: prompt.id }, header: { 'If-Match': etagOf(prompt) } },
  });
}

export const restorePrompt = (prompt: PromptSummary): Promise<Changed> =>
  dataOf(api.POST('/api/v1/prompts/{promptId}/restore', of(prompt)));
