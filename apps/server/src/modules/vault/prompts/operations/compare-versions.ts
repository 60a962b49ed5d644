import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { compareDocuments, type DocumentComparison } from '@promptvault/document';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { findVersion } from '../repository/versions.ts';
import { type LabelledVersion, labelsByVersion } from './labelled-version.ts';

export interface VersionComparison {
  from: LabelledVersion;
  to: LabelledVersion;
  comparison: DocumentComparison;
}

/** @throws prompt.version_unknown */
export async function compareVersions(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  input: { from: number; to: number },
): Promise<VersionComparison> {
  const labels = await labelsByVersion(ctx, prompt);
  const find = async (number: number): Promise<LabelledVersion> => {
    const found = await findVersion(ctx, prompt.id, number);
    if (!found) throw PromptError.version_unknown({ version: number });
    return { ...found, labels: labels.get(number) ?? [] };
  };
  const from = await find(input.from);
  const to = await find(input.to);
  return { from, to, comparison: compareDocuments(from.document, to.document) };
}
