/** Prompts, their drafts, versions and labels, as they travel. A prompt's text is in its versions and its draft. */
import {
  contextPackSchema,
  DOCUMENT_LIMITS,
  jsonSchema,
  messageSchema,
  problemSchema,
  promptDocumentSchema,
  settingsSchema,
  toolSchema,
  variableSchema,
} from '@promptvault/document';
import * as z from 'zod';
import { text } from '../../text.ts';
import { description, id, name, orNull, page, pageQuery, personRef, revision, time } from '../../values.ts';

export const promptStatus = z
  .enum(['unpublished', 'published', 'archived'])
  .meta({ id: 'PromptStatus', description: 'Whether colleagues see it; unrelated to what is saved.' });
export type PromptStatus = z.output<typeof promptStatus>;

export const promptVisibility = z.enum(['private', 'organization', 'public']).meta({
  id: 'PromptVisibility',
  description:
    'private: author and co-editors. organization: members, once published. public: anyone with its address.',
});
export type PromptVisibility = z.output<typeof promptVisibility>;

const pathPattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*(?:\/[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*)*$/u;

/** The longest path, folders included. */
export const longestPath = 200;

/** `tone/house-voice`: folders and a name of letters, digits, `.`, `_`, `-`; unique in the organization. */
export const promptPath = text({ max: longestPath, min: 1 })
  .regex(
    pathPattern,
    'A path has folders and a name of letters, digits, ".", "_" and "-", such as tone/house-voice.',
  )
  .meta({ id: 'PromptPath', description: 'Unique in the organization; folders by "/".' });

export const tagName = name(100).meta({ id: 'TagName', description: 'A tag; case does not matter.' });
export const tagNames = z.array(tagName).max(50);

export const promptDocument = promptDocumentSchema.meta({
  id: 'PromptDocument',
  description: 'The whole content of one version of a prompt.',
});
export type PromptDocument = z.output<typeof promptDocumentSchema>;

export const documentProblem = problemSchema.meta({ id: 'DocumentProblem' });
export type DocumentProblem = z.output<typeof problemSchema>;

/** A branch is named like a file: `main`, `shorter-tone`. */
export const branchName = z
  .string()
  .max(60, 'A branch has a name of at most 60 characters.')
  .regex(/^[a-z0-9][a-z0-9._-]*$/, 'A branch is named in lower-case letters, digits, ".", "_" and "-".');

/** A number alone means a version, so a label starts with a letter. `latest` is computed and cannot be set. */
export const labelName = z
  .string()
  .max(60, 'A label has a name of at most 60 characters.')
  .regex(
    /^[a-z][a-z0-9._-]*$/,
    'A label starts with a lower-case letter and has letters, digits, ".", "_", "-".',
  );

export const versionNumber = z.int().min(1).max(2_147_483_647);

const counters = z.object({ views: z.int(), uses: z.int(), favorites: z.int() });

export const effectiveness = z
  .object({
    score: z
      .int()
      .min(0)
      .max(100)
      .nullable()
      .meta({ description: 'The share of good answers that is at least to be expected; null: not enough.' }),
    suites: orNull(z.object({ share: z.number(), cases: z.int(), suites: z.int() })).meta({
      description: 'The newest reports of its suites on the default branch: the share of cases that passed.',
    }),
    ratings: orNull(z.object({ up: z.int(), total: z.int() })),
  })
  .meta({
    id: 'PromptEffectiveness',
    description: 'How well a prompt works, of 100, and what that stands on.',
  });
export type PromptEffectiveness = z.output<typeof effectiveness>;

const head = z
  .object({ id: z.string(), number: z.int(), committedAt: time() })
  .meta({ description: 'The newest version of the default branch.' });

export const promptSummary = z
  .object({
    id: z.string(),
    path: z.string(),
    title: z.string(),
    description: z.string(),
    status: promptStatus,
    visibility: promptVisibility,
    tags: z.array(z.string()),
    author: orNull(personRef).meta({ description: 'null once the account is deleted.' }),
    head: orNull(head),
    isFavorite: z.boolean(),
    counters,
    effectiveness,
    revision: revision(),
    createdAt: time(),
    updatedAt: time(),
    deletedAt: time().nullable(),
  })
  .meta({ id: 'PromptSummary' });
export type PromptSummary = z.output<typeof promptSummary>;

export const prompt = promptSummary
  .extend({
    defaultBranch: z.string(),
    coEditors: z.array(personRef),
    publishedAt: time().nullable(),
    upstream: z
      .object({ promptId: z.string(), version: z.int().nullable() })
      .nullable()
      .meta({ description: 'The prompt this is a copy of.' }),
    /** What the caller may do with it. */
    may: z.object({ write: z.boolean(), publish: z.boolean(), delete: z.boolean() }),
  })
  .meta({ id: 'Prompt' });
export type Prompt = z.output<typeof prompt>;

export const publicPrompt = z
  .object({
    title: z.string(),
    description: z.string(),
    path: z.string(),
    organization: z.string().meta({ description: 'The name of the organization it belongs to.' }),
    author: z.string().nullable().meta({ description: 'A name; null once the account is deleted.' }),
    version: z.int(),
    committedAt: time(),
    document: promptDocument,
  })
  .meta({ id: 'PublicPrompt', description: 'A prompt as anyone sees it who has its address.' });
export type PublicPrompt = z.output<typeof publicPrompt>;

/** A switch in an address: `?favorite=true`. */
const flag = () =>
  z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true');

export const listPromptsQuery = z.strictObject({
  ...pageQuery,
  sort: z.enum(['updated', 'title', 'uses', 'created', 'effectiveness']).default('updated'),
  direction: z.enum(['asc', 'desc']).optional().meta({ description: 'Default: asc for title, else desc.' }),
  q: z.string().max(200).optional().meta({ description: 'Part of the title or path.' }),
  tag: z.string().max(100).optional(),
  status: z.enum(['unpublished', 'published']).optional(),
  author: id().optional(),
  favorite: flag(),
  archived: flag().meta({ description: 'true: archived prompts alone; otherwise none of them.' }),
  deleted: flag().meta({ description: 'true: deleted prompts the caller may restore.' }),
});

export const promptPage = page(promptSummary)
  .extend({
    total: z
      .int()
      .nullable()
      .meta({ description: 'How many match, counted up to 10,001; null on later pages.' }),
  })
  .meta({ id: 'PromptPage' });

export const createPromptBody = z.strictObject({
  title: name(DOCUMENT_LIMITS.name),
  path: promptPath.optional().meta({ description: 'Made from the title when absent.' }),
  description: description().default(''),
  tags: tagNames.default([]),
  visibility: promptVisibility.default('organization'),
  document: promptDocument.optional(),
  commit: z.boolean().default(false).meta({ description: 'true: the document is also version 1.' }),
  message: text({ max: 1000 }).default(''),
});
export type CreatePromptBody = z.output<typeof createPromptBody>;

export const updatePromptBody = z
  .strictObject({
    title: name(DOCUMENT_LIMITS.name).optional(),
    path: promptPath.optional().meta({ description: 'The old path stays reserved and leads here.' }),
    description: description().optional(),
    tags: tagNames.optional(),
    visibility: promptVisibility.optional(),
    coEditors: z.array(id()).max(100).optional().meta({ description: 'Members who share the draft.' }),
  })
  .meta({ id: 'PromptChanges' });

export const duplicatePromptBody = z.strictObject({
  title: name(DOCUMENT_LIMITS.name).optional(),
  path: promptPath.optional(),
});

const branchHead = z.object({
  id: z.string(),
  number: z.int(),
  committedAt: time(),
  author: orNull(personRef).meta({ description: 'null once the account is deleted.' }),
});

export const branch = z
  .object({
    id: z.string(),
    name: z.string(),
    isDefault: z.boolean(),
    head: branchHead.nullable().meta({ description: 'The newest version; null before the first.' }),
    base: z.int().nullable().meta({ description: 'The version it was made from.' }),
    ahead: z.int().meta({ description: 'Versions it has and the default branch lacks.' }),
    behind: z.int().meta({ description: 'Versions the default branch has and it lacks.' }),
    draft: z
      .object({ isChanged: z.boolean(), updatedAt: time() })
      .nullable()
      .meta({ description: 'Whether something is not committed; null when the caller may not write it.' }),
    mayWrite: z.boolean(),
    createdBy: orNull(personRef),
    revision: revision(),
    createdAt: time(),
    deletedAt: time().nullable(),
  })
  .meta({ id: 'PromptBranch' });
export type Branch = z.output<typeof branch>;
export const branchList = z.object({ items: z.array(branch) });

export const listBranchesQuery = z.strictObject({
  deleted: flag().meta({ description: 'true: deleted branches, which can be restored.' }),
});

export const createBranchBody = z.strictObject({
  name: branchName,
  from: versionNumber
    .optional()
    .meta({ description: 'Any version; the newest of the default branch when absent.' }),
});

export const renameBranchBody = z.strictObject({ name: branchName });

export const draft = z
  .object({
    branch: z.string(),
    document: promptDocument,
    baseVersion: z.int().nullable().meta({ description: 'Number of the version the draft goes on from.' }),
    isChanged: z.boolean().meta({ description: 'Whether it differs from that version.' }),
    revision: revision(),
    seq: z.int().min(0).meta({ description: 'Number of the last Yjs update in it.' }),
    problems: z.array(documentProblem),
    updatedAt: time(),
  })
  .meta({ id: 'PromptDraft' });
export type Draft = z.output<typeof draft>;

/** Yjs updates (format v1), base64. */
const yjsUpdates = z.array(
  z
    .base64()
    .max(Math.ceil((256 * 1024) / 3) * 4)
    .min(1),
);

export const draftUpdates = z
  .object({
    updates: yjsUpdates,
    seq: z.int().min(0),
    revision: revision(),
  })
  .meta({ id: 'PromptDraftUpdates', description: 'Yjs updates, base64; apply them all to be at `seq`.' });

export const draftUpdatesQuery = z.strictObject({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .meta({ description: 'The seq one has; with 0 the whole draft comes as one update.' }),
});

export const appendDraftUpdatesBody = z.strictObject({
  updates: yjsUpdates.min(1).max(100),
});

export const draftAck = z
  .object({ seq: z.int(), revision: revision(), problems: z.array(documentProblem) })
  .meta({ id: 'PromptDraftAck', description: 'Answered once the updates are stored for good.' });

export const replaceDraftBody = z.strictObject({ document: promptDocument });

const expectedParent = versionNumber
  .nullable()
  .meta({ description: 'The newest version one knows of this branch; null when there is none yet.' });

export const commitVersionBody = z.strictObject({
  expectedParent,
  message: text({ max: 1000 }).default(''),
  document: promptDocument
    .optional()
    .meta({ description: 'Saved instead of the draft, which must hold no unsaved change.' }),
});

export const restoreVersionBody = z.strictObject({
  branch: branchName.default('main'),
  expectedParent,
  message: text({ max: 1000 }).default(''),
});

const elementCounts = z.object({ added: z.int(), removed: z.int(), changed: z.int(), moved: z.int() });

export const changeSummary = z
  .object({
    sections: elementCounts,
    variables: elementCounts,
    examples: elementCounts,
    tools: elementCounts,
    settings: z.int().meta({ description: 'Model settings that differ.' }),
    document: z.int().meta({
      description: 'Of examplesAs, responseSchema, delimiters, extends and techniques, those that differ.',
    }),
  })
  .meta({ id: 'ChangeSummary', description: 'What a version did to its first parent, in numbers.' });
export type ChangeSummary = z.output<typeof changeSummary>;

export const versionSummary = z
  .object({
    id: z.string(),
    number: z.int(),
    parents: z.array(z.int()),
    branch: z.string(),
    author: orNull(personRef).meta({ description: 'null once the account is deleted.' }),
    message: z.string(),
    hash: z.string().meta({ description: 'SHA-256 of the canonical JSON of the document.' }),
    changes: orNull(changeSummary).meta({ description: 'null for versions from before this was counted.' }),
    restoredFrom: z.int().nullable().meta({ description: 'The older version it repeats.' }),
    upstreamVersion: z
      .int()
      .nullable()
      .meta({ description: 'In a copy: the version of the original that was taken in with it.' }),
    createdAt: time(),
    labels: z.array(z.string()),
  })
  .meta({ id: 'PromptVersionSummary' });
export type VersionSummary = z.output<typeof versionSummary>;

export const version = versionSummary.extend({ document: promptDocument }).meta({ id: 'PromptVersion' });
export type Version = z.output<typeof version>;

export const versionPage = page(versionSummary).meta({ id: 'PromptVersionPage' });

export const versionGraphQuery = z.strictObject(pageQuery);
export const versionGraph = page(versionSummary)
  .extend({
    branches: z.array(z.object({ name: z.string(), isDefault: z.boolean(), head: z.int().nullable() })),
  })
  .meta({
    id: 'PromptVersionGraph',
    description: 'Versions of all branches, the newest first, with their parents; and where branches stand.',
  });
export type VersionGraph = z.output<typeof versionGraph>;

export const listVersionsQuery = z.strictObject({ ...pageQuery, branch: branchName.optional() });

export const committed = z
  .object({
    version,
    created: z
      .boolean()
      .meta({ description: 'false: nothing had changed, and this is the version there was.' }),
  })
  .meta({ id: 'CommittedVersion' });

/** What one side has there; null when it has nothing. */
const conflictSide = jsonSchema;

export const mergeConflict = z
  .object({
    path: z.string().meta({
      description:
        'Names the place as long as both sides are the same: sections/<id>/text/0, variables/<id>/type, sections/<id>, order/sections, settings/temperature. Ids are percent-encoded.',
    }),
    kind: z.enum(['text', 'field', 'element', 'order', 'list']),
    base: conflictSide,
    ours: conflictSide.meta({ description: 'The branch that is merged into.' }),
    theirs: conflictSide.meta({ description: 'What is merged.' }),
    at: z
      .object({ from: z.int(), to: z.int() })
      .optional()
      .meta({ description: 'Where a stretch of text stands in the merged text, in UTF-16 units.' }),
  })
  .meta({ id: 'MergeConflict' });
export type MergeConflict = z.output<typeof mergeConflict>;

const conflictPath = z.string().min(1).max(500);

export const mergeResolution = z
  .union([
    z.strictObject({ path: conflictPath, choose: z.enum(['base', 'ours', 'theirs']) }),
    z.strictObject({ path: conflictPath, value: jsonSchema }),
  ])
  .meta({
    id: 'MergeResolution',
    description: 'Settles a conflict by one of its sides or by something else.',
  });
export type MergeResolution = z.output<typeof mergeResolution>;

const resolutions = z.array(mergeResolution).max(2000).default([]);

const mergeFrom = z
  .union([z.strictObject({ branch: branchName }), z.strictObject({ version: versionNumber })])
  .meta({ description: 'A branch, or any version of the prompt.' });

export const previewMergeBody = z.strictObject({
  from: mergeFrom,
  into: branchName.default('main'),
  resolutions,
});

export const mergeBranchBody = z.strictObject({
  from: mergeFrom,
  into: branchName.default('main'),
  expectedFrom: versionNumber.meta({ description: 'The version of `from` that was looked at.' }),
  expectedInto: versionNumber
    .nullable()
    .meta({ description: 'The newest version of `into` that was looked at; null when it had none.' }),
  resolutions,
  message: text({ max: 1000 }).default(''),
});

const mergeOutcome = {
  document: promptDocument.meta({ description: 'The merged text; open conflicts read as the base.' }),
  conflicts: z.array(mergeConflict).meta({ description: 'Those that no resolution settles.' }),
  settled: z.array(mergeConflict).meta({ description: 'Those that a resolution settles.' }),
  refused: z
    .array(z.object({ path: z.string(), reason: z.enum(['unknown', 'invalid']) }))
    .meta({ description: 'Resolutions that settle nothing.' }),
};

export const mergePreview = z
  .object({
    from: z.object({ branch: z.string().nullable(), version: z.int() }),
    into: z.object({ branch: z.string(), version: z.int().nullable() }),
    bases: z.array(z.int()).meta({ description: 'The common ancestors; several where histories crossed.' }),
    incoming: z.int().meta({ description: 'Versions that come along; with 0 there is nothing to merge.' }),
    ...mergeOutcome,
    changes: changeSummary.meta({ description: 'What the merge does to `into`.' }),
    draft: z.enum(['unchanged', 'carried', 'blocks']).nullable().meta({
      description:
        'The draft of `into`: without changes, carried over, or in conflict with the merge, which is then refused; null when the caller may not write it.',
    }),
  })
  .meta({ id: 'MergePreview' });
export type MergePreview = z.output<typeof mergePreview>;

export const draftMergeBody = z.strictObject({
  from: versionNumber.nullable().meta({ description: 'The version the document was made from.' }),
  document: promptDocument,
  resolutions,
});

export const draftMergePreview = z
  .object({ revision: revision(), ...mergeOutcome, changes: changeSummary })
  .meta({ id: 'DraftMergePreview' });
export type DraftMergePreview = z.output<typeof draftMergePreview>;

const labelTarget = z.strictObject({
  version: versionNumber,
  weight: z.int().min(1).max(10_000).default(1),
});

const labelSplit = z
  .array(labelTarget)
  .min(1)
  .max(10)
  .refine(
    (targets) => new Set(targets.map(({ version }) => version)).size === targets.length,
    'Each version stands there once; its share is its weight.',
  );

export const setLabelBody = z.strictObject({ targets: labelSplit });

const labelTargets = z.array(z.object({ version: z.int(), weight: z.int() }));

/** Name of something a later module finds out about a version, such as `suite:tone`. */
export const checkName = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[a-z0-9][a-z0-9:._-]*$/, 'A check is named in lower-case letters, digits, ":", ".", "_", "-".');

