import * as contract from '@promptvault/contract/vault/prompts/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openTag, toTag } from '../catalog/index.ts';
import { openBranch, openLabelRequest, openMergeTarget, openPrompt, openRestorablePrompt } from './open.ts';
import { appendDraftUpdates } from './operations/append-draft-updates.ts';
import {
  archivePrompt,
  publishPrompt,
  unarchivePrompt,
  unpublishPrompt,
} from './operations/change-status.ts';
import { commitVersion } from './operations/commit-version.ts';
import { compareRendered } from './operations/compare-rendered.ts';
import { compareVersions } from './operations/compare-versions.ts';
import { convertPrompt } from './operations/convert-prompt.ts';
import { createBranch } from './operations/create-branch.ts';
import { createPrompt } from './operations/create-prompt.ts';
import { createPromptFromFile } from './operations/create-prompt-from-file.ts';
import { approveLabelMove, cancelLabelRequest, rejectLabelMove } from './operations/decide-label-request.ts';
import { deleteBranch } from './operations/delete-branch.ts';
import { deletePrompt } from './operations/delete-prompt.ts';
import { discardDraft } from './operations/discard-draft.ts';
import { duplicatePrompt } from './operations/duplicate-prompt.ts';
import { favoritePrompt, unfavoritePrompt } from './operations/favorite-prompt.ts';
import { getUpstream } from './operations/find-upstream.ts';
import { getDraft } from './operations/get-draft.ts';
import { getDraftUpdates } from './operations/get-draft-updates.ts';
import { getImpact } from './operations/get-impact.ts';
import { getPrompt } from './operations/get-prompt.ts';
import { getPromptFile } from './operations/get-prompt-file.ts';
import { getPublicPrompt } from './operations/get-public-prompt.ts';
import { getVersion } from './operations/get-version.ts';
import { getVersionGraph } from './operations/get-version-graph.ts';
import { listBranches } from './operations/list-branches.ts';
import { listLabelMoves } from './operations/list-label-moves.ts';
import { getLabelRequest, listLabelRequests } from './operations/list-label-requests.ts';
import { listLabels } from './operations/list-labels.ts';
import { listPrompts } from './operations/list-prompts.ts';
import { listVersions } from './operations/list-versions.ts';
import { mergeBranch } from './operations/merge-branch.ts';
import { mergeDraft, previewDraftMerge } from './operations/merge-draft.ts';
import { mergeTag } from './operations/merge-tag.ts';
import { previewMerge } from './operations/preview-merge.ts';
import { previewPull, pullUpstream } from './operations/pull-upstream.ts';
import { recordPromptView } from './operations/record-prompt-view.ts';
import { renameBranch } from './operations/rename-branch.ts';
import { renderPrompt } from './operations/render-prompt.ts';
import { replaceDraft } from './operations/replace-draft.ts';
import { listVersionChecks, reportVersionCheck } from './operations/report-check.ts';
import { requestLabelMove } from './operations/request-label-move.ts';
import { resolveReferences } from './operations/resolve-references.ts';
import { restoreBranch } from './operations/restore-branch.ts';
import { restorePrompt } from './operations/restore-prompt.ts';
import { restoreSection } from './operations/restore-section.ts';
import { restoreVersion } from './operations/restore-version.ts';
import { rollBackLabel } from './operations/roll-back-label.ts';
import { deleteLabel, setLabel } from './operations/set-label.ts';
import { listLabelRules, removeLabelRule, setLabelRule } from './operations/set-label-rule.ts';
import { updatePrompt } from './operations/update-prompt.ts';
import { validatePrompt } from './operations/validate-prompt.ts';
import {
  toBranch,
  toBranches,
  toCheck,
  toChecks,
  toCommitted,
  toComparison,
  toConverted,
  toDraft,
  toDraftAck,
  toDraftMergePreview,
  toDraftUpdates,
  toFile,
  toImpact,
  toLabel,
  toLabelMoves,
  toLabelRequest,
  toLabelRequests,
  toLabelRule,
  toLabelRules,
  toLabels,
  toMergePreview,
  toProblems,
  toPrompt,
  toPromptPage,
  toPublicPrompt,
  toPullPreview,
  toRendered,
  toRenderedComparison,
  toResolved,
  toRestoredSection,
  toUpstream,
  toVersion,
  toVersionGraph,
  toVersionPage,
} from './views.ts';

const nothing = () => undefined;

