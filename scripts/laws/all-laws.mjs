import { databaseDoors } from './database-doors.mjs';
import { declaredErrors } from './declared-errors.mjs';
import { declaredImports } from './declared-imports.mjs';
import { documentedDependencies } from './documented-dependencies.mjs';
import { drawers } from './drawers.mjs';
import { environment } from './environment.mjs';
import { foreignWrites } from './foreign-writes.mjs';
import { modulePlan } from './module-plan.mjs';
import { namedDoors } from './named-doors.mjs';
import { plainRoutes } from './plain-routes.mjs';
import { proofs } from './proofs.mjs';
import { purity } from './pure-packages.mjs';

/** Every law that is checked by reading sources. The import fences stand in `scripts/fences`. */
export const allLaws = [
  databaseDoors,
  declaredErrors,
  declaredImports,
  documentedDependencies,
  drawers,
  environment,
  foreignWrites,
  modulePlan,
  namedDoors,
  plainRoutes,
  proofs,
  purity,
];