export const labelRule = z
  .object({
    label: z.string(),
    approvals: z.int(),
    checks: z.array(z.string()),
    revision: revision(),
    changedBy: orNull(personRef),
    changedAt: time(),
  })
  .meta({ id: 'LabelRule', description: 'What a move of this label needs in the organization.' });
export type LabelRule = z.output<typeof labelRule>;
export const labelRuleList = z.object({ items: z.array(labelRule) });

export const setLabelRuleBody = z.strictObject({
  approvals: z.int().min(0).max(10).default(1).meta({
    description: 'Members with label.approve, other than the one who asks, who must agree; 0 for none.',
  }),
  checks: z
    .array(checkName)
    .max(20)
    .default([])
    .meta({ description: 'Checks that must have passed for each version it points at.' }),
});

const labelProtection = z.object({ approvals: z.int(), checks: z.array(z.string()) });

export const label = z
  .object({
    name: z.string(),
    isComputed: z.boolean().meta({ description: 'latest follows the newest version by itself.' }),
    targets: z.array(z.object({ version: z.int(), weight: z.int() })),
    salt: z.string().nullable().meta({ description: 'Seeds the split when there are several targets.' }),
    revision: z.int().min(0),
    movedBy: orNull(personRef).meta({ description: 'null for the computed label.' }),
    movedAt: time().nullable(),
    protection: labelProtection
      .nullable()
      .meta({ description: 'What a move needs; null when whoever may publish may move it.' }),
    experimentId: z
      .string()
      .nullable()
      .meta({ description: 'The experiment that decides for those who name a subject; a move ends it.' }),
  })
  .meta({ id: 'PromptLabel' });
