import { tagMergedPayload, tagRenamedPayload } from '@promptvault/contract/vault/catalog/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const TagRenamed = defineEvent('tag.renamed', tagRenamedPayload, { audit: true });

/** The tag that stays is the subject. */
export const TagMerged = defineEvent('tag.merged', tagMergedPayload, { audit: true });

export const events = [TagRenamed, TagMerged];
