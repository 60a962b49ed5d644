/** What prompts tell the rest of the house: ids and facts, never text. The prompt is the subject of each. */
import * as z from 'zod';
import { personRef } from '../../values.ts';

export const promptCreatedPayload = z.object({
  path: z.string(),
  title: z.string(),
  visibility: z.string(),
  /** Its first version, when it was made with one; no `prompt.committed` tells of that one. */
  versionId: z.string().nullable(),
  /** Set when many came at once. */
  importId: z.string().nullable(),
});

/** `changed` names the fields: title, path, description, tags, visibility, coEditors. */
export const promptUpdatedPayload = z.object({ changed: z.array(z.string()), revision: z.int() });

export const promptCommittedPayload = z.object({
  versionId: z.string(),
  number: z.int(),
  branch: z.string(),
  parent: z.int().nullable(),
  /** The other side of a merge. */
  secondParent: z.int().nullable(),
  hash: z.string(),
  restoredFrom: z.int().nullable(),
});

export const promptBranchPayload = z.object({ branchId: z.string(), branch: z.string() });

export const promptBranchCreatedPayload = promptBranchPayload.extend({ from: z.int().nullable() });

export const promptBranchRenamedPayload = z.object({
  branchId: z.string(),
  from: z.string(),
  to: z.string(),
});

export const promptStatusPayload = z.object({ status: z.enum(['unpublished', 'published', 'archived']) });

export const promptDeletedPayload = z.object({ path: z.string() });

/** Erased for good; nothing of it can be opened any more. */
export const promptPurgedPayload = z.object({});

export const promptLabelMovedPayload = z.object({
  label: z.string(),
  from: z.array(z.int()),
  to: z.array(z.int()),
});

/** The topic `prompt-people` of the live connection: who is in which prompt, as far as one sees it; only what changed. */
export const promptPeopleTopic = 'prompt-people';
export const peopleInPrompts = z.object({
  prompts: z.array(
    z.object({
      promptId: z.string(),
      people: z.array(personRef).meta({ description: 'Who has its draft open.' }),
      readers: z.array(personRef).meta({ description: 'Who only looks at it.' }),
    }),
  ),
});
export type PeopleInPrompts = z.output<typeof peopleInPrompts>;
/** The topic `prompt-reading:<promptId>`: says that one looks at it, and tells who else is there. */
export const promptReadingTopic = 'prompt-reading';
const labelRequestFacts = z.object({ requestId: z.string(), label: z.string() });

export const promptLabelRequestedPayload = labelRequestFacts.extend({
  from: z.array(z.int()),
  to: z.array(z.int()),
});

/** `moved`: whether it was the last approval that was needed; `prompt.label_moved` tells of the move itself. */
export const promptLabelApprovedPayload = labelRequestFacts.extend({ moved: z.boolean() });

export const promptLabelRequestPayload = labelRequestFacts;

export const labelRulePayload = z.object({
  label: z.string(),
  approvals: z.int(),
  checks: z.array(z.string()),
});

export const versionCheckedPayload = z.object({
  version: z.int(),
  check: z.string(),
  status: z.enum(['pending', 'passed', 'failed']),
});

/** Topic of the live connection: the effectiveness of some prompt is another; read lists again. At most one event a second. */
export const effectivenessTopic = 'effectiveness';
/** Topic of the live connection: `prompt-effectiveness:<promptId>`. That of this prompt is another; read it again. */
export const promptEffectivenessTopic = 'prompt-effectiveness';

/** Topic of the live connection: moves of protected labels were asked for or decided; read them again. */
export const labelRequestsTopic = 'label-requests';
