import * as route from '@promptvault/contract/studio/optimiser/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openCandidate, openOptimisation, openOptimisedPrompt } from './open.ts';
import { adoptCandidate } from './operations/adopt-candidate.ts';
import { getCandidate, getOptimisation, listOptimisations } from './operations/show-optimisations.ts';
import { startOptimisation } from './operations/start-optimisation.ts';
import { resumeOptimisation, stopOptimisation } from './operations/stop-optimisation.ts';
import { toCandidate, toOptimisation, toOptimisationPage, toReport } from './views.ts';

export const routes = [
  serve(route.listOptimisations).open(openOptimisedPrompt).run(listOptimisations).view(toOptimisationPage),
  serve(route.startOptimisation).open(openOptimisedPrompt).run(startOptimisation).view(toOptimisation),
  serve(route.getOptimisation).open(openOptimisation).run(getOptimisation).view(toReport),
  serve(route.stopOptimisation).open(openOptimisation).run(stopOptimisation).view(toOptimisation),
  serve(route.resumeOptimisation).open(openOptimisation).run(resumeOptimisation).view(toOptimisation),
  serve(route.getCandidate).open(openCandidate).run(getCandidate).view(toCandidate),
  serve(route.adoptCandidate).open(openCandidate).run(adoptCandidate).view(toOptimisation),
];