export type Label = z.output<typeof label>;
export const labelList = z.object({ items: z.array(label) });

export const labelMove = z
  .object({
    id: z.string(),
    label: z.string(),
    before: labelTargets.meta({ description: 'Empty when the label was made.' }),
    after: labelTargets.meta({ description: 'Empty when the label was taken away.' }),
    movedBy: orNull(personRef),
    movedAt: time(),
    requestId: z.string().nullable().meta({ description: 'The request that was approved.' }),
  })
  .meta({ id: 'PromptLabelMove' });
export type LabelMove = z.output<typeof labelMove>;
export const labelMovePage = page(labelMove);
export const labelMovesQuery = z.strictObject(pageQuery);

export const rollBackLabelBody = z.strictObject({
  moveId: id()
    .optional()
    .meta({ description: 'Back to what this move set; without it to what stood before the last move.' }),
});

export const labelRequestStatus = z
  .enum(['pending', 'moved', 'rejected', 'canceled', 'stale'])
  .meta({ id: 'LabelRequestStatus', description: 'stale: the label moved otherwise meanwhile.' });

export const labelRequest = z
  .object({
    id: z.string(),
    promptId: z.string(),
    promptTitle: z.string(),
    promptPath: z.string(),
    label: z.string(),
    before: labelTargets,
    after: labelTargets,
    note: z.string(),
    status: labelRequestStatus,
    proposedBy: orNull(personRef),
    proposedAt: time(),
    closedBy: orNull(personRef),
    closedAt: time().nullable(),
    needed: z.int().meta({ description: 'Approvals that a move of this label needs.' }),
    votes: z.array(
      z.object({ person: orNull(personRef), approves: z.boolean(), note: z.string(), at: time() }),
    ),
    missingChecks: z
      .array(z.object({ version: z.int(), check: z.string() }))
      .meta({ description: 'Checks that must still pass.' }),
    may: z.object({ approve: z.boolean(), cancel: z.boolean() }),
    revision: revision(),
  })
  .meta({ id: 'LabelRequest', description: 'A move of a protected label that waits for others.' });
