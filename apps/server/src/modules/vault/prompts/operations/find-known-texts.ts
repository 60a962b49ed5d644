import { hashDocument, type PromptDocument } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import { visible } from '../policy.ts';
import { findKnownVersions } from '../repository/versions.ts';

export interface TitledDocument {
  title: string;
  document: PromptDocument;
}

/** For each: whether the vault has it already, as far as the actor sees: the same title and the same text. */
export async function findKnownTexts(ctx: Ctx, texts: readonly TitledDocument[]): Promise<boolean[]> {
  const keyed = texts.map(({ title, document }) => ({
    titleSort: sortKey(title),
    hash: hashDocument(document),
  }));
  const hashes = [...new Set(keyed.map(({ hash }) => hash))];
  const found = await findKnownVersions(ctx, visible(ctx.actor, ctx.clock.now()), hashes);
  const known = new Set(found.map(({ titleSort, hash }) => `${hash} ${titleSort}`));
  return keyed.map(({ titleSort, hash }) => known.has(`${hash} ${titleSort}`));
}
