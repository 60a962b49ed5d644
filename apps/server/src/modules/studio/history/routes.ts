import * as route from '@promptvault/contract/studio/history/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openFolder, openQuery, openShelf } from './open.ts';
import { createFolder, deleteFolder, renameFolder } from './operations/change-folders.ts';
import { changeQuery, createQuery, deleteQuery } from './operations/change-queries.ts';
import { getShelf } from './operations/get-shelf.ts';
import { listRuns } from './operations/list-runs.ts';
import { markRuns } from './operations/mark-runs.ts';
import { toFolder, toMarkedRuns, toNothing, toQuery, toRunPage, toShelf } from './views.ts';

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
];
