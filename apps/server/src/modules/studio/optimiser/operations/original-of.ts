import type { PromptDocument } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { loadSource, openPrompt } from '../../../vault/prompts/index.ts';
import type { OptimisationRow } from '../repository/optimisations.ts';

/** The prompt as it was. @throws resource.not_found, auth.forbidden, prompt.version_unknown */
export async function originalOf(
  ctx: Ctx,
  { promptId, version }: Pick<OptimisationRow, 'promptId' | 'version'>,
): Promise<PromptDocument> {
  const prompt = await openPrompt(ctx, { promptId }, 'prompt.read');
  return (await loadSource(ctx, prompt, { kind: 'version', number: version })).document;
}
