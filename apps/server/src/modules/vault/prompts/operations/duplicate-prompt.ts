import { DOCUMENT_LIMITS } from '@promptvault/document';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { openOrganization } from '../../../account/organizations/index.ts';
import type { Prompt } from '../open.ts';
import type { PromptRecord } from '../repository/prompts.ts';
import { createPrompts } from './create-prompts.ts';
import { loadSource } from './load-source.ts';
import { readPrompt } from './read-prompt.ts';

/** An own copy of what one sees: its newest version, or the draft when one may write it and nothing was saved. */
export async function duplicatePrompt(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.create'>,
  { title, path }: { title?: string | undefined; path?: string | undefined },
): Promise<PromptRecord> {
  const source = prompt.head
    ? ({ kind: 'version', number: prompt.head.number } as const)
    : ({ kind: 'draft', branch: prompt.defaultBranch } as const);
  const { document } = await loadSource(ctx, prompt, source);
  const organization = await openOrganization(ctx, {}, 'prompt.create');
  const [id] = await createPrompts(ctx, organization, [
    {
      title: title ?? `${[...prompt.title].slice(0, DOCUMENT_LIMITS.name - 7).join('')} (copy)`,
      path,
      description: prompt.description,
      tags: prompt.tags,
      visibility: prompt.visibility === 'private' ? 'private' : 'organization',
      document,
      commit: prompt.head !== null,
      message: prompt.head ? `Copied from ${prompt.path}, version ${prompt.head.number}` : '',
      upstream: { promptId: prompt.id, version: prompt.head?.number ?? null },
    },
  ]);
  return readPrompt(ctx, id as string);
}
