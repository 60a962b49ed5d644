import { draftTopic } from '@promptvault/contract/vault/prompts/draft-frames';
import { live } from '../../../../wire/live.ts';
import type { DraftLine } from '../state/draft-sync.ts';

/** The draft of a branch over the tab's live connection. */
export const draftLine =
  (promptId: string, branch: string): DraftLine =>
  (conversation) =>
    live.converse(`${draftTopic}:${promptId}/${branch}`, conversation);
