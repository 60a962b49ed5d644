import type { ConvertedPrompt, PromptLanguage } from '@promptvault/contract/vault/prompts/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';

/** A document of a prompt in the language of another tool; nothing is stored. */
export async function convertPrompt(
  _ctx: Ctx,
  _organization: Authorized<Organization, 'prompt.read'>,
  { text, language }: { text: string; language?: PromptLanguage | undefined },
): Promise<ConvertedPrompt> {
  // What reads other languages is not needed until somebody brings one.
  const converter = await import('@promptvault/importers/convert');
  const { value, problems } = converter.convertPrompt(text, language);
  return { ...value, problems };
}
