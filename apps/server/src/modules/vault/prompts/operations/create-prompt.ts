import type { CreatePromptBody } from '@promptvault/contract/vault/prompts/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import type { PromptRecord } from '../repository/prompts.ts';
import { createPrompts } from './create-prompts.ts';
import { readPrompt } from './read-prompt.ts';

/** @throws prompt.path_taken */
export async function createPrompt(
  ctx: Ctx,
  organization: Authorized<Organization, 'prompt.create'>,
  input: CreatePromptBody,
): Promise<PromptRecord> {
  const [id] = await createPrompts(ctx, organization, [input]);
  return readPrompt(ctx, id as string);
}