export type LabelRequest = z.output<typeof labelRequest>;
export const labelRequestPage = page(labelRequest);

export const listLabelRequestsQuery = z.strictObject({
  ...pageQuery,
  status: labelRequestStatus.optional(),
  prompt: id().optional(),
  scope: z
    .enum(['all', 'waiting'])
    .default('all')
    .meta({ description: 'waiting: open ones that one may approve and has not voted on.' }),
});

export const requestLabelMoveBody = z.strictObject({
  targets: labelSplit,
  note: text({ max: 2000 }).default(''),
});

export const labelVoteBody = z.strictObject({ note: text({ max: 2000 }).default('') });

export const checkStatus = z.enum(['pending', 'passed', 'failed']).meta({ id: 'CheckStatus' });
export type CheckStatus = z.output<typeof checkStatus>;

export const versionCheck = z
  .object({
    name: z.string(),
    status: checkStatus,
    summary: z.string(),
    url: z.string().nullable().meta({ description: 'Where it can be read in full.' }),
    reportedBy: orNull(personRef),
    reportedAt: time(),
  })
  .meta({
    id: 'VersionCheck',
    description: 'What was found out about a version, such as by a suite or a build.',
  });
export type VersionCheck = z.output<typeof versionCheck>;
export const versionCheckList = z.object({ items: z.array(versionCheck) });

