import { defineErrors } from '../../errors.ts';

export const PromptError = defineErrors('prompt', {
  path_taken: {
    status: 409,
    message: (p: { path: string }) =>
      `The path ${p.path} belongs to another prompt, now or as an older name. Choose another.`,
  },
  version_conflict: {
    status: 409,
    message: (p: { branch: string; expected: number | null; head: { id: string; number: number } | null }) =>
      `You saved on ${p.expected === null ? 'an empty branch' : `version ${p.expected}`}, but ${p.branch} is at ${p.head === null ? 'no version yet' : `version ${p.head.number}`}. Merge it into what you have, or compare with it and save on top of it.`,
  },
  branch_taken: {
    status: 409,
    message: (p: { branch: string }) => `This prompt has a branch ${p.branch} already. Choose another name.`,
  },
  branch_protected: {
    status: 409,
    message: (p: { branch: string }) =>
      `${p.branch} is the default branch of this prompt and keeps its name and place.`,
  },
  branches_full: {
    status: 409,
    message: (p: { most: number }) =>
      `This prompt has ${p.most} branches, which is the most. Delete some that are merged.`,
  },
  merge_into_itself: {
    status: 422,
    message: (p: { branch: string }) =>
      `${p.branch} cannot be merged into itself. Choose another branch or version.`,
  },
  nothing_to_merge: {
    status: 409,
    message: (p: { from: string; into: string }) => `${p.into} holds all of ${p.from} already.`,
  },
  merge_stale: {
    status: 409,
    message: (p: {
      from: { name: string; expected: number; head: number | null };
      into: { name: string; expected: number | null; head: number | null };
    }) =>
      `You looked at ${p.from.name} at version ${p.from.expected} and ${p.into.name} at version ${p.into.expected ?? 'none'}; they are now at ${p.from.head ?? 'none'} and ${p.into.head ?? 'none'}. Look at the merge again.`,
  },
  merge_conflicts: {
    status: 409,
    message: (p: { count: number }) =>
      `Both sides changed ${p.count === 1 ? 'one place' : `${p.count} places`} in different ways. Say for each what it is to be.`,
  },
  resolution_refused: {
    status: 422,
    message: (p: { count: number }) =>
      `${p.count === 1 ? 'One resolution does' : `${p.count} resolutions do`} not fit this merge. Nothing was changed.`,
  },
  draft_unsaved: {
    status: 409,
    message: (p: { branch: string }) =>
      `The draft of ${p.branch} holds changes that nobody saved yet. Save or discard them first.`,
  },
  draft_refused: {
    status: 422,
    message: (p: { index: number; reason: string }) =>
      `Update ${p.index + 1} was not taken, and none of those sent with it: ${p.reason}. Load the draft again.`,
  },
  archived: {
    status: 409,
    message: () => 'This prompt is archived. Take it out of the archive first.',
  },
  nothing_saved: {
    status: 409,
    message: () => 'This prompt has no version yet. Save one first.',
  },
  label_reserved: {
    status: 422,
    message: (p: { label: string }) =>
      `The label ${p.label} follows the newest version by itself and cannot be set.`,
  },
  label_unknown: {
    status: 404,
    message: (p: { label: string }) => `This prompt has no label ${p.label}.`,
  },
  label_protected: {
    status: 409,
    message: (p: { label: string; approvals: number }) =>
      `${p.label} is protected here: a move needs ${p.approvals === 1 ? 'the approval of another member' : `${p.approvals} approvals`}. Ask for it.`,
  },
  label_unprotected: {
    status: 409,
    message: (p: { label: string }) => `${p.label} needs no approval here. Move it.`,
  },
  label_checks_missing: {
    status: 409,
    message: (p: { label: string; missing: { version: number; check: string }[] }) =>
      `${p.label} may only point at versions whose checks passed. Missing: ${p.missing.map(({ version, check }) => `${check} of version ${version}`).join(', ')}.`,
  },
  checks_full: {
    status: 409,
    message: (p: { most: number }) =>
      `A version has at most ${p.most} checks. Report under a name that is there.`,
  },
  label_own_request: {
    status: 403,
    message: () => 'You asked for this move yourself. Another member has to approve it.',
  },
  label_request_closed: {
    status: 409,
    message: (p: { status: string }) =>
      p.status === 'stale'
        ? 'The label has moved since this was asked for. Ask again.'
        : `This request is closed already: ${p.status}.`,
  },
  label_rule_unknown: {
    status: 404,
    message: (p: { label: string }) => `No rule protects ${p.label}.`,
  },
  label_never_moved: {
    status: 409,
    message: (p: { label: string }) => `${p.label} has pointed nowhere else yet.`,
  },
  version_unknown: {
    status: 422,
    message: (p: { version: number }) => `This prompt has no version ${p.version}.`,
  },
  section_unknown: {
    status: 422,
    message: (p: { version: number; sectionId: string }) =>
      `Version ${p.version} has no section ${p.sectionId}.`,
  },
  sections_full: {
    status: 409,
    message: (p: { most: number }) =>
      `This prompt has ${p.most} sections, which is the most. Remove one first.`,
  },
  no_upstream: {
    status: 404,
    message: () => 'This prompt is no copy, or its original is gone or not visible to you.',
  },
  co_editor_unknown: {
    status: 422,
    message: (p: { userId: string }) => `${p.userId} is not a member of this organization.`,
  },
  reference_cycle: {
    status: 422,
    message: (p: { path: string[] }) =>
      `The prompt would contain itself: ${p.path.join(' → ')}. Take one of these references out.`,
  },
  references_too_deep: {
    status: 422,
    message: (p: { most: number; path: string[] }) =>
      `More than ${p.most} prompts would lead to one another: ${p.path.join(' → ')}.`,
  },
  file_refused: {
    status: 422,
    message: (p: { problems: { code: string; message: string; line: number; subject: string | null }[] }) =>
      `The file is not a prompt: ${p.problems[0]?.message ?? ''}`,
  },
});
