import type { PersonRef } from '@promptvault/contract/values';
import type {
  Branch,
  ConvertedPrompt,
  Draft,
  DraftMergePreview,
  Label,
  LabelMove,
  LabelRequest,
  LabelRule,
  MergePreview as MergePreviewView,
  PromptFile,
  PromptImpact,
  PromptSummary,
  Prompt as PromptView,
  PublicPrompt,
  PullPreview as PullPreviewView,
  ResolvedReference,
  Upstream,
  Version,
  VersionCheck,
  VersionGraph,
  VersionSummary,
} from '@promptvault/contract/vault/prompts/shapes';
import type { DocumentProblem, RenderedDocument } from '@promptvault/document';
import type { Merged } from '@promptvault/merge';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { namePeople } from '../../account/organizations/index.ts';
import type { DraftAck } from './operations/append-draft-updates.ts';
import type { Committed } from './operations/commit-version.ts';
import type { RenderedComparison } from './operations/compare-rendered.ts';
import type { VersionComparison } from './operations/compare-versions.ts';
import { evidenceTotals } from './operations/effectiveness-of.ts';
import type { UpstreamRecord } from './operations/find-upstream.ts';
import type { DraftRecord } from './operations/get-draft.ts';
import type { DraftUpdates } from './operations/get-draft-updates.ts';
import type { Impact } from './operations/get-impact.ts';
import type { FileOfPrompt } from './operations/get-prompt-file.ts';
import type { PublicPromptRecord } from './operations/get-public-prompt.ts';
import type { VersionGraphPage } from './operations/get-version-graph.ts';
import type { LabelledVersion, LabelledVersionSummary } from './operations/labelled-version.ts';
import type { BranchRecord } from './operations/list-branches.ts';
import type { LabelRecord, PromptLabels } from './operations/list-labels.ts';
import type { PromptList } from './operations/list-prompts.ts';
import type { DraftMerge } from './operations/merge-draft.ts';
import type { MergePreview } from './operations/preview-merge.ts';
import type { PullPreview } from './operations/pull-upstream.ts';
import type { LabelRequestRecord } from './operations/read-label-request.ts';
import type { RenderedSource } from './operations/render-prompt.ts';
import type { Resolved } from './operations/resolve-references.ts';
import type { RestoredSection } from './operations/restore-section.ts';
import { may } from './policy.ts';
import type { CheckRow } from './repository/checks.ts';
import type { LabelRuleRow } from './repository/label-requests.ts';
import type { LabelMoveRow } from './repository/labels.ts';
import type { PromptRecord } from './repository/prompts.ts';

type People = ReadonlyMap<string, PersonRef>;

const person = (people: People, id: string | null): PersonRef | null =>
  id === null ? null : (people.get(id) ?? null);
const moment = (at: Date | null): string | null => at?.toISOString() ?? null;

function toEffectiveness({ effectiveness, evidence }: PromptRecord): PromptSummary['effectiveness'] {
  const { suites, ratings } = evidenceTotals(evidence);
  return {
    score: effectiveness < 0 ? null : effectiveness,
    suites:
      suites.cases === 0
        ? null
        : { share: suites.passed / suites.cases, cases: suites.cases, suites: suites.count },
    ratings: ratings.total === 0 ? null : ratings,
  };
}

const toSummary = (row: PromptRecord, people: People): PromptSummary => ({
  id: row.id,
  path: row.path,
  title: row.title,
  description: row.description,
  status: row.status,
  visibility: row.visibility,
  tags: row.tags,
  author: person(people, row.authorId),
  head: row.head && { ...row.head, committedAt: row.head.committedAt.toISOString() },
  isFavorite: row.isFavorite,
  counters: { views: row.viewCount, uses: row.useCount, favorites: row.favoriteCount },
  effectiveness: toEffectiveness(row),
  revision: row.revision,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  deletedAt: moment(row.deletedAt),
});

