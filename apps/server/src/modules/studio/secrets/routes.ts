import * as route from '@promptvault/contract/studio/secrets/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openSecret, openSecrets } from './open.ts';
import { createSecret } from './operations/create-secret.ts';
import { deleteSecret } from './operations/delete-secret.ts';
import { getSecret } from './operations/get-secret.ts';
import { listSecrets } from './operations/list-secrets.ts';
import { updateSecret } from './operations/update-secret.ts';
import { toNothing, toSecret, toSecrets } from './views.ts';

export const routes = [
  serve(route.listSecrets).open(openSecrets).run(listSecrets).view(toSecrets),
  serve(route.createSecret).open(openSecrets).run(createSecret).view(toSecret),
  serve(route.getSecret).open(openSecret).run(getSecret).view(toSecret),
  serve(route.updateSecret).open(openSecret).run(updateSecret).view(toSecret),
  serve(route.deleteSecret).open(openSecret).run(deleteSecret).view(toNothing),
];
