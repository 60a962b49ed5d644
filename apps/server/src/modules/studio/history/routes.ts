import * as route from '@promptvault/contract/studio/history/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openFolder, openJudgement, openOwnJudgement, openQuery, openShelf } from './open.ts';
import { createFolder, deleteFolder, renameFolder } from './operations/change-folders.ts';
import { createJudgement, deleteJudgement, updateJudgement } from './operations/change-judgements.ts';
import { changeQuery, createQuery, deleteQuery } from './operations/change-queries.ts';
import { exportRuns, writeRuns } from './operations/export-runs.ts';
import { getShelf } from './operations/get-shelf.ts';
import { countOutdatedRuns, getRetention, updateRetention } from './operations/keep-runs.ts';
import { listRuns } from './operations/list-runs.ts';
import { markRuns } from './operations/mark-runs.ts';
import { getJudgement, listJudgements } from './operations/read-judgements.ts';
import {
  toFolder,
  toJudgement,
  toJudgementPage,
  toMarkedRuns,
  toNothing,
  toOutdatedRuns,
  toQuery,
  toRetention,
  toRunPage,
  toShelf,
  toWholeJudgement,
} from './views.ts';

export const routes = [
  serve(route.listRuns).open(openOrganization).run(listRuns).view(toRunPage),
  serve(route.markRuns).open(openShelf).run(markRuns).view(toMarkedRuns),
  serve(route.getRunShelf).open(openShelf).run(getShelf).view(toShelf),
  serve(route.createRunFolder).open(openShelf).run(createFolder).view(toFolder),
  serve(route.updateRunFolder).open(openFolder).run(renameFolder).view(toFolder),
  serve(route.deleteRunFolder).open(openFolder).run(deleteFolder).view(toNothing),
  serve(route.createRunQuery).open(openShelf).run(createQuery).view(toQuery),
  serve(route.updateRunQuery).open(openQuery).run(changeQuery).view(toQuery),
  serve(route.deleteRunQuery).open(openQuery).run(deleteQuery).view(toNothing),
  serve(route.exportRuns).open(openOrganization).run(exportRuns).file(writeRuns),
  serve(route.listJudgements).open(openShelf).run(listJudgements).view(toJudgementPage),
  serve(route.createJudgement).open(openShelf).run(createJudgement).view(toJudgement),
  serve(route.getJudgement).open(openJudgement).run(getJudgement).view(toWholeJudgement),
  serve(route.updateJudgement).open(openOwnJudgement).run(updateJudgement).view(toJudgement),
  serve(route.deleteJudgement).open(openOwnJudgement).run(deleteJudgement).view(toNothing),
  serve(route.getRunRetention).open(openOrganization).run(getRetention).view(toRetention),
  serve(route.getOutdatedRuns).open(openOrganization).run(countOutdatedRuns).view(toOutdatedRuns),
  serve(route.updateRunRetention).open(openOrganization).run(updateRetention).view(toRetention),
];
