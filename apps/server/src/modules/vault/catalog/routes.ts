import * as contract from '@promptvault/contract/vault/catalog/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openTag } from './open.ts';
import { listTags } from './operations/list-tags.ts';
import { renameTag } from './operations/rename-tag.ts';
import { toTag } from './views.ts';

export const routes = [
  serve(contract.listTags)
    .open(openOrganization)
    .run(listTags)
    .view(({ rows, nextCursor }) => ({ items: rows.map(toTag), nextCursor })),
  serve(contract.renameTag).open(openTag).run(renameTag).view(toTag),
];