export const reportCheckBody = z.strictObject({
  status: checkStatus,
  summary: text({ max: 200 }).default('').meta({ description: 'One sentence for people.' }),
  url: z
    .url({ protocol: /^https?$/, error: 'Enter an address that begins with http:// or https://.' })
    .max(2000)
    .optional(),
});

/** What a caller says of a subject. */
const attributes = z
  .record(z.string().min(1).max(60), z.union([text({ max: 200 }), z.number(), z.boolean()]))
  .refine((given) => Object.keys(given).length <= 30, 'At most 30 attributes.');

/** For whom a label is asked. */
export const labelCaller = {
  subject: text({ max: 200, min: 1 }).optional().meta({
    description:
      'Keeps one caller on one target of a split, or one variant of an experiment. Any name that stays the same; it is kept as a salted hash alone.',
  }),
  attributes: attributes.optional().meta({
    description: 'What is known of the subject, for the rules of an experiment: `{ "plan": "pro" }`.',
  }),
};

/** The variant of a running experiment that a label meant for a subject. */
export const assignment = z
  .object({
    id: z.string().meta({ description: 'Outcomes name it, or the subject.' }),
    experimentId: z.string(),
    variant: z.string(),
  })
  .meta({ id: 'Assignment' });

export const promptSource = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('draft'), branch: branchName.default('main') }),
    z.strictObject({ kind: z.literal('version'), number: versionNumber }),
    z.strictObject({
      kind: z.literal('label'),
      label: labelName,
      ...labelCaller,
    }),
  ])
  .meta({
    id: 'PromptSource',
    description: 'Which text of a prompt: its draft, a version, or what a label points at.',
  });