export async function toPrompt(row: PromptRecord, ctx: Ctx): Promise<PromptView> {
  const people = await namePeople(ctx, [row.authorId, ...row.coEditorIds]);
  const mayDo = (permission: string) => may(ctx.actor, row, permission, ctx.clock.now());
  return {
    ...toSummary(row, people),
    defaultBranch: row.defaultBranch,
    coEditors: row.coEditorIds.flatMap((id) => people.get(id) ?? []),
    publishedAt: moment(row.publishedAt),
    upstream: row.upstreamPromptId ? { promptId: row.upstreamPromptId, version: row.upstreamVersion } : null,
    may: { write: mayDo('prompt.write'), publish: mayDo('prompt.publish'), delete: mayDo('prompt.delete') },
  };
}

export async function toPromptPage({ rows, nextCursor, total }: PromptList, ctx: Ctx) {
  const people = await namePeople(
    ctx,
    rows.map((row) => row.authorId),
  );
  return { items: rows.map((row) => toSummary(row, people)), nextCursor, total };
}

/** Names only: no id of a person, a version or an organization leaves with it. */
export const toPublicPrompt = ({ version, ...row }: PublicPromptRecord): PublicPrompt => ({
  title: row.title,
  description: row.description,
  path: row.path,
  organization: row.organization,
  author: row.author,
  version: version.number,
  committedAt: version.createdAt.toISOString(),
  document: version.document,
});

export async function toBranches(rows: BranchRecord[], ctx: Ctx): Promise<{ items: Branch[] }> {
  const people = await namePeople(
    ctx,
    rows.flatMap((row) => [row.headAuthorId, row.createdBy]),
  );
  return { items: rows.map((row) => toBranchView(row, people)) };
}

export async function toBranch(row: BranchRecord, ctx: Ctx): Promise<Branch> {
  return toBranchView(row, await namePeople(ctx, [row.headAuthorId, row.createdBy]));
}

const toBranchView = (row: BranchRecord, people: People): Branch => ({
  id: row.id,
  name: row.name,
  isDefault: row.isDefault,
  head:
    row.headId && row.headNumber && row.headAt
      ? {
          id: row.headId,
          number: row.headNumber,
          committedAt: row.headAt.toISOString(),
          author: person(people, row.headAuthorId),
        }
      : null,
  base: row.baseNumber,
  ahead: row.ahead,
  behind: row.behind,
  draft:
    row.mayWrite && row.draftUpdatedAt
      ? { isChanged: row.isDraftChanged, updatedAt: row.draftUpdatedAt.toISOString() }
      : null,
  mayWrite: row.mayWrite,
  createdBy: person(people, row.createdBy),
  revision: row.revision,
  createdAt: row.createdAt.toISOString(),
  deletedAt: moment(row.deletedAt),
});

export const toDraft = (row: DraftRecord): Draft => ({
  branch: row.branch,
  document: row.document,
  baseVersion: row.baseNumber,
  isChanged: row.isChanged,
  revision: row.revision,
  seq: row.seq,
  problems: row.problems,
  updatedAt: row.updatedAt.toISOString(),
});

export const toDraftUpdates = ({ updates, seq, revision }: DraftUpdates) => ({
  updates: updates.map((update) => Buffer.from(update).toString('base64')),
  seq,
  revision,
});

export const toDraftAck = (ack: DraftAck): DraftAck => ack;

const toVersionSummary = (row: LabelledVersionSummary, people: People): VersionSummary => ({
  id: row.id,
  number: row.number,
  parents: [row.parent, row.secondParent].filter((parent) => parent !== null),
  branch: row.branchName,
  author: person(people, row.authorId),
  message: row.message,
  hash: row.hash,
  changes: row.changes,
  restoredFrom: row.restoredFrom,
  upstreamVersion: row.upstreamVersion,
  createdAt: row.createdAt.toISOString(),
  labels: row.labels,
});

export async function toVersion(row: LabelledVersion, ctx: Ctx): Promise<Version> {
  const people = await namePeople(ctx, [row.authorId]);
  return { ...toVersionSummary(row, people), document: row.document };
}

export async function toVersionPage(
  { rows, nextCursor }: { rows: LabelledVersionSummary[]; nextCursor: string | null },
  ctx: Ctx,
) {
  const people = await namePeople(
    ctx,
    rows.map((row) => row.authorId),
  );
  return { items: rows.map((row) => toVersionSummary(row, people)), nextCursor };
}

