/**
 * The one way from a reference (`tone/voice@production`) to a text; the studio, runs, exports and the API all
 * come here. It finds only prompts the actor sees: another organization's, a private or a deleted one is not
 * there.
 */
import type { ReferenceProblem, ResolvedReference } from '@promptvault/contract/vault/prompts/shapes';
import { type PromptDocument, partialText } from '@promptvault/document';
import { isFloating } from '@promptvault/template';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { visible } from '../policy.ts';
import { headNumbers } from '../repository/branches.ts';
import { type LabelRow, labelsOf } from '../repository/labels.ts';
import { promptsByPath } from '../repository/paths.ts';
import { findDocuments } from '../repository/versions.ts';
import { assignLabel, type Caller } from './assign-label.ts';
import { linksOf, type ParsedReference, parseReference } from './reference.ts';

export interface Resolved {
  items: ResolvedReference[];
  problems: ReferenceProblem[];
}

/** Prompts inside prompts: as deep as rendering goes. */
const deepest = 32;
/** References followed in all. */
const mostReferences = 1000;

export const resolveReferences = (
  ctx: Ctx,
  _organization: Authorized<Organization, 'prompt.read'>,
  { references, parents }: { references: readonly string[]; parents: readonly string[] },
): Promise<Resolved> => followReferences(ctx, { references, parents });

export interface Follow {
  references: readonly string[];
  /** References of prompts that are extended: their documents come along. */
  parents?: readonly string[];
  caller?: Caller | undefined;
}

/** The texts behind references, and behind those in these texts in turn, each once; a cycle ends by itself. */
export async function followReferences(
  ctx: Ctx,
  { references, parents = [], caller }: Follow,
): Promise<Resolved> {
  const targets: Target[] = [];
  const problems: ReferenceProblem[] = [];
  const seen = new Set<string>();
  const extended = new Set(parents);
  let level = [...new Set([...parents, ...references])];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === deepest || seen.size + level.length > mostReferences) {
      problems.push(...level.map((reference) => tooDeep(reference)));
      break;
    }
    for (const reference of level) seen.add(reference);
    const found = await findTargets(ctx, level, { caller, problems });
    targets.push(...found);
    const links = found.flatMap(({ document }) => linksOf(document));
    for (const { reference, via } of links) if (via === 'extends') extended.add(reference);
    level = [...new Set(links.map(({ reference }) => reference))].filter((reference) => !seen.has(reference));
  }
  return { items: targets.map((target) => toResolved(target, extended)), problems };
}

/** What a reference leads to now. */
export interface Target {
  parsed: ParsedReference;
  promptId: string;
  path: string;
  number: number;
  label: string | null;
  document: PromptDocument;
}

/** Finds each reference by itself, without following it; adds what is not found to `problems`. */
export async function findTargets(
  ctx: Ctx,
  references: readonly string[],
  { caller = {}, problems }: { caller?: Caller | undefined; problems: ReferenceProblem[] },
): Promise<Target[]> {
  const parsed = references.flatMap((reference) => {
    const one = parseReference(reference);
    if (!one) problems.push(unknown(reference));
    return one ? [one] : [];
  });
  const prompts = await promptsByPath(ctx, visible(ctx.actor, ctx.clock.now()), [
    ...new Set(parsed.map((one) => one.pathKey)),
  ]);
  const promptIds = [...new Set([...prompts.values()].map(({ promptId }) => promptId))];
  const labels = await labelsOf(ctx, promptIds);
  const heads = await headNumbers(ctx, promptIds);
  const aims: Omit<Target, 'document'>[] = [];
  for (const one of parsed) {
    const prompt = prompts.get(one.pathKey);
    const chosen =
      prompt &&
      (await chooseVersion(
        ctx,
        one,
        {
          labels: labels.filter((row) => row.promptId === prompt.promptId),
          head: heads.get(prompt.promptId),
        },
        caller,
      ));
    if (prompt && chosen) aims.push({ parsed: one, promptId: prompt.promptId, path: prompt.path, ...chosen });
    else
      problems.push(
        prompt && one.want.kind === 'label' ? noLabel(one.reference, one.want.label) : unknown(one.reference),
      );
  }
  const documents = await findDocuments(ctx, aims);
  return aims.flatMap((aim) => {
    const found = documents.find((row) => row.promptId === aim.promptId && row.number === aim.number);
    if (!found) problems.push(unknown(aim.parsed.reference));
    return found ? [{ ...aim, document: found.document }] : [];
  });
}

async function chooseVersion(
  ctx: Ctx,
  { want }: ParsedReference,
  prompt: { labels: readonly LabelRow[]; head: number | undefined },
  caller: Caller,
): Promise<{ number: number; label: string | null } | undefined> {
  if (want.kind === 'version') return { number: want.number, label: null };
  const name = want.kind === 'label' ? want.label : 'production';
  const row = prompt.labels.find((label) => label.name === name);
  if (row) return { number: (await assignLabel(ctx, row, caller)).number, label: name };
  const floats = want.kind === 'floating' || name === 'latest';
  return floats && prompt.head !== undefined ? { number: prompt.head, label: 'latest' } : undefined;
}

function toResolved(target: Target, extended: ReadonlySet<string>): ResolvedReference {
  const { parsed, promptId, path, number, label, document } = target;
  const { reference } = parsed;
  return {
    reference,
    promptId,
    path,
    version: number,
    label,
    isFloating: isFloating(reference),
    source: partialText(document.sections),
    delimiters: document.delimiters,
    variables: document.variables,
    document: extended.has(reference) || document.extends !== null ? document : null,
  };
}

const problem = (reference: string, code: string, message: string): ReferenceProblem => ({
  reference,
  severity: 'error',
  code,
  message,
});

const unknown = (reference: string) =>
  problem(
    reference,
    'reference.unknown',
    `There is no prompt ${reference}, it has no such version, or you may not see it.`,
  );

const noLabel = (reference: string, label: string) =>
  problem(reference, 'reference.label_missing', `${reference}: the prompt has no label ${label}.`);

const tooDeep = (reference: string) =>
  problem(
    reference,
    'reference.too_deep',
    `${reference} was not followed: prompts include one another too deeply.`,
  );