export type PromptSource = z.output<typeof promptSource>;

export const renderPromptBody = z.strictObject({
  source: promptSource,
  values: z.record(z.string().max(200), jsonSchema).default({}),
  pack: contextPackSchema.default({ items: [] }),
});

export const renderedPrompt = z
  .object({
    messages: z.array(messageSchema),
    settings: settingsSchema,
    tools: z.array(toolSchema),
    problems: z.array(documentProblem),
    hash: z.string().meta({ description: 'SHA-256 of the canonical JSON of the messages.' }),
    version: z.int().nullable().meta({ description: 'null for a draft.' }),
    assignment: orNull(assignment).meta({
      description: 'The variant of an experiment on the label that the subject is given.',
    }),
  })
  .meta({ id: 'RenderedPrompt' });

const references = z.array(text({ max: 500, min: 1 })).max(200);

export const resolveReferencesBody = z.strictObject({
  references,
  parents: references
    .default([])
    .meta({ description: 'References of prompts that are extended: their documents come along.' }),
});

export const resolvedReference = z
  .object({
    reference: z.string(),
    promptId: z.string(),
    path: z.string().meta({ description: 'The path it has now; the reference may have named an older one.' }),
    version: z.int(),
    label: z.string().nullable(),
    isFloating: z.boolean(),
    source: z.string(),
    delimiters: z.tuple([z.string(), z.string()]).nullable(),
    variables: z
      .array(variableSchema)
      .meta({ description: 'Declared there; their defaults count here too.' }),
    document: promptDocument
      .nullable()
      .meta({ description: 'Of a prompt that is extended or extends another; otherwise null.' }),
  })
  .meta({ id: 'ResolvedReference' });
