import * as route from '@promptvault/contract/studio/runs/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openComparison, openFollowed, openRun, openRunPair } from './open.ts';
import { compareRuns } from './operations/compare-runs.ts';
import { continueRun } from './operations/continue-run.ts';
import { followComparison, toFollow } from './operations/follow-comparison.ts';
import { getAnswerCache } from './operations/get-answer-cache.ts';
import { getComparison } from './operations/get-comparison.ts';
import { getRun } from './operations/get-run.ts';
import { getRunAttachment } from './operations/get-run-attachment.ts';
import { growRun } from './operations/grow-run.ts';
import { getPrivateRunPolicy, updatePrivateRunPolicy } from './operations/private-run-policy.ts';
import { getRunRating, rateRun } from './operations/rate-run.ts';
import { recordPrivateRuns } from './operations/record-private-runs.ts';
import { retryRun } from './operations/retry-run.ts';
import { startRuns } from './operations/start-runs.ts';
import { stopComparison } from './operations/stop-comparison.ts';
import { stopRun } from './operations/stop-run.ts';
import { clearAnswerCache, updateAnswerCache } from './operations/update-answer-cache.ts';
import {
  toAnswerCache,
  toAttachmentContent,
  toComparedRuns,
  toComparison,
  toPrivateRunPolicy,
  toRecordedRuns,
  toRetriedRun,
  toRun,
  toRunDetail,
  toRunRating,
  toStartedRuns,
} from './views.ts';

/** `compareRuns` stands before `getRun`: its address would also be that of a run named "compare". */
export const routes = [
  serve(route.startRuns).open(openOrganization).run(startRuns).view(toStartedRuns),
  serve(route.compareRuns).open(openRunPair).run(compareRuns).view(toComparedRuns),
  serve(route.getRun).open(openRun).run(getRun).view(toRunDetail),
  serve(route.getRunAttachment).open(openRun).run(getRunAttachment).view(toAttachmentContent),
  serve(route.getRunRating).open(openRun).run(getRunRating).view(toRunRating),
  serve(route.rateRun).open(openRun).run(rateRun).view(toRunRating),
  serve(route.stopRun).open(openRun).run(stopRun).view(toRun),
  serve(route.retryRun).open(openRun).run(retryRun).view(toRetriedRun),
  serve(route.continueRun).open(openRun).run(continueRun).view(toRetriedRun),
  serve(route.growRun).open(openRun).run(growRun).view(toRetriedRun),
  serve(route.getComparison).open(openComparison).run(getComparison).view(toComparison),
  serve(route.stopComparison).open(openComparison).run(stopComparison).view(toComparison),
  serve(route.getAnswerCache).open(openOrganization).run(getAnswerCache).view(toAnswerCache),
  serve(route.updateAnswerCache).open(openOrganization).run(updateAnswerCache).view(toAnswerCache),
  serve(route.clearAnswerCache).open(openOrganization).run(clearAnswerCache).view(toAnswerCache),
  serve(route.followComparison).open(openFollowed).run(toFollow).stream(followComparison),
  serve(route.recordPrivateRuns).open(openOrganization).run(recordPrivateRuns).view(toRecordedRuns),
  serve(route.getPrivateRunPolicy).open(openOrganization).run(getPrivateRunPolicy).view(toPrivateRunPolicy),
  serve(route.updatePrivateRunPolicy)
    .open(openOrganization)
    .run(updatePrivateRunPolicy)
    .view(toPrivateRunPolicy),
];
