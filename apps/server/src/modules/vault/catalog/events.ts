import { tagRenamedPayload } from '@promptvault/contract/vault/catalog/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const TagRenamed = defineEvent('tag.renamed', tagRenamedPayload, { audit: true });

export const events = [TagRenamed];
