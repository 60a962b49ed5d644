import type { PromptSource } from '@promptvault/contract/vault/prompts/shapes';
import type { ContextPack, RenderedDocument } from '@promptvault/document';
import type { Values } from '@promptvault/template';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { type LoadedSource, loadSource } from './load-source.ts';
import { previewDocument } from './preview-document.ts';

export interface RenderPrompt {
  source: PromptSource;
  values: Values;
  pack: ContextPack;
}

export interface RenderedSource {
  loaded: LoadedSource;
  rendered: RenderedDocument;
}

/** The messages that would be sent. */
export async function renderPrompt(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  { source, values, pack }: RenderPrompt,
): Promise<RenderedSource> {
  const loaded = await loadSource(ctx, prompt, source);
  const caller = source.kind === 'label' ? source : undefined;
  return { loaded, rendered: await previewDocument(ctx, loaded.document, { values, pack, caller }) };
}
