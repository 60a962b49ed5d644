import type { PromptDocument } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { insertReferences, type NewReference, removeReferences } from '../repository/references.ts';
import { linksOf, parseReference, toolLinksOf } from './reference.ts';

/** The subject kind of a prompt's own versions. */
export const versionSubject = 'prompt_version';

export interface RecordedVersion {
  promptId: string;
  versionId: string;
  number: number;
  document: PromptDocument;
}

/** Notes what versions refer to. Call it for each version that is made, in the same transaction. */
export async function recordVersionReferences(ctx: Ctx, versions: readonly RecordedVersion[]): Promise<void> {
  const rows = versions.flatMap(({ promptId, versionId, number, document }) =>
    [...linksOf(document), ...toolLinksOf(document)].flatMap(({ reference, via }): NewReference[] => {
      const parsed = parseReference(reference);
      if (!parsed) return [];
      const { pathKey } = parsed;
      const subject = { subjectKind: versionSubject, subjectId: versionId, promptId, number };
      return [{ id: ctx.newId(), ...subject, pathKey, reference, via, createdAt: ctx.clock.now() }];
    }),
  );
  if (rows.length > 0) await insertReferences(ctx, rows);
}

export interface ReferringThing {
  /** What kind of thing it is, such as `suite`. */
  kind: string;
  id: string;
  title: string;
}

/**
 * For later modules: says which prompts a thing of theirs depends on, instead of what was said before, so that
 * the thing is told when one of them changes. No references: the thing is gone, or depends on none.
 */
export async function recordReference(
  ctx: Ctx,
  { kind, id, title }: ReferringThing,
  references: readonly string[],
): Promise<void> {
  await removeReferences(ctx, kind, id);
  const rows = [...new Set(references)].flatMap((reference): NewReference[] => {
    const parsed = parseReference(reference);
    if (!parsed) return [];
    const subject = { subjectKind: kind, subjectId: id, subjectTitle: title };
    const { pathKey } = parsed;
    return [{ id: ctx.newId(), ...subject, pathKey, reference, via: kind, createdAt: ctx.clock.now() }];
  });
  if (rows.length > 0) await insertReferences(ctx, rows);
}
