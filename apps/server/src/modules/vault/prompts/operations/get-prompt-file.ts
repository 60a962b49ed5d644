import type { PromptFile, PromptFileFormat, PromptSource } from '@promptvault/contract/vault/prompts/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import type { Attributes } from './fall-into-variant.ts';
import { type LoadedSource, loadSource } from './load-source.ts';

export interface GetPromptFile {
  format: PromptFileFormat;
  version?: number | undefined;
  label?: string | undefined;
  draft?: string | undefined;
  subject?: string | undefined;
  attributes?: Attributes | undefined;
}

/** The file, and which text it holds. */
export interface FileOfPrompt extends Pick<PromptFile, 'name' | 'format' | 'text'> {
  loaded: LoadedSource;
}

const endings: Record<PromptFileFormat, string> = { markdown: 'md', yaml: 'yaml', json: 'json' };

/** @throws prompt.version_unknown, prompt.label_unknown, prompt.nothing_saved, and what `loadSource` throws */
export async function getPromptFile(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  { format, ...asked }: GetPromptFile,
): Promise<FileOfPrompt> {
  const loaded = await loadSource(ctx, prompt, toSource(asked));
  const { title, description, path, tags } = prompt;
  const { writePromptFile } = await import('@promptvault/document/file');
  const text = writePromptFile({ title, description, path, tags, document: loaded.document }, format);
  return { name: `${path.split('/').at(-1)}.prompt.${endings[format]}`, format, text, loaded };
}

function toSource({
  version,
  draft,
  label = 'latest',
  ...caller
}: Omit<GetPromptFile, 'format'>): PromptSource {
  if (version !== undefined) return { kind: 'version', number: version };
  if (draft !== undefined) return { kind: 'draft', branch: draft };
  return { kind: 'label', label, ...caller };
}
