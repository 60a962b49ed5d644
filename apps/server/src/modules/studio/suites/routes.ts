import * as route from '@promptvault/contract/studio/suites/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openCaseSet } from '../cases/index.ts';
import { openSuite, openSuiteGround, openSuiteRun } from './open.ts';
import { budgetSuiteRun } from './operations/budget-suite.ts';
import { createSuite, deleteSuite, getSuite, updateSuite } from './operations/change-suites.ts';
import { createDescribedPrompt } from './operations/create-described.ts';
import { describePrompt } from './operations/describe-prompt.ts';
import { exportSuiteRun, writeSuiteRun } from './operations/export-suite-run.ts';
import { listSuites } from './operations/list-suites.ts';
import { proposeCases } from './operations/propose-cases.ts';
import { getDescribedPrompt } from './operations/read-described.ts';
import { getProposals } from './operations/read-proposals.ts';
import { getSuiteRun, listSuiteItems, listSuiteRuns } from './operations/report-suite.ts';
import { resumeSuiteRun } from './operations/resume-suite.ts';
import { startSuite } from './operations/start-suite.ts';
import { stopSuiteRun } from './operations/stop-suite.ts';
import {
  toAskedProposals,
  toCreatedDescribed,
  toDescribed,
  toItemPage,
  toNothing,
  toProposals,
  toReport,
  toSuite,
  toSuitePage,
  toSuiteRun,
  toSuiteRunPage,
} from './views.ts';

export const routes = [
  serve(route.listSuites).open(openOrganization).run(listSuites).view(toSuitePage),
  serve(route.createSuite).open(openSuiteGround).run(createSuite).view(toSuite),
  serve(route.getSuite).open(openSuite).run(getSuite).view(toSuite),
  serve(route.updateSuite).open(openSuite).run(updateSuite).view(toSuite),
  serve(route.deleteSuite).open(openSuite).run(deleteSuite).view(toNothing),
  serve(route.startSuite).open(openSuite).run(startSuite).view(toSuiteRun),
  serve(route.listSuiteRuns).open(openSuite).run(listSuiteRuns).view(toSuiteRunPage),
  serve(route.getSuiteRun).open(openSuiteRun).run(getSuiteRun).view(toReport),
  serve(route.listSuiteItems).open(openSuiteRun).run(listSuiteItems).view(toItemPage),
  serve(route.stopSuiteRun).open(openSuiteRun).run(stopSuiteRun).view(toSuiteRun),
  serve(route.resumeSuiteRun).open(openSuiteRun).run(resumeSuiteRun).view(toSuiteRun),
  serve(route.budgetSuiteRun).open(openSuiteRun).run(budgetSuiteRun).view(toSuiteRun),
  serve(route.exportSuiteRun).open(openSuiteRun).run(exportSuiteRun).file(writeSuiteRun),
  serve(route.proposeCases).open(openCaseSet).run(proposeCases).view(toAskedProposals),
  serve(route.getProposals).open(openCaseSet).run(getProposals).view(toProposals),
  serve(route.describePrompt).open(openOrganization).run(describePrompt).view(toAskedProposals),
  serve(route.getDescribedPrompt).open(openOrganization).run(getDescribedPrompt).view(toDescribed),
  serve(route.createDescribedPrompt)
    .open(openOrganization)
    .run(createDescribedPrompt)
    .view(toCreatedDescribed),
];
