import { emptyDocument } from '@promptvault/document';
import * as z from 'zod';
import { defineRoute } from '../../define-route.ts';
import { id } from '../../values.ts';
import { mergeTagBody, tag } from '../catalog/shapes.ts';
import { PromptError } from './errors.ts';
import {
  appendDraftUpdatesBody,
  branch,
  branchList,
  branchName,
  checkName,
  committed,
  commitVersionBody,
  compareRenderedBody,
  compareVersionsQuery,
  convertedPrompt,
  convertPromptBody,
  createBranchBody,
  createFromFileBody,
  createPromptBody,
  draft,
  draftAck,
  draftMergeBody,
  draftMergePreview,
  draftUpdates,
  draftUpdatesQuery,
  duplicatePromptBody,
  getPromptFileQuery,
  label,
  labelList,
  labelMovePage,
  labelMovesQuery,
  labelName,
  labelRequest,
  labelRequestPage,
  labelRule,
  labelRuleList,
  labelVoteBody,
  listBranchesQuery,
  listLabelRequestsQuery,
  listPromptsQuery,
  listVersionsQuery,
  mergeBranchBody,
  mergePreview,
  previewMergeBody,
  previewPullBody,
  problemList,
  prompt,
  promptFile,
  promptImpact,
  promptPage,
  publicPrompt,
  pullPreview,
  pullUpstreamBody,
  renameBranchBody,
  renderedComparison,
  renderedPrompt,
  renderPromptBody,
  replaceDraftBody,
  reportCheckBody,
  requestLabelMoveBody,
  resolvedReferences,
  resolveReferencesBody,
  restoredSection,
  restoreSectionBody,
  restoreVersionBody,
  rollBackLabelBody,
  setLabelBody,
  setLabelRuleBody,
  updatePromptBody,
  upstream,
  validatePromptBody,
  version,
  versionCheck,
  versionCheckList,
  versionComparison,
  versionGraph,
  versionGraphQuery,
  versionPage,
} from './shapes.ts';

const documentLimit = 8 << 20;
const draftUpdatesLimit = 4 << 20;
/** A context pack comes along. */
const renderLimit = 24 << 20;

const ofPrompt = z.object({ promptId: id() });
const ofBranch = z.object({ promptId: id(), branch: branchName });
const ofVersion = z.object({ promptId: id(), number: z.coerce.number().int().min(1).max(2_147_483_647) });
const ofLabel = z.object({ promptId: id(), label: labelName });

const exampleDocument = {
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text: 'Explain {{topic}} in one paragraph.' }],
};

export const listPrompts = defineRoute({
  operationId: 'listPrompts',
  method: 'get',
  path: '/api/v1/prompts',
  permission: 'prompt.list',
  summary: 'List the prompts one may see',
  limit: 'read',
  query: listPromptsQuery,
  response: { status: 200, schema: promptPage },
  ids: { 'query.author': 'person' },
  example: { query: { limit: '20', sort: 'title', q: 'voice' } },
});

export const createPrompt = defineRoute({
  operationId: 'createPrompt',
  method: 'post',
  path: '/api/v1/prompts',
  permission: 'prompt.create',
  summary: 'Create a prompt',
  description: 'A path that is taken is refused; one made from the title gets a number instead.',
  limit: 'write',
  body: createPromptBody,
  bodyLimit: documentLimit,
  idempotent: true,
  response: { status: 201, schema: prompt },
  errors: [PromptError.path_taken, PromptError.reference_cycle, PromptError.references_too_deep],
  example: { body: { title: 'House voice', tags: ['tone'] } },
});