export type ResolvedReference = z.output<typeof resolvedReference>;

export const referenceProblem = z
  .object({
    reference: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'ReferenceProblem' });
export type ReferenceProblem = z.output<typeof referenceProblem>;

export const resolvedReferences = z
  .object({
    items: z
      .array(resolvedReference)
      .meta({ description: 'Every reference that was found, and those their texts refer to in turn.' }),
    problems: z.array(referenceProblem),
  })
  .meta({ id: 'ResolvedReferences' });

const dependent = z
  .object({
    id: z.string(),
    path: z.string(),
    title: z.string(),
    depth: z.int().meta({ description: '1: it refers to the prompt itself; more: through others.' }),
    references: z.array(z.string()).meta({ description: 'As they are written in its live versions.' }),
    isHead: z.boolean().meta({ description: 'Its newest version depends.' }),
    labels: z.array(z.string()).meta({ description: 'Its labels that point at a version that depends.' }),
    follows: z
      .boolean()
      .meta({ description: 'false: every way there ends at one pinned version, which never changes.' }),
  })
  .meta({ id: 'DependentPrompt' });

export const promptImpact = z
  .object({
    items: z.array(dependent).meta({ description: 'Prompts the caller sees, the nearest first.' }),
    others: z
      .array(z.object({ kind: z.string(), id: z.string(), title: z.string(), reference: z.string() }))
      .meta({ description: 'Things that are no prompts.' }),
    isComplete: z.boolean().meta({ description: 'false: there were too many to follow them all.' }),
  })
  .meta({ id: 'PromptImpact', description: 'What depends on a prompt.' });
export type PromptImpact = z.output<typeof promptImpact>;

export const validatePromptBody = z.strictObject({ document: promptDocument });
export const problemList = z.object({ problems: z.array(documentProblem) }).meta({ id: 'DocumentProblems' });

export const promptLanguage = z
  .enum(['mustache', 'dollar', 'fstring', 'jinja', 'handlebars', 'dotprompt', 'text'])
  .meta({
    id: 'PromptLanguage',
    description:
      'mustache is our own, dollar writes a name in braces behind $, fstring in braces alone; text has no tags.',
  });
export type PromptLanguage = z.output<typeof promptLanguage>;

export const convertPromptBody = z.strictObject({
  text: text({ max: DOCUMENT_LIMITS.text, min: 1 }),
  language: promptLanguage.optional().meta({ description: 'Guessed from the text when absent.' }),
});

export const convertedPrompt = z
  .object({
    language: promptLanguage,
    title: z.string().meta({ description: 'Empty where the text names none.' }),
    description: z.string(),
    document: promptDocument,
    problems: z
      .array(documentProblem)
      .meta({ description: 'What did not survive, with its place in the text that was given.' }),
  })
  .meta({ id: 'ConvertedPrompt' });
export type ConvertedPrompt = z.output<typeof convertedPrompt>;

export const fileFormat = z
  .enum(['markdown', 'yaml', 'json'])
  .meta({ id: 'PromptFileFormat', description: 'markdown has front matter and a heading for each section.' });
export type PromptFileFormat = z.output<typeof fileFormat>;

export const getPromptFileQuery = z.strictObject({
  format: fileFormat.default('markdown'),
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_147_483_647)
    .optional()
    .meta({ description: 'The newest of the default branch when neither this, label nor draft is given.' }),
  label: labelName.optional(),
  draft: branchName.optional().meta({ description: 'The uncommitted text of this branch.' }),
  subject: labelCaller.subject,
  attributes: text({ max: 8_000 })
    .transform((written, ctx) => {
      try {
        return JSON.parse(written) as unknown;
      } catch {
        ctx.addIssue({ code: 'custom', message: 'This must be a JSON object, such as {"plan":"pro"}.' });
        return z.NEVER;
      }
    })
    .pipe(attributes)
    .optional()
    .meta({ description: 'What is known of the subject, as a JSON object: `{"plan":"pro"}`.' }),
});