export const routes = [
  serve(contract.listPrompts).open(openOrganization).run(listPrompts).view(toPromptPage),
  serve(contract.createPrompt).open(openOrganization).run(createPrompt).view(toPrompt),
  serve(contract.getPrompt).open(openPrompt).run(getPrompt).view(toPrompt),
  serve(contract.getPublicPrompt).lobby(getPublicPrompt).view(toPublicPrompt),
  serve(contract.updatePrompt).open(openPrompt).run(updatePrompt).view(toPrompt),
  serve(contract.deletePrompt).open(openPrompt).run(deletePrompt).view(nothing),
  serve(contract.restorePrompt).open(openRestorablePrompt).run(restorePrompt).view(toPrompt),
  serve(contract.archivePrompt).open(openPrompt).run(archivePrompt).view(toPrompt),
  serve(contract.unarchivePrompt).open(openPrompt).run(unarchivePrompt).view(toPrompt),
  serve(contract.publishPrompt).open(openPrompt).run(publishPrompt).view(toPrompt),
  serve(contract.unpublishPrompt).open(openPrompt).run(unpublishPrompt).view(toPrompt),
  serve(contract.duplicatePrompt).open(openPrompt).run(duplicatePrompt).view(toPrompt),
  serve(contract.favoritePrompt).open(openPrompt).run(favoritePrompt).view(nothing),
  serve(contract.unfavoritePrompt).open(openPrompt).run(unfavoritePrompt).view(nothing),
  serve(contract.recordPromptView).open(openPrompt).run(recordPromptView).view(nothing),
  serve(contract.listBranches).open(openPrompt).run(listBranches).view(toBranches),
  serve(contract.createBranch).open(openPrompt).run(createBranch).view(toBranch),
  serve(contract.renameBranch).open(openBranch).run(renameBranch).view(toBranch),
  serve(contract.deleteBranch).open(openBranch).run(deleteBranch).view(nothing),
  serve(contract.restoreBranch).open(openPrompt).run(restoreBranch).view(toBranch),
  serve(contract.getVersionGraph).open(openPrompt).run(getVersionGraph).view(toVersionGraph),
  serve(contract.getDraft).open(openBranch).run(getDraft).view(toDraft),
  serve(contract.getDraftUpdates).open(openBranch).run(getDraftUpdates).view(toDraftUpdates),
  serve(contract.appendDraftUpdates).open(openBranch).run(appendDraftUpdates).view(toDraftAck),
  serve(contract.replaceDraft).open(openBranch).run(replaceDraft).view(toDraft),
  serve(contract.discardDraft).open(openBranch).run(discardDraft).view(toDraft),
  serve(contract.commitVersion).open(openBranch).run(commitVersion).view(toCommitted),
  serve(contract.listVersions).open(openPrompt).run(listVersions).view(toVersionPage),
  serve(contract.getVersion).open(openPrompt).run(getVersion).view(toVersion),
  serve(contract.compareVersions).open(openPrompt).run(compareVersions).view(toComparison),
  serve(contract.compareRendered).open(openPrompt).run(compareRendered).view(toRenderedComparison),
  serve(contract.restoreSection).open(openBranch).run(restoreSection).view(toRestoredSection),
  serve(contract.getUpstream).open(openPrompt).run(getUpstream).view(toUpstream),
  serve(contract.previewPull).open(openMergeTarget).run(previewPull).view(toPullPreview),
  serve(contract.pullUpstream).open(openMergeTarget).run(pullUpstream).view(toCommitted),
  serve(contract.restoreVersion).open(openBranch).run(restoreVersion).view(toCommitted),
  serve(contract.previewMerge).open(openPrompt).run(previewMerge).view(toMergePreview),
  serve(contract.mergeBranch).open(openMergeTarget).run(mergeBranch).view(toCommitted),
  serve(contract.previewDraftMerge).open(openBranch).run(previewDraftMerge).view(toDraftMergePreview),
  serve(contract.mergeDraft).open(openBranch).run(mergeDraft).view(toDraft),
  serve(contract.listLabels).open(openPrompt).run(listLabels).view(toLabels),
  serve(contract.setLabel).open(openPrompt).run(setLabel).view(toLabel),
  serve(contract.deleteLabel).open(openPrompt).run(deleteLabel).view(nothing),
  serve(contract.listLabelMoves).open(openPrompt).run(listLabelMoves).view(toLabelMoves),
  serve(contract.rollBackLabel).open(openPrompt).run(rollBackLabel).view(toLabel),
  serve(contract.listLabelRules).open(openOrganization).run(listLabelRules).view(toLabelRules),
  serve(contract.setLabelRule).open(openOrganization).run(setLabelRule).view(toLabelRule),
  serve(contract.removeLabelRule).open(openOrganization).run(removeLabelRule).view(nothing),
  serve(contract.requestLabelMove).open(openPrompt).run(requestLabelMove).view(toLabelRequest),
  serve(contract.listLabelRequests).open(openOrganization).run(listLabelRequests).view(toLabelRequests),
  serve(contract.getLabelRequest).open(openLabelRequest).run(getLabelRequest).view(toLabelRequest),
  serve(contract.approveLabelMove).open(openLabelRequest).run(approveLabelMove).view(toLabelRequest),
  serve(contract.rejectLabelMove).open(openLabelRequest).run(rejectLabelMove).view(toLabelRequest),
  serve(contract.cancelLabelRequest).open(openLabelRequest).run(cancelLabelRequest).view(toLabelRequest),
  serve(contract.listVersionChecks).open(openPrompt).run(listVersionChecks).view(toChecks),
  serve(contract.reportVersionCheck).open(openPrompt).run(reportVersionCheck).view(toCheck),
  serve(contract.mergeTag).open(openTag).run(mergeTag).view(toTag),
  serve(contract.renderPrompt).open(openPrompt).run(renderPrompt).view(toRendered),
  serve(contract.getPromptImpact).open(openPrompt).run(getImpact).view(toImpact),
  serve(contract.validatePrompt).open(openOrganization).run(validatePrompt).view(toProblems),
  serve(contract.convertPrompt).open(openOrganization).run(convertPrompt).view(toConverted),
  serve(contract.getPromptFile).open(openPrompt).run(getPromptFile).view(toFile),
  serve(contract.createPromptFromFile).open(openOrganization).run(createPromptFromFile).view(toPrompt),
  serve(contract.resolveReferences).open(openOrganization).run(resolveReferences).view(toResolved),
];
