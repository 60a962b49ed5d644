import type { PromptFile, PromptFileFormat, PromptSource } from '@promptvault/contract/vault/prompts/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { loadSource } from './load-source.ts';

export interface GetPromptFile {
  format: PromptFileFormat;
  version?: number | undefined;
  label?: string | undefined;
  draft?: string | undefined;
}

const endings: Record<PromptFileFormat, string> = { markdown: 'md', yaml: 'yaml', json: 'json' };

/** @throws prompt.version_unknown, prompt.label_unknown, prompt.nothing_saved, and what `loadSource` throws */
export async function getPromptFile(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  { format, version, label, draft }: GetPromptFile,
): Promise<PromptFile> {
  const { document } = await loadSource(ctx, prompt, toSource(version, label, draft));
  const { title, description, path, tags } = prompt;
  const { writePromptFile } = await import('@promptvault/document/file');
  const text = writePromptFile({ title, description, path, tags, document }, format);
  return { name: `${path.split('/').at(-1)}.prompt.${endings[format]}`, format, text };
}

function toSource(
  version: number | undefined,
  label: string | undefined,
  draft: string | undefined,
): PromptSource {
  if (version !== undefined) return { kind: 'version', number: version };
  if (draft !== undefined) return { kind: 'draft', branch: draft };
  return { kind: 'label', label: label ?? 'latest' };
}
