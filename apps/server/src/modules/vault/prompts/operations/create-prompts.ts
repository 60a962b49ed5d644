import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { PromptVisibility } from '@promptvault/contract/vault/prompts/shapes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { summarizeChanges } from '@promptvault/merge';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { ensureTags, tagKey } from '../../catalog/index.ts';
import { PromptCreated } from '../events.ts';
import { insertBranches } from '../repository/branches.ts';
import { insertDrafts } from '../repository/drafts.ts';
import { takenPathKeys } from '../repository/paths.ts';
import { insertPrompts } from '../repository/prompts.ts';
import { insertPromptTags } from '../repository/tags.ts';
import { insertVersions } from '../repository/versions.ts';
import { choosePaths } from './choose-paths.ts';
import { startDraft } from './draft-text.ts';
import { recordVersionReferences } from './record-references.ts';
import { refuseCycles } from './refuse-cycles.ts';
import { pathKey, slug } from './slug.ts';

export interface NewPrompt {
  title: string;
  /** Refused when taken; without one it is made from the title. */
  path?: string | undefined;
  description: string;
  tags: readonly string[];
  visibility: PromptVisibility;
  document?: PromptDocument | undefined;
  /** Whether the document is also version 1. */
  commit: boolean;
  message: string;
  /** Needs a version. */
  publish?: boolean;
  importId?: string;
  upstream?: { promptId: string; version: number | null };
}

export const firstBranch = 'main';
const mostAttempts = 10;

interface Made {
  id: string;
  branchId: string;
  versionId: string;
  path: string;
  given: NewPrompt;
}

/**
 * Makes prompts, each with its branch and draft, and with its first version where wanted.
 * @returns their ids in the order given
 * @throws prompt.path_taken, prompt.reference_cycle, prompt.references_too_deep
 */
export async function createPrompts(
  ctx: Ctx,
  _organization: Authorized<Organization, 'prompt.create'>,
  given: readonly NewPrompt[],
): Promise<string[]> {
  await refuseTakenPaths(ctx, given);
  const now = ctx.clock.now();
  const paths = await choosePaths(
    ctx,
    given.flatMap((one) => (one.path === undefined ? [slug(one.title)] : [])),
  );
  const made = given.map(
    (one): Made => ({
      id: ctx.newId(),
      branchId: ctx.newId(),
      versionId: ctx.newId(),
      path: one.path ?? (paths.shift() as string),
      given: one,
    }),
  );
  await insertRows(ctx, made, now);
  await insertTexts(ctx, made, now);
  const tagIds = await ensureTags(
    ctx,
    given.flatMap((one) => [...one.tags]),
  );
  await insertPromptTags(
    ctx,
    made.flatMap(({ id, given: { tags } }) =>
      tags.map((tag) => ({ promptId: id, tagId: tagIds.get(tagKey(tag)) as string })),
    ),
  );
  return made.map(({ id }) => id);
}

/** Between the look and the insert somebody else may take a path: a made one is then chosen again. */
async function insertRows(ctx: Ctx, made: readonly Made[], now: Date): Promise<void> {
  let waiting = made;
  for (let attempt = 1; ; attempt++) {
    const inserted = await insertPrompts(
      ctx,
      waiting.map((one) => toRow(ctx, one, now)),
    );
    waiting = waiting.filter(({ id }) => !inserted.has(id));
    const lost = waiting.find(({ given }) => given.path !== undefined || attempt === mostAttempts);
    if (lost) throw PromptError.path_taken({ path: lost.path });
    if (waiting.length === 0) return;
    const paths = await choosePaths(
      ctx,
      waiting.map(({ given }) => slug(given.title)),
    );
    for (const [index, one] of waiting.entries()) one.path = paths[index] as string;
  }
}

async function refuseTakenPaths(ctx: Ctx, given: readonly NewPrompt[]): Promise<void> {
  const asked = given.flatMap(({ path }) => (path === undefined ? [] : [path]));
  const taken = await takenPathKeys(ctx, asked.map(pathKey));
  for (const path of asked) {
    if (taken.has(pathKey(path))) throw PromptError.path_taken({ path });
    taken.add(pathKey(path));
  }
}

function toRow(ctx: Ctx, { id, path, given }: Made, now: Date) {
  const isPublished = given.publish === true && given.commit;
  return {
    organizationId: ctx.organizationId,
    id,
    path,
    pathKey: pathKey(path),
    title: given.title,
    titleSort: sortKey(given.title),
    description: given.description,
    status: isPublished ? ('published' as const) : ('unpublished' as const),
    visibility: given.visibility,
    authorId: personOf(ctx.actor),
    defaultBranch: firstBranch,
    versionCount: given.commit ? 1 : 0,
    publishedAt: isPublished ? now : null,
    upstreamPromptId: given.upstream?.promptId ?? null,
    upstreamVersion: given.upstream?.version ?? null,
    importId: given.importId ?? null,
    createdAt: now,
    updatedAt: now,
  };
}

async function insertTexts(ctx: Ctx, made: readonly Made[], now: Date): Promise<void> {
  const { organizationId } = ctx;
  const texts = made.map(({ given }) => startDraft(given.document ?? emptyDocument()));
  const committed = made.flatMap((one, index) => {
    const text = texts[index];
    return one.given.commit && text ? [{ ...one, text }] : [];
  });
  await insertBranches(
    ctx,
    made.map(({ id, branchId, versionId, given }) => ({
      organizationId,
      id: branchId,
      promptId: id,
      name: firstBranch,
      createdBy: personOf(ctx.actor),
      ...(given.commit ? { headId: versionId, headNumber: 1, headAt: now } : {}),
      createdAt: now,
    })),
  );
  await insertVersions(
    ctx,
    committed.map(({ id, branchId, versionId, given, text }) => ({
      organizationId,
      id: versionId,
      promptId: id,
      number: 1,
      branchId,
      authorId: personOf(ctx.actor),
      message: given.message,
      hash: text.hash,
      document: text.document,
      changes: summarizeChanges(emptyDocument(), text.document),
      upstreamVersion: given.upstream?.version ?? null,
      createdAt: now,
    })),
  );
  for (const { id, path, text } of committed) await refuseCycles(ctx, { id, path }, text.document);
  await recordVersionReferences(
    ctx,
    committed.map(({ id, versionId, text }) => ({
      promptId: id,
      versionId,
      number: 1,
      document: text.document,
    })),
  );
  await insertDrafts(
    ctx,
    made.flatMap(({ branchId, given }, index) => {
      const text = texts[index];
      if (!text) return [];
      const { snapshot, document, hash } = text;
      return [
        {
          organizationId,
          branchId,
          snapshot,
          document,
          hash,
          seq: 0,
          baseNumber: given.commit ? 1 : null,
          updatedAt: now,
        },
      ];
    }),
  );
  await ctx.emitAll(
    PromptCreated,
    made.map(({ id, path, versionId, given }) => ({
      subject: { kind: 'prompt', id },
      payload: {
        path,
        title: given.title,
        visibility: given.visibility,
        versionId: given.commit ? versionId : null,
        importId: given.importId ?? null,
      },
    })),
  );
}
