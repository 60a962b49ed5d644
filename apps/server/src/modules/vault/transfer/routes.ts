import * as contract from '@promptvault/contract/vault/transfer/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openImport } from './open.ts';
import { getImport } from './operations/get-import.ts';
import { importCsv } from './operations/import-csv.ts';
import { importPromptfoo } from './operations/import-promptfoo.ts';
import { listImports } from './operations/list-imports.ts';
import { previewCsvImport } from './operations/preview-csv-import.ts';
import { previewPromptfooImport } from './operations/preview-promptfoo-import.ts';
import { undoImport } from './operations/undo-import.ts';
import { toImport, toImportedPromptfoo, toImportPage, toPreview, toPromptfooPreview } from './views.ts';

export const routes = [
  serve(contract.previewCsvImport).open(openOrganization).run(previewCsvImport).view(toPreview),
  serve(contract.importCsv).open(openOrganization).run(importCsv).view(toImport),
  serve(contract.previewPromptfooImport)
    .open(openOrganization)
    .run(previewPromptfooImport)
    .view(toPromptfooPreview),
  serve(contract.importPromptfoo).open(openOrganization).run(importPromptfoo).view(toImportedPromptfoo),
  serve(contract.listImports).open(openOrganization).run(listImports).view(toImportPage),
  serve(contract.getImport).open(openImport).run(getImport).view(toImport),
  serve(contract.undoImport).open(openImport).run(undoImport).view(toImport),
];
