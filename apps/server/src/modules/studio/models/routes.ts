import * as route from '@promptvault/contract/studio/models/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openChain, openConnection, openConnections, openFacts } from './open.ts';
import { createChain } from './operations/create-chain.ts';
import { createConnection } from './operations/create-connection.ts';
import { createFacts } from './operations/create-facts.ts';
import { deleteChain } from './operations/delete-chain.ts';
import { deleteConnection } from './operations/delete-connection.ts';
import { deleteFacts } from './operations/delete-facts.ts';
import { discoverServers } from './operations/discover-servers.ts';
import { getConnection } from './operations/get-connection.ts';
import { listChains } from './operations/list-chains.ts';
import { listConnections } from './operations/list-connections.ts';
import { listConnectionModels, listModels } from './operations/list-models.ts';
import { suggestModels } from './operations/suggest-models.ts';
import { testConnection } from './operations/test-connection.ts';
import { updateChain } from './operations/update-chain.ts';
import { updateConnection } from './operations/update-connection.ts';
import { updateFacts } from './operations/update-facts.ts';
import {
  toChain,
  toChains,
  toConnection,
  toConnections,
  toFacts,
  toModels,
  toNothing,
  toServers,
  toSuggestions,
} from './views.ts';

export const routes = [
  serve(route.listConnections).open(openOrganization).run(listConnections).view(toConnections),
  serve(route.createConnection).open(openConnections).outside(createConnection).view(toConnection),
  serve(route.getConnection).open(openConnection).run(getConnection).view(toConnection),
  serve(route.updateConnection).open(openConnection).outside(updateConnection).view(toConnection),
  serve(route.deleteConnection).open(openConnection).run(deleteConnection).view(toNothing),
  serve(route.testConnection).open(openConnection).outside(testConnection).view(toConnection),
  serve(route.listConnectionModels).open(openConnection).run(listConnectionModels).view(toModels),
  serve(route.discoverServers).open(openOrganization).outside(discoverServers).view(toServers),
  serve(route.createModelFacts).open(openConnection).run(createFacts).view(toFacts),
  serve(route.updateModelFacts).open(openFacts).run(updateFacts).view(toFacts),
  serve(route.deleteModelFacts).open(openFacts).run(deleteFacts).view(toNothing),
  serve(route.listModels).open(openOrganization).run(listModels).view(toModels),
  serve(route.suggestModels).open(openOrganization).run(suggestModels).view(toSuggestions),
  serve(route.listChains).open(openOrganization).run(listChains).view(toChains),
  serve(route.createChain).open(openOrganization).run(createChain).view(toChain),
  serve(route.updateChain).open(openChain).run(updateChain).view(toChain),
  serve(route.deleteChain).open(openChain).run(deleteChain).view(toNothing),
];
