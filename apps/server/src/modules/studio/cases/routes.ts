import * as route from '@promptvault/contract/studio/cases/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openCase, openCasePrompt, openCaseSet, openDeletedCaseSet } from './open.ts';
import { exportCases, importCases, previewCases } from './operations/case-csv.ts';
import {
  createCaseSet,
  deleteCaseSet,
  getCaseSet,
  listCaseSets,
  restoreCaseSet,
  updateCaseSet,
} from './operations/case-sets.ts';
import { addCases, deleteCase, getCase, updateCase } from './operations/change-cases.ts';
import { listCases, listExampleCases } from './operations/list-cases.ts';
import {
  toAddedCases,
  toCase,
  toCasePage,
  toCaseSet,
  toCaseSetPage,
  toExampleCasePage,
  toExport,
  toImportedCases,
  toNothing,
  toPreviewedCases,
} from './views.ts';

export const routes = [
  serve(route.listCaseSets).open(openCasePrompt).run(listCaseSets).view(toCaseSetPage),
  serve(route.createCaseSet).open(openCasePrompt).run(createCaseSet).view(toCaseSet),
  serve(route.getCaseSet).open(openCaseSet).run(getCaseSet).view(toCaseSet),
  serve(route.updateCaseSet).open(openCaseSet).run(updateCaseSet).view(toCaseSet),
  serve(route.deleteCaseSet).open(openCaseSet).run(deleteCaseSet).view(toNothing),
  serve(route.restoreCaseSet).open(openDeletedCaseSet).run(restoreCaseSet).view(toCaseSet),
  serve(route.listCases).open(openCaseSet).run(listCases).view(toCasePage),
  serve(route.listExampleCases).open(openCaseSet).run(listExampleCases).view(toExampleCasePage),
  serve(route.addCases).open(openCaseSet).run(addCases).view(toAddedCases),
  serve(route.importCases).open(openCaseSet).run(importCases).view(toImportedCases),
  serve(route.previewCases).open(openCaseSet).run(previewCases).view(toPreviewedCases),
  serve(route.exportCases).open(openCaseSet).run(exportCases).view(toExport),
  serve(route.getCase).open(openCase).run(getCase).view(toCase),
  serve(route.updateCase).open(openCase).run(updateCase).view(toCase),
  serve(route.deleteCase).open(openCase).run(deleteCase).view(toNothing),
];