export const getPrompt = defineRoute({
  operationId: 'getPrompt',
  method: 'get',
  path: '/api/v1/prompts/{promptId}',
  permission: 'prompt.read',
  summary: 'Get what is known about a prompt',
  limit: 'read',
  params: ofPrompt,
  response: { status: 200, schema: prompt },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const getPublicPrompt = defineRoute({
  operationId: 'getPublicPrompt',
  method: 'get',
  path: '/api/v1/public/prompts/{promptId}',
  permission: 'public',
  summary: 'Read a prompt that anyone with its address may read',
  description:
    'Only one that is published and whose visibility is public: the version its label production points at, else the newest. References to other prompts stay in the text as they are written. Nothing is counted.',
  limit: 'read',
  params: ofPrompt,
  response: { status: 200, schema: publicPrompt },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const updatePrompt = defineRoute({
  operationId: 'updatePrompt',
  method: 'patch',
  path: '/api/v1/prompts/{promptId}',
  permission: 'prompt.write',
  summary: 'Change title, path, description, tags, visibility or co-editors',
  limit: 'write',
  params: ofPrompt,
  body: updatePromptBody,
  ifMatch: true,
  response: { status: 200, schema: prompt },
  errors: [PromptError.path_taken, PromptError.co_editor_unknown, PromptError.reference_cycle],
  ids: { 'params.promptId': 'prompt', 'body.coEditors': 'person' },
  example: { params: { promptId: '$prompt' }, body: { title: 'House voice, short' } },
});

export const deletePrompt = defineRoute({
  operationId: 'deletePrompt',
  method: 'delete',
  path: '/api/v1/prompts/{promptId}',
  permission: 'prompt.delete',
  summary: 'Delete a prompt; it can be restored for 30 days',
  limit: 'write',
  params: ofPrompt,
  ifMatch: true,
  response: { status: 204 },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const restorePrompt = defineRoute({
  operationId: 'restorePrompt',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/restore',
  permission: 'prompt.delete',
  summary: 'Restore a deleted prompt',
  description: 'When its path was taken meanwhile, it gets a number behind it.',
  limit: 'write',
  params: ofPrompt,
  response: { status: 200, schema: prompt },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const archivePrompt = defineRoute({
  operationId: 'archivePrompt',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/archive',
  permission: 'prompt.write',
  summary: 'Put a prompt into the archive',
  limit: 'write',
  params: ofPrompt,
  response: { status: 200, schema: prompt },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const unarchivePrompt = defineRoute({
  operationId: 'unarchivePrompt',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/unarchive',
  permission: 'prompt.write',
  summary: 'Take a prompt out of the archive, as it was before',
  limit: 'write',
  params: ofPrompt,
  response: { status: 200, schema: prompt },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const publishPrompt = defineRoute({
  operationId: 'publishPrompt',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/publish',
  permission: 'prompt.publish',
  summary: 'Let colleagues see and run a prompt',
  limit: 'write',
  params: ofPrompt,
  response: { status: 200, schema: prompt },
  errors: [PromptError.archived, PromptError.nothing_saved],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const unpublishPrompt = defineRoute({
  operationId: 'unpublishPrompt',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/unpublish',
  permission: 'prompt.publish',
  summary: 'Hide a prompt from colleagues again',
  limit: 'write',
  params: ofPrompt,
  response: { status: 200, schema: prompt },
  errors: [PromptError.archived],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const duplicatePrompt = defineRoute({
  operationId: 'duplicatePrompt',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/duplicate',
  permission: 'prompt.create',
  summary: 'Make an own copy of a prompt, linked to it',
  limit: 'write',
  params: ofPrompt,
  body: duplicatePromptBody,
  idempotent: true,
  response: { status: 201, schema: prompt },
  errors: [PromptError.path_taken],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' }, body: { title: 'House voice (copy)' } },
});

export const favoritePrompt = defineRoute({
  operationId: 'favoritePrompt',
  method: 'put',
  path: '/api/v1/prompts/{promptId}/favorite',
  permission: 'prompt.read',
  summary: 'Mark as a favorite of one’s own',
  limit: 'write',
  params: ofPrompt,
  response: { status: 204 },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const unfavoritePrompt = defineRoute({
  operationId: 'unfavoritePrompt',
  method: 'delete',
  path: '/api/v1/prompts/{promptId}/favorite',
  permission: 'prompt.read',
  summary: 'Take the mark away',
  limit: 'write',
  params: ofPrompt,
  response: { status: 204 },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const recordPromptView = defineRoute({
  operationId: 'recordPromptView',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/views',
  permission: 'prompt.read',
  summary: 'Say that one has opened it; counted once a day, never for the author',
  limit: 'write',
  params: ofPrompt,
  response: { status: 204 },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const listBranches = defineRoute({
  operationId: 'listBranches',
  method: 'get',
  path: '/api/v1/prompts/{promptId}/branches',
  permission: 'prompt.read',
  summary: 'List the branches',
  limit: 'read',
  params: ofPrompt,
  query: listBranchesQuery,
  response: { status: 200, schema: branchList },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const createBranch = defineRoute({
  operationId: 'createBranch',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/branches',
  permission: 'prompt.branch',
  summary: 'Make a branch that goes on from a version',
  description: 'Whoever sees a prompt and has the permission may branch it, and write the branch they made.',
  limit: 'write',
  params: ofPrompt,
  body: createBranchBody,
  idempotent: true,
  response: { status: 201, schema: branch },
  errors: [
    PromptError.branch_taken,
    PromptError.branches_full,
    PromptError.version_unknown,
    PromptError.archived,
  ],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' }, body: { name: 'warmer-tone', from: 1 } },
});

export const renameBranch = defineRoute({
  operationId: 'renameBranch',
  method: 'patch',
  path: '/api/v1/prompts/{promptId}/branches/{branch}',
  permission: 'prompt.write',
  summary: 'Rename a branch',
  limit: 'write',
  params: ofBranch,
  body: renameBranchBody,
  ifMatch: true,
  response: { status: 200, schema: branch },
  errors: [PromptError.branch_taken, PromptError.branch_protected],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', branch: 'shorter-tone' }, body: { name: 'short-tone' } },
});

export const deleteBranch = defineRoute({
  operationId: 'deleteBranch',
  method: 'delete',
  path: '/api/v1/prompts/{promptId}/branches/{branch}',
  permission: 'prompt.write',
  summary: 'Delete a branch; its versions stay, and it can be restored',
  limit: 'write',
  params: ofBranch,
  ifMatch: true,
  response: { status: 204 },
  errors: [PromptError.branch_protected],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', branch: 'shorter-tone' } },
});

export const restoreBranch = defineRoute({
  operationId: 'restoreBranch',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/branches/{branch}/restore',
  permission: 'prompt.branch',
  summary: 'Restore the branch of this name that was deleted last, with its draft',
  limit: 'write',
  params: ofBranch,
  response: { status: 200, schema: branch },
  errors: [PromptError.branch_taken],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', branch: 'older-tone' } },
});

export const getVersionGraph = defineRoute({
  operationId: 'getVersionGraph',
  method: 'get',
  path: '/api/v1/prompts/{promptId}/graph',
  permission: 'prompt.read',
  summary: 'Get the versions of all branches with their parents, the newest first',
  limit: 'read',
  params: ofPrompt,
  query: versionGraphQuery,
  response: { status: 200, schema: versionGraph },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' }, query: { limit: '100' } },
});

export const getDraft = defineRoute({
  operationId: 'getDraft',
  method: 'get',
  path: '/api/v1/prompts/{promptId}/branches/{branch}/draft',
  permission: 'prompt.write',
  summary: 'Get the uncommitted text of a branch',
  limit: 'read',
  params: ofBranch,
  response: { status: 200, schema: draft },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', branch: 'main' } },
});

export const getDraftUpdates = defineRoute({
  operationId: 'getDraftUpdates',
  method: 'get',
  path: '/api/v1/prompts/{promptId}/branches/{branch}/draft/updates',
  permission: 'prompt.write',
  summary: 'Get the draft as Yjs updates',
  limit: 'read',
  params: ofBranch,
  query: draftUpdatesQuery,
  response: { status: 200, schema: draftUpdates },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', branch: 'main' }, query: { after: '0' } },
});

export const appendDraftUpdates = defineRoute({
  operationId: 'appendDraftUpdates',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/branches/{branch}/draft/updates',
  permission: 'prompt.write',
  summary: 'Add Yjs updates to the draft',
  description: 'All or none; the same update twice counts once.',
  limit: 'write',
  params: ofBranch,
  body: appendDraftUpdatesBody,
  bodyLimit: draftUpdatesLimit,
  response: { status: 200, schema: draftAck },
  errors: [PromptError.draft_refused],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', branch: 'main' }, body: { updates: ['AAA='] } },
});

export const replaceDraft = defineRoute({
  operationId: 'replaceDraft',
  method: 'put',
  path: '/api/v1/prompts/{promptId}/branches/{branch}/draft',
  permission: 'prompt.write',
  summary: 'Replace the draft; others who edit it see only what differs',
  limit: 'write',
  params: ofBranch,
  body: replaceDraftBody,
  bodyLimit: documentLimit,
  ifMatch: true,
  response: { status: 200, schema: draft },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', branch: 'main' }, body: { document: exampleDocument } },
});

export const discardDraft = defineRoute({
  operationId: 'discardDraft',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/branches/{branch}/draft/discard',
  permission: 'prompt.write',
  summary: 'Go back to the last saved version',
  limit: 'write',
  params: ofBranch,
  response: { status: 200, schema: draft },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', branch: 'main' } },
});

export const commitVersion = defineRoute({
  operationId: 'commitVersion',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/branches/{branch}/versions',
  permission: 'prompt.write',
  summary: 'Save the draft as the next version',
  description:
    'With a stale parent it is refused with 409 and the head; of many at once exactly one succeeds.',
  limit: 'write',
  params: ofBranch,
  body: commitVersionBody,
  bodyLimit: documentLimit,
  idempotent: true,
  response: { status: 201, schema: committed },
  errors: [
    PromptError.version_conflict,
    PromptError.draft_unsaved,
    PromptError.reference_cycle,
    PromptError.references_too_deep,
  ],
  ids: { 'params.promptId': 'prompt' },
  example: {
    params: { promptId: '$prompt', branch: 'main' },
    body: { expectedParent: 1, message: 'Shorter answers' },
  },
});

export const listVersions = defineRoute({
  operationId: 'listVersions',
  method: 'get',
  path: '/api/v1/prompts/{promptId}/versions',
  permission: 'prompt.read',
  summary: 'List the versions, the newest first',
  limit: 'read',
  params: ofPrompt,
  query: listVersionsQuery,
  response: { status: 200, schema: versionPage },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' }, query: { limit: '20' } },
});

export const getVersion = defineRoute({
  operationId: 'getVersion',
  method: 'get',
  path: '/api/v1/prompts/{promptId}/versions/{number}',
  permission: 'prompt.read',
  summary: 'Get a version with its document',
  limit: 'read',
  params: ofVersion,
  response: { status: 200, schema: version },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', number: '1' } },
});

export const compareVersions = defineRoute({
  operationId: 'compareVersions',
  method: 'get',
  path: '/api/v1/prompts/{promptId}/comparison',
  permission: 'prompt.read',
  summary: 'Tell what differs between two versions',
  limit: 'read',
  params: ofPrompt,
  query: compareVersionsQuery,
  response: { status: 200, schema: versionComparison },
  errors: [PromptError.version_unknown],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' }, query: { from: '1', to: '1' } },
});

export const compareRendered = defineRoute({
  operationId: 'compareRendered',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/comparison',
  permission: 'prompt.read',
  summary: 'Tell what differs between two versions, and between what they would send for given values',
  limit: 'costly',
  params: ofPrompt,
  body: compareRenderedBody,
  bodyLimit: renderLimit,
  response: { status: 200, schema: renderedComparison },
  errors: [PromptError.version_unknown],
  ids: { 'params.promptId': 'prompt' },
  example: {
    params: { promptId: '$prompt' },
    body: { from: 1, to: 2, values: { topic: 'bees' } },
  },
});

export const restoreSection = defineRoute({
  operationId: 'restoreSection',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/versions/{number}/restore-section',
  permission: 'prompt.write',
  summary: 'Bring one section of an old version back, into the draft or as a version',
  limit: 'write',
  params: ofVersion,
  body: restoreSectionBody,
  response: { status: 200, schema: restoredSection },
  errors: [
    PromptError.section_unknown,
    PromptError.sections_full,
    PromptError.version_conflict,
    PromptError.draft_unsaved,
    PromptError.reference_cycle,
    PromptError.references_too_deep,
  ],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', number: '1' }, body: { sectionId: 's1' } },
});

export const getUpstream = defineRoute({
  operationId: 'getUpstream',
  method: 'get',
  path: '/api/v1/prompts/{promptId}/upstream',
  permission: 'prompt.read',
  summary: 'Get the original of a copy, and whether it has newer versions',
  limit: 'read',
  params: ofPrompt,
  response: { status: 200, schema: upstream },
  errors: [PromptError.no_upstream],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const previewPull = defineRoute({
  operationId: 'previewPull',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/pull/preview',
  permission: 'prompt.write',
  summary: 'Tell what pulling the changes of the original into a copy gives',
  limit: 'costly',
  params: ofPrompt,
  body: previewPullBody,
  bodyLimit: documentLimit,
  response: { status: 200, schema: pullPreview },
  errors: [PromptError.no_upstream, PromptError.version_unknown, PromptError.nothing_saved],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' }, body: {} },
});

export const pullUpstream = defineRoute({
  operationId: 'pullUpstream',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/pull',
  permission: 'prompt.write',
  summary: 'Merge what the original did since it was last taken into a copy',
  limit: 'write',
  params: ofPrompt,
  body: pullUpstreamBody,
  bodyLimit: documentLimit,
  idempotent: true,
  response: { status: 201, schema: committed },
  errors: [
    PromptError.no_upstream,
    PromptError.version_unknown,
    PromptError.nothing_to_merge,
    PromptError.merge_conflicts,
    PromptError.resolution_refused,
    PromptError.version_conflict,
    PromptError.draft_unsaved,
    PromptError.archived,
    PromptError.reference_cycle,
    PromptError.references_too_deep,
  ],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' }, body: { version: 2, expectedInto: 1 } },
});

export const restoreVersion = defineRoute({
  operationId: 'restoreVersion',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/versions/{number}/restore',
  permission: 'prompt.write',
  summary: 'Save an old version again as the newest one, and set the draft to it',
  limit: 'write',
  params: ofVersion,
  body: restoreVersionBody,
  idempotent: true,
  response: { status: 201, schema: committed },
  errors: [PromptError.version_conflict, PromptError.reference_cycle, PromptError.references_too_deep],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', number: '1' }, body: { expectedParent: 1 } },
});

export const previewMerge = defineRoute({
  operationId: 'previewMerge',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/merges/preview',
  permission: 'prompt.read',
  summary: 'Tell what merging a branch or version into a branch gives, and what both changed',
  limit: 'costly',
  params: ofPrompt,
  body: previewMergeBody,
  bodyLimit: documentLimit,
  response: { status: 200, schema: mergePreview },
  errors: [PromptError.merge_into_itself, PromptError.version_unknown],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' }, body: { from: { branch: 'shorter-tone' }, into: 'main' } },
});

export const mergeBranch = defineRoute({
  operationId: 'mergeBranch',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/merges',
  permission: 'prompt.write',
  summary: 'Merge a branch or version into a branch: one version with two parents',
  description:
    'Every conflict needs a resolution. With a head that moved it is refused with 409 and both heads. Changes in the draft of the target are carried over, or refuse the merge where they conflict with it.',
  limit: 'write',
  params: ofPrompt,
  body: mergeBranchBody,
  bodyLimit: documentLimit,
  idempotent: true,
  response: { status: 201, schema: committed },
  errors: [
    PromptError.merge_into_itself,
    PromptError.nothing_to_merge,
    PromptError.merge_stale,
    PromptError.merge_conflicts,
    PromptError.resolution_refused,
    PromptError.version_unknown,
    PromptError.draft_unsaved,
    PromptError.archived,
    PromptError.reference_cycle,
    PromptError.references_too_deep,
  ],
  ids: { 'params.promptId': 'prompt' },
  example: {
    params: { promptId: '$prompt' },
    body: { from: { branch: 'shorter-tone' }, into: 'main', expectedFrom: 2, expectedInto: 1 },
  },
});

export const previewDraftMerge = defineRoute({
  operationId: 'previewDraftMerge',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/branches/{branch}/draft/merge/preview',
  permission: 'prompt.write',
  summary: 'Tell what merging a document into the draft gives',
  limit: 'costly',
  params: ofBranch,
  body: draftMergeBody,
  bodyLimit: documentLimit,
  response: { status: 200, schema: draftMergePreview },
  errors: [PromptError.version_unknown],
  ids: { 'params.promptId': 'prompt' },
  example: {
    params: { promptId: '$prompt', branch: 'main' },
    body: { from: 1, document: exampleDocument },
  },
});

export const mergeDraft = defineRoute({
  operationId: 'mergeDraft',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/branches/{branch}/draft/merge',
  permission: 'prompt.write',
  summary: 'Merge a document made from an older version into the draft',
  description: 'For whoever was refused with prompt.version_conflict: afterwards the draft can be committed.',
  limit: 'write',
  params: ofBranch,
  body: draftMergeBody,
  bodyLimit: documentLimit,
  ifMatch: true,
  response: { status: 200, schema: draft },
  errors: [PromptError.merge_conflicts, PromptError.resolution_refused, PromptError.version_unknown],
  ids: { 'params.promptId': 'prompt' },
  example: {
    params: { promptId: '$prompt', branch: 'main' },
    body: { from: 1, document: exampleDocument },
  },
});

export const listLabels = defineRoute({
  operationId: 'listLabels',
  method: 'get',
  path: '/api/v1/prompts/{promptId}/labels',
  permission: 'prompt.read',
  summary: 'List the labels and what they point at',
  limit: 'read',
  params: ofPrompt,
  response: { status: 200, schema: labelList },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const setLabel = defineRoute({
  operationId: 'setLabel',
  method: 'put',
  path: '/api/v1/prompts/{promptId}/labels/{label}',
  permission: 'prompt.publish',
  summary: 'Point a label at a version, or split it between several',
  description: 'For a label that does not exist yet the tag is "r0".',
  limit: 'write',
  params: ofLabel,
  body: setLabelBody,
  ifMatch: true,
  response: { status: 200, schema: label },
  errors: [
    PromptError.label_reserved,
    PromptError.version_unknown,
    PromptError.label_protected,
    PromptError.label_checks_missing,
    PromptError.reference_cycle,
  ],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', label: 'production' }, body: { targets: [{ version: 1 }] } },
});

export const deleteLabel = defineRoute({
  operationId: 'deleteLabel',
  method: 'delete',
  path: '/api/v1/prompts/{promptId}/labels/{label}',
  permission: 'prompt.publish',
  summary: 'Take a label away',
  limit: 'write',
  params: ofLabel,
  ifMatch: true,
  response: { status: 204 },
  errors: [
    PromptError.label_reserved,
    PromptError.label_unknown,
    PromptError.label_protected,
    PromptError.reference_cycle,
  ],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', label: 'production' } },
});

export const listLabelMoves = defineRoute({
  operationId: 'listLabelMoves',
  method: 'get',
  path: '/api/v1/prompts/{promptId}/labels/{label}/moves',
  permission: 'prompt.read',
  summary: 'List where a label pointed, the newest move first',
  limit: 'read',
  params: ofLabel,
  query: labelMovesQuery,
  response: { status: 200, schema: labelMovePage },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', label: 'production' }, query: { limit: '20' } },
});

export const rollBackLabel = defineRoute({
  operationId: 'rollBackLabel',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/labels/{label}/rollback',
  permission: 'prompt.publish',
  summary: 'Point a label back at what it pointed at before',
  description: 'A protected label is rolled back by whoever may approve its moves, without another approval.',
  limit: 'write',
  params: ofLabel,
  body: rollBackLabelBody,
  ifMatch: true,
  response: { status: 200, schema: label },
  errors: [
    PromptError.label_reserved,
    PromptError.label_unknown,
    PromptError.label_never_moved,
    PromptError.label_protected,
    PromptError.reference_cycle,
  ],
  ids: { 'params.promptId': 'prompt', 'body.moveId': 'labelMove' },
  example: { params: { promptId: '$prompt', label: 'production' }, body: {} },
});

const ofRule = z.object({ label: labelName });

export const listLabelRules = defineRoute({
  operationId: 'listLabelRules',
  method: 'get',
  path: '/api/v1/label-rules',
  permission: 'prompt.read',
  summary: 'List which labels are protected, and what a move of them needs',
  limit: 'read',
  response: { status: 200, schema: labelRuleList },
  example: {},
});

export const setLabelRule = defineRoute({
  operationId: 'setLabelRule',
  method: 'put',
  path: '/api/v1/label-rules/{label}',
  permission: 'label.protect',
  summary: 'Protect a label in all prompts of the organization',
  description: 'For a label without a rule the tag is "r0".',
  limit: 'write',
  params: ofRule,
  body: setLabelRuleBody,
  ifMatch: true,
  response: { status: 200, schema: labelRule },
  errors: [PromptError.label_reserved],
  example: { params: { label: 'certified' }, body: { approvals: 1 } },
});

export const removeLabelRule = defineRoute({
  operationId: 'removeLabelRule',
  method: 'delete',
  path: '/api/v1/label-rules/{label}',
  permission: 'label.protect',
  summary: 'Protect a label no longer',
  limit: 'write',
  params: ofRule,
  ifMatch: true,
  response: { status: 204 },
  errors: [PromptError.label_rule_unknown],
  example: { params: { label: 'certified' } },
});

export const requestLabelMove = defineRoute({
  operationId: 'requestLabelMove',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/labels/{label}/requests',
  permission: 'prompt.write',
  summary: 'Ask to move a protected label',
  description: 'If-Match names the label as it is; for one that does not exist yet the tag is "r0".',
  limit: 'write',
  params: ofLabel,
  body: requestLabelMoveBody,
  ifMatch: true,
  idempotent: true,
  response: { status: 201, schema: labelRequest },
  errors: [
    PromptError.label_reserved,
    PromptError.label_unprotected,
    PromptError.version_unknown,
    PromptError.reference_cycle,
  ],
  ids: { 'params.promptId': 'prompt' },
  example: {
    params: { promptId: '$prompt', label: 'stable' },
    body: { targets: [{ version: 1 }], note: 'All cases pass.' },
  },
});

const ofLabelRequest = z.object({ requestId: id() });
const ofLabelRequestIds = { 'params.requestId': 'labelRequest' } as const;

export const listLabelRequests = defineRoute({
  operationId: 'listLabelRequests',
  method: 'get',
  path: '/api/v1/label-requests',
  permission: 'prompt.read',
  summary: 'List moves of protected labels that were asked for, the newest first',
  limit: 'read',
  query: listLabelRequestsQuery,
  response: { status: 200, schema: labelRequestPage },
  ids: { 'query.prompt': 'prompt' },
  example: { query: { status: 'pending', prompt: '$prompt' } },
});

export const getLabelRequest = defineRoute({
  operationId: 'getLabelRequest',
  method: 'get',
  path: '/api/v1/label-requests/{requestId}',
  permission: 'prompt.read',
  summary: 'Get a move that was asked for',
  limit: 'read',
  params: ofLabelRequest,
  response: { status: 200, schema: labelRequest },
  ids: ofLabelRequestIds,
  example: { params: { requestId: '$labelRequest' } },
});

export const approveLabelMove = defineRoute({
  operationId: 'approveLabelMove',
  method: 'post',
  path: '/api/v1/label-requests/{requestId}/approve',
  permission: 'label.approve',
  summary: 'Approve a move; the last approval that is needed moves the label',
  limit: 'write',
  params: ofLabelRequest,
  body: labelVoteBody,
  response: { status: 200, schema: labelRequest },
  errors: [
    PromptError.label_own_request,
    PromptError.label_request_closed,
    PromptError.label_checks_missing,
    PromptError.reference_cycle,
  ],
  ids: ofLabelRequestIds,
  example: { params: { requestId: '$labelRequest' }, body: { note: 'Read it twice.' } },
});

export const rejectLabelMove = defineRoute({
  operationId: 'rejectLabelMove',
  method: 'post',
  path: '/api/v1/label-requests/{requestId}/reject',
  permission: 'label.approve',
  summary: 'Reject a move, which closes the request',
  limit: 'write',
  params: ofLabelRequest,
  body: labelVoteBody,
  response: { status: 200, schema: labelRequest },
  errors: [PromptError.label_own_request, PromptError.label_request_closed],
  ids: ofLabelRequestIds,
  example: { params: { requestId: '$labelRequest' }, body: { note: 'Too early.' } },
});

export const cancelLabelRequest = defineRoute({
  operationId: 'cancelLabelRequest',
  method: 'post',
  path: '/api/v1/label-requests/{requestId}/cancel',
  permission: 'prompt.read',
  summary: 'Take back what one asked for',
  limit: 'write',
  params: ofLabelRequest,
  response: { status: 200, schema: labelRequest },
  errors: [PromptError.label_request_closed],
  ids: ofLabelRequestIds,
  example: { params: { requestId: '$labelRequest' } },
});

export const listVersionChecks = defineRoute({
  operationId: 'listVersionChecks',
  method: 'get',
  path: '/api/v1/prompts/{promptId}/versions/{number}/checks',
  permission: 'prompt.read',
  summary: 'List what was found out about a version',
  limit: 'read',
  params: ofVersion,
  response: { status: 200, schema: versionCheckList },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt', number: '1' } },
});

export const reportVersionCheck = defineRoute({
  operationId: 'reportVersionCheck',
  method: 'put',
  path: '/api/v1/prompts/{promptId}/versions/{number}/checks/{name}',
  permission: 'check.report',
  summary: 'Report what a check found out about a version; the last report of a name counts',
  description:
    'Rules of labels and of reviews ask for checks by name. A new version needs reports of its own.',
  limit: 'write',
  params: ofVersion.extend({ name: checkName }),
  body: reportCheckBody,
  response: { status: 200, schema: versionCheck },
  errors: [PromptError.version_unknown, PromptError.checks_full],
  ids: { 'params.promptId': 'prompt' },
  example: {
    params: { promptId: '$prompt', number: '1', name: 'ci:build' },
    body: { status: 'passed', summary: 'All 12 cases pass.', url: 'https://ci.example.com/runs/12' },
  },
});

export const renderPrompt = defineRoute({
  operationId: 'renderPrompt',
  method: 'post',
  path: '/api/v1/prompts/{promptId}/render',
  permission: 'prompt.read',
  summary: 'Tell which messages would be sent',
  description:
    'Without examples from cases: a run chooses these when it starts, for the models it is run on. Where it would, the problem `techniques.examples_unchosen` says so, and the hash is not that of the run.',
  limit: 'costly',
  params: ofPrompt,
  body: renderPromptBody,
  bodyLimit: renderLimit,
  response: { status: 200, schema: renderedPrompt },
  errors: [PromptError.label_unknown, PromptError.version_unknown, PromptError.nothing_saved],
  ids: { 'params.promptId': 'prompt' },
  example: {
    params: { promptId: '$prompt' },
    body: { source: { kind: 'version', number: 1 }, values: { topic: 'bees' } },
  },
});

export const getPromptImpact = defineRoute({
  operationId: 'getPromptImpact',
  method: 'get',
  path: '/api/v1/prompts/{promptId}/impact',
  permission: 'prompt.read',
  summary: 'Tell what depends on a prompt, directly and through others',
  limit: 'read',
  params: ofPrompt,
  response: { status: 200, schema: promptImpact },
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' } },
});

export const validatePrompt = defineRoute({
  operationId: 'validatePrompt',
  method: 'post',
  path: '/api/v1/prompts/validate',
  permission: 'prompt.read',
  summary: 'Tell what is wrong with a document, without storing it',
  description:
    'A document that is not valid at all is refused with 422 and the paths of its faults; what is odd in a valid one comes as problems.',
  limit: 'costly',
  body: validatePromptBody,
  bodyLimit: documentLimit,
  response: { status: 200, schema: problemList },
  example: { body: { document: exampleDocument } },
});

export const convertPrompt = defineRoute({
  operationId: 'convertPrompt',
  method: 'post',
  path: '/api/v1/prompts/convert',
  permission: 'prompt.read',
  summary: 'Make a document of a prompt in the language of another tool, without storing it',
  limit: 'costly',
  body: convertPromptBody,
  bodyLimit: documentLimit,
  response: { status: 200, schema: convertedPrompt },
  example: { body: { text: 'Explain {topic} in one paragraph.', language: 'fstring' } },
});

export const getPromptFile = defineRoute({
  operationId: 'getPromptFile',
  method: 'get',
  path: '/api/v1/prompts/{promptId}/file',
  permission: 'prompt.read',
  summary: 'Get a prompt as a file',
  limit: 'read',
  params: ofPrompt,
  query: getPromptFileQuery,
  response: { status: 200, schema: promptFile },
  errors: [PromptError.label_unknown, PromptError.version_unknown, PromptError.nothing_saved],
  ids: { 'params.promptId': 'prompt' },
  example: { params: { promptId: '$prompt' }, query: { format: 'markdown' } },
});

export const createPromptFromFile = defineRoute({
  operationId: 'createPromptFromFile',
  method: 'post',
  path: '/api/v1/prompts/file',
  permission: 'prompt.create',
  summary: 'Create a prompt from a file',
  description:
    'Title, description and tags are taken from the file; a path in it that is taken gets a number behind it.',
  limit: 'write',
  body: createFromFileBody,
  bodyLimit: documentLimit,
  idempotent: true,
  response: { status: 201, schema: prompt },
  errors: [
    PromptError.file_refused,
    PromptError.path_taken,
    PromptError.reference_cycle,
    PromptError.references_too_deep,
  ],
  example: { body: { text: '---\ntitle: House voice\n---\n\n# Instructions\n\nBe kind.\n' } },
});

export const resolveReferences = defineRoute({
  operationId: 'resolveReferences',
  method: 'post',
  path: '/api/v1/references/resolve',
  permission: 'prompt.read',
  summary: 'Find the texts behind references such as tone/voice@production',
  limit: 'read',
  body: resolveReferencesBody,
  response: { status: 200, schema: resolvedReferences },
  example: { body: { references: ['tone/house-voice@production'] } },
});

export const mergeTag = defineRoute({
  operationId: 'mergeTag',
  method: 'post',
  path: '/api/v1/tags/{tagId}/merge',
  permission: 'tag.manage',
  summary:
    'Give prompts that carry a tag another one instead, and end the tag; the answer is the one that stays',
  limit: 'write',
  params: z.object({ tagId: id() }),
  body: mergeTagBody,
  ifMatch: true,
  response: { status: 200, schema: tag },
  ids: { 'params.tagId': 'tag', 'body.into': 'tag' },
  example: { params: { tagId: '$tag' }, body: { into: '$tag' } },
});