export async function toVersionGraph(page: VersionGraphPage, ctx: Ctx): Promise<VersionGraph> {
  const { branches, defaultBranch } = page;
  return {
    ...(await toVersionPage(page, ctx)),
    branches: branches.map(({ name, headNumber }) => ({
      name,
      isDefault: name === defaultBranch,
      head: headNumber,
    })),
  };
}

export const toCommitted = async ({ version, created }: Committed, ctx: Ctx) => ({
  version: await toVersion(version, ctx),
  created,
});

const toOutcome = ({ document, conflicts, settled, refused }: Merged) => ({
  document,
  conflicts,
  settled,
  refused,
});

export const toMergePreview = ({ merged, ...preview }: MergePreview): MergePreviewView => ({
  from: preview.from,
  into: preview.into,
  bases: preview.bases,
  incoming: preview.incoming,
  ...toOutcome(merged),
  changes: preview.changes,
  draft: preview.draft,
});

export const toDraftMergePreview = ({ revision, merged, changes }: DraftMerge): DraftMergePreview => ({
  revision,
  ...toOutcome(merged),
  changes,
});

export async function toComparison({ from, to, comparison }: VersionComparison, ctx: Ctx) {
  const people = await namePeople(ctx, [from.authorId, to.authorId]);
  return {
    from: toVersionSummary(from, people),
    to: toVersionSummary(to, people),
    comparison: { ...comparison },
  };
}

const toLabelView = (row: LabelRecord, people: People): Label => ({
  name: row.name,
  isComputed: false,
  targets: row.targets,
  salt: row.salt,
  revision: row.revision,
  movedBy: person(people, row.movedBy),
  movedAt: row.movedAt.toISOString(),
  protection: row.rule ? { approvals: row.rule.approvals, checks: row.rule.checks } : null,
  experimentId: row.trial?.experimentId ?? null,
});

export async function toLabel(row: LabelRecord, ctx: Ctx): Promise<Label> {
  return toLabelView(row, await namePeople(ctx, [row.movedBy]));
}

export async function toLabels({ latest, rows }: PromptLabels, ctx: Ctx): Promise<{ items: Label[] }> {
  const people = await namePeople(
    ctx,
    rows.map((row) => row.movedBy),
  );
  const computed: Label[] =
    latest === null
      ? []
      : [
          {
            name: 'latest',
            isComputed: true,
            targets: [{ version: latest, weight: 1 }],
            salt: null,
            revision: 0,
            movedBy: null,
            movedAt: null,
            protection: null,
            experimentId: null,
          },
        ];
  return { items: [...computed, ...rows.map((row) => toLabelView(row, people))] };
}

export async function toLabelMoves(
  { rows, nextCursor }: { rows: LabelMoveRow[]; nextCursor: string | null },
  ctx: Ctx,
): Promise<{ items: LabelMove[]; nextCursor: string | null }> {
  const people = await namePeople(
    ctx,
    rows.map(({ movedBy }) => movedBy),
  );
  const items = rows.map((row) => ({
    id: row.id,
    label: row.name,
    before: row.before,
    after: row.after,
    movedBy: person(people, row.movedBy),
    movedAt: row.movedAt.toISOString(),
    requestId: row.requestId,
  }));
  return { items, nextCursor };
}

const toRuleView = (row: LabelRuleRow, people: People): LabelRule => ({
  label: row.label,
  approvals: row.approvals,
  checks: row.checks,
  revision: row.revision,
  changedBy: person(people, row.changedBy),
  changedAt: row.changedAt.toISOString(),
});

export async function toLabelRule(row: LabelRuleRow, ctx: Ctx): Promise<LabelRule> {
  return toRuleView(row, await namePeople(ctx, [row.changedBy]));
}

export async function toLabelRules(rows: LabelRuleRow[], ctx: Ctx): Promise<{ items: LabelRule[] }> {
  const people = await namePeople(
    ctx,
    rows.map(({ changedBy }) => changedBy),
  );
  return { items: rows.map((row) => toRuleView(row, people)) };
}

const peopleOf = (row: LabelRequestRecord) => [
  row.proposedBy,
  row.closedBy,
  ...row.votes.map(({ userId }) => userId),
];

