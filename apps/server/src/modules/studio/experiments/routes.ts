import * as route from '@promptvault/contract/studio/experiments/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openExperiment, openExperimentGround } from './open.ts';
import {
  createExperiment,
  deleteExperiment,
  getExperiment,
  updateExperiment,
} from './operations/change-experiments.ts';
import { concludeExperiment } from './operations/conclude-experiment.ts';
import { listExperiments } from './operations/list-experiments.ts';
import { getExperimentReport } from './operations/read-report.ts';
import { reportOutcomes } from './operations/report-outcomes.ts';
import {
  approveExperiment,
  pauseExperiment,
  reweighExperiment,
  startExperiment,
  stopExperiment,
} from './operations/run-experiment.ts';
import { toConcluded, toExperiment, toExperimentPage, toNothing, toReport, toReported } from './views.ts';

export const routes = [
  serve(route.listExperiments).open(openOrganization).run(listExperiments).view(toExperimentPage),
  serve(route.createExperiment).open(openExperimentGround).run(createExperiment).view(toExperiment),
  serve(route.getExperiment).open(openExperiment).run(getExperiment).view(toExperiment),
  serve(route.updateExperiment).open(openExperiment).run(updateExperiment).view(toExperiment),
  serve(route.deleteExperiment).open(openExperiment).run(deleteExperiment).view(toNothing),
  serve(route.approveExperiment).open(openExperiment).run(approveExperiment).view(toExperiment),
  serve(route.startExperiment).open(openExperiment).run(startExperiment).view(toExperiment),
  serve(route.pauseExperiment).open(openExperiment).run(pauseExperiment).view(toExperiment),
  serve(route.stopExperiment).open(openExperiment).run(stopExperiment).view(toExperiment),
  serve(route.reweighExperiment).open(openExperiment).run(reweighExperiment).view(toExperiment),
  serve(route.concludeExperiment).open(openExperiment).run(concludeExperiment).view(toConcluded),
  serve(route.getExperimentReport).open(openExperiment).run(getExperimentReport).view(toReport),
  serve(route.reportOutcomes).open(openExperiment).run(reportOutcomes).view(toReported),
];
