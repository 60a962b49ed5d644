import {
  type ContextPack,
  compareTexts,
  diffTokens,
  type Message,
  type RenderedDocument,
  type TextComparison,
} from '@promptvault/document';
import type { Values } from '@promptvault/template';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { compareVersions, type VersionComparison } from './compare-versions.ts';
import { previewDocument } from './preview-document.ts';

export interface CompareRendered {
  from: number;
  to: number;
  values: Values;
  pack: ContextPack;
}

export interface MessageChange {
  change: 'same' | 'changed' | 'added' | 'removed';
  before: Message | null;
  after: Message | null;
  text: TextComparison | null;
}

export interface RenderedComparison extends VersionComparison {
  rendered: { from: RenderedDocument; to: RenderedDocument };
  messages: MessageChange[];
}

/** What two versions would send for the same values, and what differs in it. @throws prompt.version_unknown */
export async function compareRendered(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  { from, to, values, pack }: CompareRendered,
): Promise<RenderedComparison> {
  const compared = await compareVersions(ctx, prompt, { from, to });
  const rendered = {
    from: await previewDocument(ctx, compared.from.document, { values, pack }),
    to: await previewDocument(ctx, compared.to.document, { values, pack }),
  };
  return {
    ...compared,
    rendered,
    messages: compareMessages(rendered.from.messages, rendered.to.messages),
  };
}

const mostMessageEdits = 1_000;

/** Pairs messages by their roles, in order, and compares the texts of each pair. */
export function compareMessages(before: readonly Message[], after: readonly Message[]): MessageChange[] {
  const changes: MessageChange[] = [];
  let old = 0;
  let now = 0;
  const roles = (messages: readonly Message[]) => messages.map(({ role }) => role as string);
  for (const { change, tokens } of diffTokens(roles(before), roles(after), mostMessageEdits))
    for (const _role of tokens) {
      const earlier = change === 'added' ? null : (before[old++] ?? null);
      const later = change === 'removed' ? null : (after[now++] ?? null);
      changes.push(changeOf(earlier, later));
    }
  return changes;
}

function changeOf(before: Message | null, after: Message | null): MessageChange {
  if (!before || !after) return { change: after ? 'added' : 'removed', before, after, text: null };
  if (before.content === after.content) return { change: 'same', before, after, text: null };
  return { change: 'changed', before, after, text: compareTexts(before.content, after.content) };
}