export const promptFile = z
  .object({
    name: z.string().meta({ description: 'What to call the file: house-voice.prompt.md' }),
    format: fileFormat,
    text: z.string(),
    version: z.int().nullable().meta({ description: 'null for a draft.' }),
    label: z.string().nullable(),
    assignment: orNull(assignment).meta({
      description: 'The variant of an experiment on the label that the subject is given.',
    }),
  })
  .meta({ id: 'PromptFile' });
export type PromptFile = z.output<typeof promptFile>;

export const createFromFileBody = z.strictObject({
  text: text({ max: 6_000_000, min: 1 }),
  format: fileFormat.optional().meta({ description: 'Seen from the text when absent.' }),
  name: text({ max: 300 })
    .default('')
    .meta({ description: 'The name of the file: the title, where the file says none.' }),
  path: promptPath.optional().meta({ description: 'Instead of the one in the file; refused when taken.' }),
  visibility: promptVisibility.default('organization'),
  commit: z.boolean().default(false).meta({ description: 'true: the document is also version 1.' }),
});
export type CreateFromFileBody = z.output<typeof createFromFileBody>;

export const compareVersionsQuery = z.strictObject({
  from: z.coerce.number().int().min(1).max(2_147_483_647),
  to: z.coerce.number().int().min(1).max(2_147_483_647),
});

export const versionComparison = z
  .object({
    from: versionSummary,
    to: versionSummary,
    /** compareDocuments of packages/document. */
    comparison: z.looseObject({}).meta({ description: 'What differs, element by element.' }),
  })
  .meta({ id: 'VersionComparison' });

export const compareRenderedBody = z.strictObject({
  from: versionNumber,
  to: versionNumber,
  values: z.record(z.string().max(200), jsonSchema).default({}),
  pack: contextPackSchema.default({ items: [] }),
});

export const renderedComparison = versionComparison
  .extend({
    rendered: z.object({ from: renderedPrompt, to: renderedPrompt }),
    messages: z.array(
      z.object({
        change: z.enum(['same', 'changed', 'added', 'removed']),
        before: orNull(messageSchema),
        after: orNull(messageSchema),
        text: z.looseObject({}).nullable().meta({
          description: 'What differs, line by line; null when nothing does or one side is missing.',
        }),
      }),
    ),
  })
  .meta({ id: 'RenderedComparison', description: 'What two versions would send for the same values.' });

export const restoreSectionBody = z.strictObject({
  sectionId: z.string().min(1).max(128),
  branch: branchName.default('main'),
  commit: z
    .strictObject({ expectedParent, message: text({ max: 1000 }).default('') })
    .optional()
    .meta({ description: 'Saves it as a version at once; without it the section goes into the draft.' }),
});

export const restoredSection = z
  .object({ draft, committed: orNull(committed) })
  .meta({ id: 'RestoredSection' });

export const upstream = z
  .object({
    promptId: z.string(),
    title: z.string(),
    path: z.string(),
    taken: z.int().nullable().meta({ description: 'The version of the original that is in the copy.' }),
    head: z.int().nullable().meta({ description: 'The newest version of the original.' }),
    newer: z.int().meta({ description: 'Versions of the original since the one that is in the copy.' }),
  })
  .meta({ id: 'Upstream', description: 'The original of a copy, and how far it went on.' });
export type Upstream = z.output<typeof upstream>;

const pullInto = { into: branchName.default('main'), resolutions };

export const previewPullBody = z.strictObject({
  ...pullInto,
  version: versionNumber.optional().meta({ description: 'Of the original; its newest one when absent.' }),
});

export const pullUpstreamBody = z.strictObject({
  ...pullInto,
  version: versionNumber.meta({ description: 'The version of the original that was looked at.' }),
  expectedInto: versionNumber
    .nullable()
    .meta({ description: 'The newest version of `into` that was looked at; null when it had none.' }),
  message: text({ max: 1000 }).default(''),
});

export const pullPreview = z
  .object({
    upstream,
    version: z.int(),
    into: z.object({ branch: z.string(), version: z.int().nullable() }),
    ...mergeOutcome,
    changes: changeSummary.meta({ description: 'What pulling does to `into`.' }),
    draft: z.enum(['unchanged', 'carried', 'blocks']),
  })
  .meta({ id: 'PullPreview' });
export type PullPreview = z.output<typeof pullPreview>;