const toRequestView = (row: LabelRequestRecord, people: People): LabelRequest => ({
  id: row.id,
  promptId: row.promptId,
  promptTitle: row.promptTitle,
  promptPath: row.promptPath,
  label: row.label,
  before: row.before,
  after: row.after,
  note: row.note,
  status: row.status,
  proposedBy: person(people, row.proposedBy),
  proposedAt: row.proposedAt.toISOString(),
  closedBy: person(people, row.closedBy),
  closedAt: moment(row.closedAt),
  needed: row.needed,
  votes: row.votes.map(({ userId, approves, note, votedAt }) => ({
    person: person(people, userId),
    approves,
    note,
    at: votedAt.toISOString(),
  })),
  missingChecks: row.missingChecks,
  may: { approve: row.mayApprove, cancel: row.mayCancel },
  revision: row.revision,
});

export async function toLabelRequest(row: LabelRequestRecord, ctx: Ctx): Promise<LabelRequest> {
  return toRequestView(row, await namePeople(ctx, peopleOf(row)));
}

export async function toLabelRequests(
  { rows, nextCursor }: { rows: LabelRequestRecord[]; nextCursor: string | null },
  ctx: Ctx,
): Promise<{ items: LabelRequest[]; nextCursor: string | null }> {
  const people = await namePeople(ctx, rows.flatMap(peopleOf));
  return { items: rows.map((row) => toRequestView(row, people)), nextCursor };
}

const toCheckView = (row: CheckRow, people: People): VersionCheck => ({
  name: row.name,
  status: row.status,
  summary: row.summary,
  url: row.url,
  reportedBy: person(people, row.reportedBy),
  reportedAt: row.reportedAt.toISOString(),
});

export async function toChecks(rows: CheckRow[], ctx: Ctx): Promise<{ items: VersionCheck[] }> {
  const people = await namePeople(
    ctx,
    rows.map(({ reportedBy }) => reportedBy),
  );
  return { items: rows.map((row) => toCheckView(row, people)) };
}

export const toCheck = async (row: CheckRow, ctx: Ctx): Promise<VersionCheck> =>
  toCheckView(row, await namePeople(ctx, [row.reportedBy]));

export const toRendered = ({ loaded, rendered }: RenderedSource) => ({
  messages: rendered.messages,
  settings: rendered.settings,
  tools: rendered.tools,
  problems: rendered.problems,
  hash: rendered.hash,
  version: loaded.version?.number ?? null,
  assignment: loaded.assignment,
});

export const toImpact = (impact: Impact): PromptImpact => impact;

export const toConverted = (converted: ConvertedPrompt): ConvertedPrompt => converted;

export const toFile = ({ loaded, ...file }: FileOfPrompt): PromptFile => ({
  ...file,
  version: loaded.version?.number ?? null,
  label: loaded.label,
  assignment: loaded.assignment,
});

export const toProblems = (problems: DocumentProblem[]) => ({ problems });

export const toResolved = ({
  items,
  problems,
}: Resolved): { items: ResolvedReference[]; problems: Resolved['problems'] } => ({
  items,
  problems,
});

export async function toRenderedComparison(compared: RenderedComparison, ctx: Ctx) {
  const side = (rendered: RenderedDocument, version: number) => ({
    messages: rendered.messages,
    settings: rendered.settings,
    tools: rendered.tools,
    problems: rendered.problems,
    hash: rendered.hash,
    version,
    assignment: null,
  });
  return {
    ...(await toComparison(compared, ctx)),
    rendered: {
      from: side(compared.rendered.from, compared.from.number),
      to: side(compared.rendered.to, compared.to.number),
    },
    messages: compared.messages.map(({ text, ...change }) => ({ ...change, text: text && { ...text } })),
  };
}

export const toRestoredSection = async ({ draft, committed }: RestoredSection, ctx: Ctx) => ({
  draft: toDraft(draft),
  committed: committed && (await toCommitted(committed, ctx)),
});

export const toUpstream = ({ prompt, taken, head, newer }: UpstreamRecord): Upstream => ({
  promptId: prompt.id,
  title: prompt.title,
  path: prompt.path,
  taken,
  head,
  newer,
});

export const toPullPreview = ({ upstream, merged, ...preview }: PullPreview): PullPreviewView => ({
  upstream: toUpstream(upstream),
  version: preview.version,
  into: preview.into,
  ...toOutcome(merged),
  changes: preview.changes,
  draft: preview.draft,
});
